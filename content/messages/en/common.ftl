### Words used everywhere.
### Review state: machine-drafted, not signed.

common-back = ‹ Back
common-skip = Skip this
common-off = off

# The menu that Telegram shows behind "/".
command-start = Set up, or start again
command-help = What I can do
command-today = Your day at a glance
command-plan = Your plan and your course
command-dates = Tests, appointments and other dates
command-day = Correct a day of the last week
command-reminders = Your routines and times
command-checkin = A short mood check-in
command-symptoms = Something bothers me
command-progress = Your record as a picture
command-report = Pages for your next visit
command-faq = Questions and answers
command-doctor = Your doctor, and what was said
command-sos = I need help now
command-note = Questions for your next visit
command-safetyplan = Your own plan for hard days
command-trusted = Somebody to reach when you don't answer
command-settings = Language, country, quiet hours, consents
command-timezone = Change your time zone
command-language = Change the language
command-pause = Pause the reminders
command-resume = Start the reminders again
command-privacy = What is kept, and your rights
command-export = Your data as a file
command-delete = Delete everything
command-cancel = Stop what we were doing

# Shown by Telegram before the first message.
bot-description =
    Reminders, check-ins and answers for people who take isotretinoin.

    I am an automated assistant, not a doctor, and not an emergency service. Nobody may be reading this chat.
bot-short-description = A companion for people on isotretinoin. Automated; not a doctor.

help-text =
    <b>What I can do</b>
    /today – your day at a glance
    /plan – your plan, your course, the capsules at home
    /dates – tests, appointments and other dates
    /day – correct a day of the last week
    /reminders – your routines and times
    /checkin – a short mood check-in
    /symptoms – tell me what bothers you
    /progress – your record as a picture
    /report – pages for your next visit
    /faq – questions and answers; or just ask me in your own words
    /doctor – your doctor's number, and what was said
    /note – questions for your next visit
    /safetyplan – your own plan for hard days
    /trusted – somebody to reach when you don't answer
    /settings – language, country, quiet hours, consents
    /pause, /resume – reminders off and on
    /privacy, /export, /delete – your data
    <b>/sos – help now</b>, at any time, for everybody

    I am an automated assistant. I never change a dose, I don't read test results, and I don't replace your doctor. In an emergency call your local emergency number.
help-unsigned = <i>The texts here were drafted by machine from official sources. No clinician has signed them yet.</i>

cancel-done = Stopped. Nothing was changed. /help shows what I can do.
cancel-nothing = There is nothing to stop. /help shows what I can do.

stale-button = That button belongs to something that has changed since. Here is what holds now: /today shows your day, /help what I can do.
not-your-button = That button does not belong to anything of yours, so I changed nothing. /today shows your day.

text-only = I can only read text and buttons, so I don't know what is in this. Please write it in words. If you need help now: /sos
sticker-only = I can only read text and buttons. If something is wrong, please write it in words, or use /symptoms. If you need help now: /sos
edited-heard = I have read your change. For buttons and settings, please send it as a new message.
too-long = That is very long, so I may have missed something. Please write the most important part in one or two sentences. If you need help now: /sos
apology =
    I'm sorry: something went wrong on my side and I could not work with your last message. It is kept, and somebody who runs me can look into it.

    If something is wrong with you, please don't wait for me: /sos shows whom to call.
unknown-command = I don't know that command. /help shows what I can do.
group-goodbye = I talk in private chats only, because what is said here is about health. Please write to me directly. I am leaving this group now.
please-start = That needs a short setup first: /start. /faq and /sos work without it.
input-lost = I was not waiting for that. /help shows what I can do.
# Stands where the questions stood; the fixed message with contacts follows below it.
symptom-urgent = Thank you. No more questions: please read what I write next.
