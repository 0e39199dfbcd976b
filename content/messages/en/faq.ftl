### Questions and answers around the topics, which are in content/faq/.
### Review state: machine-drafted, not signed.

faq-menu = <b>Questions and answers</b>
    Choose a group, or just ask me in your own words.
faq-group = <b>{ $title }</b>
faq-previous = ‹ Previous
faq-next = Next ›
faq-all-topics = All groups
faq-sources = Sources
faq-not-meant = Not what I meant
faq-none-of-these = None of these
faq-sources-title = <b>{ $title }</b>: where this comes from
faq-source-line = • { $organisation }: { $title } ({ $year })
faq-no-year = no year given
faq-note = <i>Some statements here are general knowledge that no source has confirmed. A clinician has to check them before signing.</i>
faq-reviewed = <i>Reviewed by { $by } on { $on }.</i>
faq-unsigned = <i>Drafted from the sources; no clinician has signed it yet.</i>
faq-choose = Was it one of these?
faq-not-found = I have no answer to that. I only know about isotretinoin, its side effects and the care around it. Please choose a group, or ask in other words. Your doctor or pharmacist can answer everything else.
faq-not-found-counted = I'm sorry. I have counted, without your words, that an answer was missing. Please choose a group, ask in other words, or ask your doctor or pharmacist.
faq-gone = That answer has gone. Here is the menu.
faq-greeting = Hello. Ask me anything about your treatment, or see /help. If something is wrong with you, just write it.
faq-thanks = You're welcome. I'm here when you have another question.
faq-goodbye = Take care. I'm here when you need me, and /sos is there at any time.
faq-chat = I'm not much of a talker: I know about isotretinoin and the care around it. Ask me about that, or see /help.

## What is refused, kindly, with the reason and where to turn

faq-refused-change-dose = I can't help with changing a dose. The right dose depends on your body, your tests and how you are doing, and only your prescriber knows all of that.
faq-refused-buying = I can't help with buying or getting capsules. Isotretinoin is prescription-only because it can do severe harm without checks, and what is sold without a prescription may not be what it says.
faq-refused-selling = I can't help with selling or giving away capsules. Even one capsule can harm an unborn baby.
faq-refused-sharing = I can't help with sharing capsules. They are prescribed for one person only, and even one capsule can harm an unborn baby.
faq-refused-prescription = I can't help with getting around a prescription. The visits and tests are there because this medicine can do harm that nobody feels at first.
faq-refused-prescribe = I can't prescribe, and I can't say whether this medicine is right for you. A doctor has to examine you for that.
faq-refused-hiding = I can't help with hiding the treatment. Somebody near you should know, in case you feel unwell or low.
faq-refused-pregnancy-test = I can't help with getting around a pregnancy test. It protects a baby from severe harm, and it protects you. If you are worried about a result, that is a reason to talk to the clinic now.
faq-refused-programme = I can't help with skipping or getting around the programme's rules. They are there because this medicine can severely harm an unborn baby.
faq-refused-results = I can't read test results. What a value means depends on you and on your earlier values.
faq-refused-diagnosis = I can't diagnose, and I can't look at photos. If something bothers you, /symptoms asks the right questions and says whom to contact.
faq-turn-prescriber = Please ask the clinic that prescribes it. If a side effect is the reason, tell them that, and use /symptoms here.
faq-turn-pharmacist = Please ask your pharmacist or your prescriber. A pharmacy can also take back capsules that are left over.
faq-turn-clinic = Please talk to the clinic that prescribes it. They can tell you which rule applies to you and what to do if a date was missed.
faq-turn-doctor = Please ask your doctor, or a dermatologist.
faq-turn-trusted-person = Your doctor or nurse can help you to tell a parent or somebody else you trust, and can say what stays private. If you don't feel safe at home, /sos shows whom to call.
