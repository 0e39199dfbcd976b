### What a patient reads when something may be wrong.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the project's clinical fact sheet (templates for people who disclose suicidal thoughts, the action
### tiers, the symptom list, the wording never to use). The order of the sentences is part of the template.
### Never add here: scores, "low risk", promises, "your doctor has been told", methods, emojis, cheer.
###
### Variables used throughout
###   $emergency  "999" or "999 or 112", or safety-emergency-unknown when no verified number is there
###   $lines      the crisis lines, one per line, or safety-lines-unknown
###   $poison     safety-poison-known or safety-poison-unknown
###   $doctor     safety-doctor-known or safety-doctor-unknown
### Telegram HTML (<b>, <i>) is allowed. Keep each message far below 4,096 characters.

## Pieces

# The only sentence about the dose that this program ever says, with its two riders.
safety-hold = Don't take your next isotretinoin capsule until you have spoken to a doctor. Keep using contraception if you use it, and don't stop any other medicine that was prescribed for you. I won't remind you of doses until then.

# What the program is. Source: honesty about an automated assistant in a crisis.
safety-machine = I'm an automated assistant. I can't call for you, and nobody may be reading this chat.

# Stands in a sentence: "Please call … now".
safety-emergency-unknown = your local emergency number (112 works on mobile phones in many countries)

# Joins two emergency numbers. $first, $second: numbers.
safety-emergency-two = { $first } or { $second }

# One crisis contact. $name; $number as printed; $details: safety-line-details or nothing.
safety-line-call = • Call { $name }: { $number }{ $details }
safety-line-text = • Text { $name }: { $number }{ $details }
safety-line-text-keyword = • Text { $keyword } to { $number }, { $name }{ $details }
safety-line-chat = • Chat with { $name }: { $url }{ $details }
# $details: hours, area and audience, as far as known, for example "24/7, under 19".
safety-line-details = {" "}({ $details })

# When no verified crisis line can be shown.
safety-lines-unknown =
    • findahelpline.com lists free help lines by country
    • befrienders.org lists listening centres by country
    • or go to the nearest hospital emergency department

# $number: a verified poison line.
safety-poison-known = If something was swallowed, you can also call the poison line: { $number }.
safety-poison-unknown = If something was swallowed, say so when you call. A poison centre, where your country has one, can also tell you what to do.

# Stands in a sentence: "… or call …". $number: the number that the patient saved.
safety-doctor-known = your doctor ({ $number })
safety-doctor-unknown = your doctor or the clinic that prescribes isotretinoin

# Added at the end of a message that may not have arrived the first time.
safety-shown-again = <i>You may have seen this message before. I'm showing it again because I don't know that it reached you.</i>

## E: emergency services now

# Yes to "right now", a plan, an attempt, or not able to stay safe.
safety-e-mood =
    <b>Please call { $emergency } now, or go to the nearest emergency department.</b> If you can't call, ask someone next to you to call.

    You can also talk to a person:
    { $lines }

    Please don't stay alone. If you can, let someone else look after anything you might use to hurt yourself, including the capsules.

    { safety-machine }

    { $poison }

    { safety-hold }

# Someone else is in danger of suicide.
safety-e-mood-other =
    <b>Please call { $emergency } for them now.</b> If they can come with you, the nearest emergency department will help too.

    Stay with them if it is safe. Listen, and don't leave them alone until help is there.

    You can both talk to a person:
    { $lines }

    { safety-machine }

    { $poison }

# Taken too much, on purpose or not sure, or with symptoms.
safety-e-overdose =
    <b>Please call { $emergency } now, or go to the nearest emergency department,</b> even if you feel all right. If you can't call, ask someone next to you to call.

    { $poison } Take the packet with you.

    Please don't stay alone. If part of this was about not wanting to live, you can also talk to a person:
    { $lines }

    { safety-machine }

    { safety-hold }

# A child, a pregnant person or anybody else took capsules, or took too much.
safety-e-overdose-other =
    <b>Please call { $emergency } now</b> and say who took what, and when. If they can come with you, go to the nearest emergency department.

    { $poison } Keep the packet at hand.

    Stay with them if it is safe.

    If they may not want to live, these people will talk with you both:
    { $lines }

    { safety-machine }

