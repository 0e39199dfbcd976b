### The setup, step by step.
### Review state: machine-drafted, not signed.

setup-step = <i>Step { $number } of { $of }</i>
setup-resume = You had begun to set things up. Shall we go on where you stopped?
setup-resume-go = Go on
setup-resume-again = Start over
setup-already = You are set up already. /today shows your day, /reminders your routines, /settings everything else.
    Starting over asks every question again; what you have recorded stays.


setup-about =
    <b>Hello. I am a companion for people who take isotretinoin.</b>

    I can remind you of your daily routine, ask how you are, and answer questions. When an answer worries me, I say "contact your doctor now".

    Please know before we start:
    • I am an automated assistant, not a doctor. I never change a dose and I don't read test results.
    • <b>Nobody may be reading this chat.</b> I can't call for help. In an emergency call your local emergency number; /sos always shows whom to call.
    • Telegram chats with bots are not end-to-end encrypted. I keep little, and I keep it encrypted.
    • No clinician has signed my texts yet.
setup-about-ok = I understand

setup-age = <b>How old are you?</b>
    Choose, or write the number.
setup-age-adult = 18 or older
setup-age-teen = 12 to 17
setup-age-child = Under 12
setup-age-unclear = I need your age in years, for example 19.
setup-refused-child = Thank you for being honest. I am not for people under 12, so I can't set anything up. Please ask a parent and your doctor about your treatment. /sos shows whom to call when something is wrong, at any time.
setup-refused-teen = Thank you for being honest. Here I can only set things up for people of 18 or older. Your clinic may offer other ways. /faq answers questions, and <b>/sos shows whom to call</b> when something is wrong, at any time.

setup-reminders = <b>May I remind you</b> of your daily one, and of skin care?
    I keep the times you choose and what you tap. You can stop this at any time.
setup-reminders-yes = Yes, remind me
setup-reminders-no = No reminders

setup-mood = <b>May I ask how you are</b>, every two weeks, in a few short questions?
    Some people feel low during treatment, from many causes. I ask everybody the same, also about thoughts of self-harm. I keep your answers encrypted and show no scores. You can stop this at any time.
setup-mood-yes = Yes, ask me
setup-mood-no = No check-ins

setup-team = <b>May I tell the care team</b> of { $operator } when I have asked you to contact a doctor?
    They get a case number and how urgent it is, never what you wrote. That does not mean that somebody is watching: always call for yourself.
setup-team-yes = Yes, tell them
setup-team-no = No

setup-zone = <b>Where are you</b>, as far as the clock goes?
    Share your location (I keep only the time zone), type a city, or type what time it is for you now, for example 18:40.
setup-zone-share = Share my location
setup-zone-unknown = I could not find that place. Please type a larger city near you, or what time it is for you now, for example 18:40.
setup-zone-which = Which one do you mean?
setup-zone-kept = Noted: { $zone }. It is { $time } there now.

setup-country = <b>Which country are you in?</b>
    That decides whom I name in an emergency and which leaflet wording fits. Type its name.
setup-country-guess = Yes, { $country }
setup-country-unknown = I don't know a country of that name. Please try its English name, or skip this.

setup-routines = <b>What shall I remind you of?</b>
    Tap to choose. Times can be changed later in /reminders.
setup-routine-on = ✓ { $item }
setup-routine-off = ▫️ { $item }
setup-routines-go = Continue

setup-capsules = <b>What does the label say for one dose?</b>
    Choose one capsule strength, or type it as on your own label, for example 20 mg, 2 x 20, or 20 + 10.
setup-capsule = { $mg } mg
setup-capsules-unclear = I could not read that. Please type the strength in mg as on the label, for example 20 mg or 2 x 20.
setup-plan-refused = I can't save that. Please check the label with your pharmacist or prescriber today. You can type it again, or skip this step.
setup-plan-sure = Is that really what your label says? If you are not sure, please ask your pharmacist or prescriber within 24 hours.
setup-plan-sure-yes = Yes, it is what the label says

setup-often = <b>How many times a day?</b>
    As on your own label.
setup-often-1 = Once
setup-often-2 = Twice
setup-often-unclear = Please choose how many times a day, as on your label: once or twice.

setup-weight = <b>How much do you weigh?</b>
    Only if you like. I use it once, to notice a typing mistake in the plan, and I don't keep it. Type it like 62 kg or 137 lb.
setup-weight-unclear = I can't use that as a weight. Please type it like 62 kg or 137 lb, or skip this.

setup-times-1 = <b>At what time?</b>
    Best at a meal that you never skip. Choose, or type a time such as 8:00.
setup-times-2 = <b>At which two times?</b>
    Best at two meals. Choose, or type both, such as 8:00 and 20:00.
setup-times-3 = <b>At which three times?</b>
    Please type all three, such as 8:00, 14:00 and 20:00.
setup-time-unclear = I could not read that as a time. Please type it like 8:00 or 20:30.

setup-review = <b>Shall I start like this?</b>
setup-review-reminders = Reminders: { $items }
setup-review-dose = Your daily one: { $times }
setup-review-capsules = As on your label: { $capsules } mg each time
setup-review-no-reminders = No reminders
setup-review-mood = Mood check-ins: every two weeks
setup-review-no-mood = No mood check-ins
setup-review-team = Care team: told of urgent cases
setup-review-zone = Clock: { $zone }
setup-review-country = Country: { $country }
setup-review-no-country = Country: not said; I will name international help only
setup-start = Start

setup-use-buttons = Please use one of the buttons below.
setup-yes-or-no = Please answer yes or no.

setup-done = <b>All set.</b> /today shows your day, /reminders your routines. Just ask me when you have a question, and write to me when something is wrong. /sos shows whom to call, at any time.
setup-done-next = The first reminder comes at { $time }.
setup-done-mood = A first check-in helps me to notice a change later. It takes about two minutes. You can do it now, or any time with /checkin.
setup-zone-or = You can also use the key below to share your location.
setup-review-nothing = nothing chosen
