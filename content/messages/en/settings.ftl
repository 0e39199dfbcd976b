### Routines' menus, settings, privacy, the doctor's page.
### Review state: machine-drafted, not signed.

routines-title = <b>Your routines</b>
    Tap one to change it.
routine-title = <b>{ $item }</b>
routine-times = Times: { $times }
routine-days = Days: { $days }
routine-every-day = every day
routine-switch-on = Switch on
routine-switch-off = Switch off
routine-change-times = Change the times
routine-sun-hours = Every two hours outdoors
routine-ask-times = <b>{ $item }</b>: at what times?
    Type them like 7:30 and 21:30.
routine-ask-sun-hours = Between which hours are you outdoors? I will remind you every two hours in between. Type for example 10:00 to 16:00.
routine-times-unclear = I could not read that as times, so nothing was changed. Please type them like 7:30 or 21:30.
routine-sun-unclear = I need two times, the earlier one first, for example 10:00 to 16:00. Nothing was changed.
routine-too-many = That is too many times for one day: at most { $most }. Nothing was changed.
routine-dose-count = Your plan says { $count } a day. If your label has changed, please change the plan in /settings first. Nothing was changed.
routine-last-day = A routine needs at least one day. Switch it off instead.
routine-in-quiet-hours = <i>One of these times is inside your quiet hours. I will still send it, without a sound.</i>

pause-done = Your reminders are paused. /resume starts them again; nothing is caught up then. If you use contraception, please keep using it.
    If you are pausing the medicine itself, please make sure your prescriber knows.
pause-already = Your reminders are paused already. /resume starts them again.
resume-done = Your reminders are on again, from the next usual time. Nothing is caught up.
resume-not-paused = Your reminders are not paused. /today shows your day.
resume-held = Your reminders are on again, except for your daily one: it is on hold until you have spoken to a doctor. Tap /doctor to tell me what was said.

settings-title = <b>Settings</b>
settings-language = Language: { $language }
settings-country = Country: { $country }
settings-zone = Clock: { $zone }, { $time } now
settings-quiet = Quiet hours: { $start } to { $end }
settings-plan = Plan as on your label: { $plan }
settings-doctor = Doctor's number: { $doctor }
settings-course = Last capsule: { $day }
settings-unknown = not set
settings-change-language = Language
settings-change-country = Country
settings-change-zone = Time zone
settings-change-quiet = Quiet hours
settings-change-plan = Plan
settings-change-doctor = Doctor's number
settings-change-course = Last capsule
settings-consent-on = ✓ { $purpose }
settings-consent-off = ▫️ { $purpose }
settings-purpose-reminders = Reminders
settings-purpose-mood = Mood check-ins
settings-purpose-care-team = Tell the care team
settings-purpose-news = News from the care team
# The team's own words; a spoiler keeps them off the lock screen.
broadcast-news = <b>A message for you.</b> Tap to read it.

    <tg-spoiler>{ $text }</tg-spoiler>

    <i>Written by your care team and sent to everybody who asked for news; not by this bot. Nobody reads answers to it. To end this: /settings</i>
settings-ask-language = Which language shall I use?
settings-ask-country = Which country are you in? Type its name.
settings-ask-zone = What shall I set your clock by? Type a city, or type what time it is for you now, for example 18:40.
settings-ask-quiet = Between which times shall I be quiet? Type for example 22:00 to 7:00. Messages about your safety still come.
settings-ask-doctor = What number do you call to reach your doctor or clinic? Type it, or type "none" to remove it. I show it to you when you should call.
settings-saved = Saved.
settings-zone-saved = Saved: { $zone }. It is { $time } there now. Reminders follow that clock, and never come twice for the same date.
settings-quiet-unclear = I need two times, for example 22:00 to 7:00. Nothing was changed.
settings-doctor-unclear = That does not look like a phone number. Please type it with its digits, for example 020 7946 0000. Nothing was changed.
settings-consent-changed = Saved. It holds from now on.

# Far too many messages or taps at once. Said once; signs of danger are still noticed.
rush-minute = That was a lot at once, so I stop answering for a minute. I still read every word for signs that you need help. /sos works at any time.
rush-day = That was a lot for one day, so I answer again tomorrow. I still read every word for signs that you need help, and your reminders go on. /sos works at any time.

doctor-title = <b>Your doctor</b>
doctor-number = Number: { $doctor }
doctor-no-number = You have not told me your doctor's number. /settings keeps it, so that I can show it when you should call.
doctor-held = Your daily one is on hold, because I asked you to contact a doctor. When you have spoken to one, please tell me what was said:
doctor-paused = You told me that the doctor said to pause or stop. When a doctor says that you can go on, please tell me:
doctor-spoken = I have spoken to a doctor
doctor-not-held = Nothing is on hold. If something worries you, /symptoms or /sos say whom to contact.

privacy-text =
    <b>What is kept, and why</b>
    Run by: { $operator }.

    • Your chat number at Telegram, so that I can write to you
    • A sealed fingerprint of your name at Telegram, to notice when somebody else has taken over this account
    • Language, country, time zone and quiet hours
    • Your routines, and what you tapped on each reminder
    • Your plan as on the label, your doctor's number and your check-in answers: encrypted
    • Messages you type are read by the program, acted on, and then erased. What I keep of them is only what you asked me to keep.
    • If you wrote them: your plan for hard days and your daily word on how it was, encrypted; and whom you named to be reached
    • Answers stay for { $months } months after your last capsule; then I keep only the date and how urgent it was. Set the day of your last capsule in /settings.
    • If I asked you to contact a doctor: that I did, when, and what you told me afterwards

    Nothing goes to advertisers or analytics. Telegram itself carries our messages, and chats with bots are <b>not</b> end-to-end encrypted.

    You agreed to: { $purposes }. Change that in /settings, at any time; it holds at once. /sos works without any consent.

    /export gives you your data as a file. /delete removes everything.
privacy-none = nothing

export-caption = Everything I keep about you, as one file. It is for you alone: please take care where you store it.
delete-ask = <b>Delete everything?</b> Your routines, records, check-ins, cases and your plan for hard days will be gone, and reminders stop. /export gives you a copy first. /sos and /faq stay open to you.
delete-yes = Yes, delete everything
delete-ask-again = <b>Are you sure?</b> After ten minutes nobody can bring it back, and the people who run this bot can't either, except from a backup until that is deleted, too.
delete-yes-sure = Yes, I'm sure
delete-waits = At { $at } everything about you is deleted. Until then I send no reminders, and you can still change your mind.
delete-undo = Keep everything
delete-undone = Everything is as it was, and nothing is deleted. Your reminders go on.
delete-no = No, keep it
delete-done = Everything about you is deleted. If you take isotretinoin, please keep to what your doctor told you. /sos shows whom to call, at any time. /start begins anew.
delete-kept = Nothing was deleted.

settings-opt-in-daily-mood = How was today? Each evening
settings-opt-in-symptom-check = Anything new? Once a week