# Physical red flag: breathing, swelling, blisters, sight, chest, stroke signs, fit, severe pain.
safety-e-physical =
    <b>Please call { $emergency } now, or go to the nearest emergency department.</b> If you can't call, ask someone next to you to call. Don't drive yourself.

    Tell them that you take isotretinoin.

    { safety-machine }

    { safety-hold }

safety-e-physical-other =
    <b>Please call { $emergency } for them now, or take them to the nearest emergency department.</b>

    Stay with them if it is safe. Tell the people who help which medicines they take.

    { safety-machine }

# Voices that tell to harm, danger to others, great confusion.
safety-e-psychosis =
    <b>Please call { $emergency } now, or go to the nearest emergency department.</b> If you can't call, ask someone next to you to call.

    What you describe can be frightening, and it can be treated. Please don't stay alone. If you feel you could hurt someone, move away from them and call.

    You can also talk to a person:
    { $lines }

    { safety-machine }

    { safety-hold }

safety-e-psychosis-other =
    <b>Please call { $emergency } for them now.</b>

    Stay with them if it is safe. If you don't feel safe, leave the room and call from there.

    You can both talk to a person:
    { $lines }

    { safety-machine }

# Severe one-sided belly pain, heavy bleeding or fainting with a possible pregnancy.
safety-e-pregnancy =
    <b>Please call { $emergency } now, or go to the nearest emergency department.</b> If you can't call, ask someone next to you to call.

    Tell them that you may be pregnant and that you take isotretinoin.

    { safety-machine }

    { safety-hold }

safety-e-pregnancy-other =
    <b>Please call { $emergency } for them now, or take them to the nearest emergency department.</b>

    Stay with them if it is safe. Tell the people who help that there may be a pregnancy and whether isotretinoin was taken.

    { safety-machine }

## N: contact your doctor now

# Thoughts of suicide or self-harm, past weeks, item 9, a refusal, "unsafe".
safety-n-mood =
    <b>Thank you for telling me. I'm sorry it is this hard.</b>

    Please talk to a person today:
    { $lines }
    • or call { $doctor }

    If it gets stronger or you might act on it, call { $emergency }.

    Tell someone near you how you feel, so that you are not alone with it. Could someone else look after anything you might use to hurt yourself, including the capsules?

    Low mood can be linked to many things, including this medicine, and it is not your fault. { safety-hold } Stopping the capsules may not be enough: a professional needs to talk with you. Feelings like these can pass, and there is treatment that helps.

    { safety-machine }

safety-n-mood-other =
    <b>Thank you for telling me. It is hard to see someone feel this way.</b>

    Stay with them if it is safe. You can ask them directly whether they think about suicide: asking does not put the idea in their head.

    These people will talk with them, and with you:
    { $lines }

    If they might act on it, call { $emergency } for them.

    { safety-machine }

# Very low mood, not able to cope, without words about suicide.
safety-n-severe-mood =
    <b>Thank you for telling me. I'm sorry it is this hard.</b>

    Please contact { $doctor } now and say how you feel. If you can't reach them, call your out-of-hours line, or go to urgent care or an emergency department.

    You can also talk to a person today:
    { $lines }

    If you have thoughts of suicide, or you can't stay safe, call { $emergency }.

    Tell someone near you how you feel, so that you are not alone with it.

    Low mood can be linked to many things, including this medicine, and it is not your fault. { safety-hold } Stopping the capsules may not be enough: a professional needs to talk with you.

    { safety-machine }

# Hearing or seeing things, feeling controlled, far too much energy, close to hurting someone.
safety-n-psychosis =
    <b>Thank you for telling me. Please contact { $doctor } now.</b>

    If you can't reach them, call your out-of-hours line, or go to urgent care or an emergency department. Say what you told me, and that you take isotretinoin.

    If you feel that you could hurt yourself or someone else, or you feel very confused, call { $emergency }.

    Tell someone near you, and ask them to stay with you. You can also talk to a person:
    { $lines }

    { safety-hold }

    { safety-machine }

safety-n-psychosis-other =
    <b>Thank you for telling me. Please help them contact a doctor now.</b>

    Stay with them if it is safe. If they might hurt themselves or someone else, call { $emergency }.

    These people will talk with them, and with you:
    { $lines }

    { safety-machine }

