### The mood check-in around the instruments. The questions themselves are in content/questionnaires and are
### never written here.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the project's clinical fact sheet (flow, cadence and limits of the mood check-in).
### Never add here: scores, praise for an answer, "you're fine", risk words, emojis, promises.

## Asking

# The time that each form asks about, for $recall below.
mood-recall-phq9 = the last 2 weeks
mood-recall-phqa = the past two weeks

# Before the first question. $recall: "the last 2 weeks". $minutes: about how long it takes.
mood-intro =
    <b>Mood check-in</b>

    These questions are about { $recall }. It takes about { $minutes } minutes. Some people notice mood changes during treatment, from many causes, so I ask everyone the same questions, also about thoughts of suicide.

    You may leave any question out. You get no score; I only tell you whether to contact someone. This chat is not end-to-end encrypted, and nobody may be reading it. If you are in danger now, send /sos.

# The same for ages 12 to 17. Whether a parent is told is decided per clinic and said at sign-up.
mood-intro-teen =
    <b>Mood check-in</b>

    These questions are about { $recall }. It takes about { $minutes } minutes. I ask everyone the same questions, also about thoughts of suicide. If you can, answer them where nobody looks over your shoulder.

    You may leave any question out. You get no score; I only tell you whether to contact someone. This chat is not end-to-end encrypted, and nobody may be reading it. If you are in danger now, send /sos.

# The reminder, with neutral words because it may show on a lock screen.
mood-invitation = Your check-in is due. It takes a few minutes.
mood-invitation-full = Your monthly check-in is due. It takes about five minutes.
mood-button-start = Start
mood-button-later = Later today

# Only where the instruments exist in English alone.
mood-english-only = The questions have an official wording, and I have it in English only.

# One question. $stem: the stem of the form; $item: the item, both as printed.
mood-question =
    <i>{ $stem }</i>

    <b>{ $item }</b>
mood-question-plain = <b>{ $item }</b>

# Above a question that is asked once more.
mood-again-safety = I ask this once more, because it is about your safety. If you leave it out, I will treat it as a yes, so that you get help rather than miss it.
mood-again-unclear = I didn't understand that. Please press one of the answers, or write it as it stands there.
mood-button-refuse = I'd rather not answer

# $credit: the credit line of the form.
mood-credit = <i>{ $credit }</i>

# A press on an old question.
mood-stale = That question is already answered. Here is the one that is open now.
mood-over = This check-in is over. You can start a new one with /checkin.

## Results

# Nothing to act on. No praise, no "you're fine". $date: next check-in in words.
mood-thanks = Thank you for answering. The next check-in is on { $date }. If things change before then, send /checkin or /sos at any time.
mood-thanks-no-date = Thank you for answering. If things change, send /checkin or /sos at any time.

# R: mention at the next visit.
mood-outcome-r =
    Thank you for answering. Please tell your doctor at your next visit how you have been feeling. I keep a line about it for your visit summary, and I can ask again in 2 weeks.

    It can help to tell someone you trust, to keep regular sleep, to get some daylight, and to go without alcohol and drugs.

    If it gets heavier before then, contact your doctor, or send /sos.

# D: within 24 hours. $doctor, $lines as in safety.ftl.
mood-outcome-d =
    Thank you for answering. <b>Please call { $doctor } or your family doctor within 24 hours</b> and tell them how you have been feeling. Tell someone you trust as well.

    You can talk to a person at any time:
    { $lines }

    Please keep your other medicines and contraception as they are. If it gets worse, or you have thoughts of suicide, send /sos or call { $emergency }.

    I'm an automated assistant, and nobody may be reading this chat.

# D or R of the baseline rule: high before, known to the prescriber, and no higher now.
mood-outcome-known-d =
    Thank you for answering. You told me that your doctor knows how you feel. <b>Please call { $doctor } within 24 hours</b> all the same and say that it is still like this. I keep a line about it for your visit summary.

    You can talk to a person at any time:
    { $lines }

    If it gets worse, or you have thoughts of suicide, send /sos or call { $emergency }.

# The patient left the questions after a yes. The message "contact your doctor now" follows below it.
mood-dropped-out = You stopped in the middle of the questions. That is all right. Because of what you answered, please read this:

# The one check 30 to 60 minutes later; after it there is no chasing.
mood-dropped-out-check =
    Earlier you stopped in the middle of the questions. <b>Are you safe right now?</b>

    You can talk to a person:
    { $lines }

    If you are in danger now, call { $emergency }.

# The patient left without any yes.
mood-left-open = Your check-in is still open. You can go on with /checkin whenever you like.

# A known condition, and the monthly questions were left out: offered once.
mood-offer-again = You left out some of the monthly questions. Would you like to answer them now? You may say no.
mood-button-offer-yes = Yes
mood-button-offer-no = No, thanks
mood-declined = All right. They will come again next month, and you may leave them out then too.

# Two check-ins in a row were missed. Nobody is alarmed.
mood-missed-twice =
    We haven't checked in for a while. You don't have to. If something is hard just now, a person can listen:
    { $lines }

    You can start a check-in with /checkin, or switch them off in /settings.

# After N or E no more questions that day.
mood-not-today = Today I won't ask more questions. What I wrote to you still holds: please talk to a person. The numbers are at /sos.

## Does the prescriber know? (for the baseline rule)

mood-prescriber-question = Does the doctor who prescribes isotretinoin know how you have been feeling? And did they say that you can go on with it?
mood-prescriber-yes = Yes, in the last 30 days
mood-prescriber-no = No, or not sure
mood-prescriber-noted = Noted, for the next 30 days.

## The daily one-tap mood (unscored, opt-in)

mood-daily-good = Good
mood-daily-okay = Okay
mood-daily-low = Low
mood-daily-very-low = Very low
mood-daily-thanks = Noted.
# After "very low": the door to the real questions, and to people.
mood-daily-very-low-reply = I'm sorry that today is so hard. Would you like to do a check-in now (/checkin)? If you need a person, send /sos.
mood-later = All right. I will ask again at { $time }.

mood-daily-needs-consent = For that, please switch on "Mood check-ins" in /settings first.

# At the end of the first check-in.
mood-first-offers = If you like, I can also do this. You can change it in /settings at any time.
mood-offer-daily = Ask me each evening how today was
mood-offer-weekly = Ask me once a week about side effects