# Physical signs that a doctor has to hear of today.
safety-n-physical =
    <b>Please contact { $doctor } now.</b>

    If you can't reach them, call your out-of-hours line, or go to urgent care or an emergency department. Say what you noticed, when it began, and that you take isotretinoin.

    If it gets worse quickly, or you have trouble breathing, swelling of the face, blisters, sudden loss of sight, chest pain or a fit, call { $emergency }.

    { safety-hold }

    { safety-machine }

safety-n-physical-other =
    <b>Please help them contact their doctor now.</b>

    If they can't reach the doctor, an out-of-hours line, urgent care or an emergency department will help. If it gets worse quickly, call { $emergency }.

    Stay with them if it is safe.

    { safety-machine }

# More taken than on the label, no symptoms told. Source: too much taken.
safety-n-overdose =
    <b>Please contact { $doctor } or a pharmacist now</b> and say what you took and when.

    { $poison }

    If you feel unwell, or if you took it on purpose, or you are not sure about that, call { $emergency }.

    You can also talk to a person at any time:
    { $lines }

    { safety-hold }

    { safety-machine }

# Possible pregnancy or contraception that failed. Tone: no blame, no steering.
safety-n-pregnancy =
    <b>Please contact { $doctor } today, as soon as you can.</b> Say that you may be pregnant, or that contraception may have failed, and that you take isotretinoin.

    { safety-hold }

    • Take a pregnancy test, or ask for one.
    • Ask a pharmacy or clinic <b>today</b> about emergency contraception: it only works for a short time.

    This happens to many people, and it is good that you say it. What comes next is yours to decide; a doctor can tell you what you need to know.

    If you have strong pain on one side of your belly, heavy bleeding, or you faint, call { $emergency }.

    { safety-machine }

safety-n-pregnancy-other =
    <b>Please help them contact a doctor today, as soon as they can.</b> Isotretinoin can harm a baby before birth, even after one capsule, so they should say who took what and when.

    If they take isotretinoin: no more capsules until they have spoken to a doctor. A pharmacy or clinic can say <b>today</b> whether emergency contraception is still possible.

    If there is strong pain on one side of the belly, heavy bleeding or fainting, call { $emergency }.

    { safety-machine }

## Possible: one short direct question, with help already in it

# Something in a text may mean suicide or self-harm. Asked in the manner of the ASQ.
safety-possible-mood =
    I want to be sure that I understand you. <b>Are you having thoughts of killing yourself, or of hurting yourself?</b>

    Whatever the answer is, you can talk to a person now:
    { $lines }

    If you are in danger now, call { $emergency }.

safety-possible-mood-other =
    I want to be sure that I understand you. <b>Do you think that this person is having thoughts of suicide?</b>

    Whatever the answer is, you can both talk to a person now:
    { $lines }

    If they are in danger now, call { $emergency }. Stay with them if it is safe.

safety-possible-overdose =
    I want to be sure that I understand you. <b>Did you, or someone else, take more capsules than the label says?</b>

    If yes and anyone feels unwell, or it was on purpose, call { $emergency }. { $poison }

    You can also talk to a person now:
    { $lines }

safety-possible-psychosis =
    I want to be sure that I understand you. <b>Are you hearing or seeing things others don't, feeling watched or controlled, or close to hurting someone?</b>

    Whatever the answer is, you can talk to a person now:
    { $lines }

    If you are in danger now, call { $emergency }.

safety-possible-physical =
    I want to be sure that I understand you. <b>Do you have trouble breathing, chest pain, swelling of the face, blisters, sudden trouble seeing, a very bad headache, very strong belly pain, dark urine, or did you have a fit?</b>

    If you are in danger now, call { $emergency }.

safety-possible-pregnancy =
    I want to be sure that I understand you. <b>Could you be pregnant, or may your contraception have failed?</b>

    If yes, a doctor should hear of it today.

safety-possible-button-yes = Yes
safety-possible-button-no = No
safety-possible-button-refuse = I'd rather not answer

# After a no. The door stays open.
safety-possible-no = Thank you for answering. If that changes, write to me or send /sos at any time.

## Buttons

safety-button-copy = Copy { $number }
safety-button-chat = Open chat: { $name }
safety-button-called = I called
safety-button-with-someone = I'm with someone
safety-button-spoken = I have spoken to a doctor
safety-button-worse = It's getting worse
safety-button-contacts = More contacts
safety-button-country = Choose my country
safety-button-helped = Yes, I got help
safety-button-not-helped = No, not yet
safety-button-said-continue = Continue
safety-button-said-pause = Pause
safety-button-said-stop = Stop
safety-button-said-unsure = I'm not sure what they said

## Answers to the buttons

safety-reply-called = Thank you for telling me. Stay with the people who help you. When you have spoken to a doctor, press "I have spoken to a doctor" here.
safety-reply-with-someone = Thank you for telling me. Please stay together, and let them help you call. The numbers above stay here.

# Before dose reminders go on: what was said?
safety-spoken-question = What did the doctor say about isotretinoin? I only record it.

safety-said-continue = Recorded: the doctor said to continue. Your dose reminders go on from the next usual time. Take no extra capsule for what was left out. If anything gets worse, write to me or send /sos.
safety-said-pause = Recorded: the doctor said to pause. I will not remind you of doses. Keep using contraception if you use it. When the doctor says that you can go on, press "Continue".
safety-said-stop = Recorded: the doctor said to stop. I will not remind you of doses. Keep using contraception until at least 1 month after the last capsule, if you use it. If anything gets worse, write to me or send /sos.
safety-said-unsure = That can happen. Please call the doctor or a pharmacist again and ask: "Should I take my next isotretinoin capsule?" Until you know, don't take it. I will not remind you of doses.

# Same day. $lines, $emergency.
safety-follow-up =
    A while ago you told me about something serious. <b>Did you get help?</b>

    If not, you can talk to a person now:
    { $lines }

    If you are in danger now, call { $emergency }.

safety-follow-up-physical =
    A while ago I asked you to contact a doctor. <b>Did you get help?</b>

    If it gets worse, call { $emergency }.

safety-next-morning =
    Good morning. Yesterday I asked you to get help. <b>Have you spoken to a doctor or another professional?</b>

    If not, please call { $doctor } this morning.

    You can also talk to a person now:
    { $lines }

    If you are in danger now, call { $emergency }.

safety-helped = Thank you for telling me. I'm glad that someone is with you in this. Your dose reminders stay off until you press "I have spoken to a doctor" and tell me what was said.
safety-not-helped =
    Thank you for telling me. Please try again now, or ask someone near you to call for you:
    { $lines }
    • or call { $doctor }

    If you are in danger now, call { $emergency }. If you can't reach anyone, go to the nearest emergency department.

## The hold

# /today, a press on a dose button, or the usual dose time while a hold is on.
safety-hold-explained = Your dose reminders are off, because I asked you to contact a doctor. Please don't take the next isotretinoin capsule until you have spoken to one. Then press the button below and tell me what was said.

# Shortly before the usual time of a held dose.
safety-before-dose = It will soon be your usual time for isotretinoin. Please don't take the capsule as long as you haven't spoken to a doctor. Have you spoken to one?

# "I'm fine", "just joking", "forget it" on the same day.
safety-not-cleared = Thank you for telling me. What I wrote to you still holds for today: please talk to a person, and the numbers stay here.

## /sos and the contact list

safety-sos =
    <b>In danger now? Call { $emergency }, or go to the nearest emergency department.</b> If you can't call, ask someone next to you to call.

    You can talk to a person:
    { $lines }

    { $poison }

    { safety-machine } If you like, write to me what is wrong, and I will tell you whom to contact.

# The patient's own safety plan, shown first after the emergency line. $plan: the patient's words.
safety-sos-plan =
    <b>Your own plan</b>
    { $plan }

# No country is known, so no number of a country can be named.
safety-sos-country = Choose your country in /settings so that I can name numbers there, where they have been checked.

# All verified contacts of the country. $country: its name. $lines: every line.
safety-contacts =
    <b>{ $country }: people to talk to</b>

    Emergency: { $emergency }

    { $lines }

    { $poison }

    Other countries: findahelpline.com, befrienders.org

# The same without any verified contact.
safety-contacts-unknown =
    <b>People to talk to</b>

    Emergency: { $emergency }

    { $lines }

    { $poison }
