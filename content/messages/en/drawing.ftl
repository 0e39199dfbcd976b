### Pictures, the report for the visit, and files. Neutral words where a lock screen may show them.
### Review state: machine-drafted, not signed by a clinician.
### Never add here: praise, blame, percentages, targets, a finish date, "well done", "only".

## When it does not work

drawing-failed = I could not make that just now. Nothing of yours is lost. Please ask again in a few minutes.

## The picture

progress-title = Your record
progress-period = { $first } to { $last }
progress-doses = Your daily one
progress-noted = What you noted
progress-moods = How the days were
progress-mark-taken = taken
progress-mark-skipped = left out
progress-mark-unanswered = not answered
progress-mark-held = on hold
progress-mark-unknown = not known
progress-mark-open = still open
progress-shape-noted = noted
progress-shape-soon = call within 24 hours
progress-shape-now = contact a doctor now
progress-nothing-noted = Nothing is noted for these days.
progress-footer = Made from what you have recorded. Not known: I did not ask, or nothing is recorded. An empty day has nothing on it.

# The same in words, below the picture. $period: progress-period.
progress-caption-title = <b>{ $period }</b>
# $counts: the counts below, joined.
progress-caption-doses = Your daily one: { $counts }.
progress-caption-no-doses = Nothing is recorded about your daily one.
progress-count-taken = { $count } taken
progress-count-skipped = { $count } left out
progress-count-unanswered = { $count } not answered
progress-count-held = { $count } on hold
progress-count-unknown = { $count } not known
progress-count-open = { $count } still open
progress-caption-moods = How the days were: { $moods }.
progress-caption-mood = { $mood } { $days ->
    [one] on 1 day
   *[other] on { $days } days
}
progress-caption-noted = Noted:
progress-caption-symptom = • { $name }: { $days ->
    [one] 1 day
   *[other] { $days } days
}
progress-caption-more = There is more in /report.
progress-list-comma = {", "}
progress-weeks = { $weeks } weeks
progress-everything = Everything
progress-dark = Dark
progress-light = Light
progress-report = For the visit
progress-nothing = There is nothing to show yet. When you have answered a reminder or noted something, /progress makes a picture of it.
progress-in-words = I could not make the picture just now. Here is the same in words.

## The pages for the visit: read by a clinician, so in plain words and with scores

report-caption = Your pages for the visit. Please look at them before you show them to anybody: everything you noted is in them, also how you felt.
report-in-english = In English, for the doctor
report-as-fhir = For the clinic's computer
report-as-table = As a table
report-title = Isotretinoin: record for the visit
# $zone: the name of a time zone
report-period = { $first } to { $last } · times of { $zone }
report-name = Name
report-born = Date of birth
report-standing = Recorded by the patient in an automated chat, not verified by anybody. The chat knows no name, weight or result. It is not a medical device, and nothing here is an assessment.
report-foot = Recorded by the patient, not verified · { $day }
report-nothing = Nothing is recorded.
report-more = … and { $count } more in the full export.
report-questions = Questions that the patient wrote down
report-question = • { $text }
report-plan = Plan, as typed from the label
report-no-plan = No plan is recorded.
report-started = Course began: { $day }
report-ended = Last capsule: { $day }
report-until-now = now
report-dose = { $capsules } mg
report-often = { $times }, { $days }
report-times = { $times ->
    [one] once a day
    [2] twice a day
   *[other] { $times } times a day
}
report-every-days = { $days ->
    [one] every day
    [2] every second day
   *[other] every { $days } days
}
report-doses = Doses by month
report-total = All
report-doses-note = Taken and left out: as the patient said. Not answered: asked, and no answer came. On hold: the chat had asked her or him to speak to a doctor first. Not known: not asked, or nothing recorded.
report-reasons = Left out because: { $reasons }.
report-reason = { $reason } ({ $count })
report-symptoms = Symptoms
report-checkins = Mood check-ins
report-checkins-note = Items were asked in the official English wording; PHQ item 9 right after items 1 and 2. A total is given only when every item was answered. Totals are sums, not diagnoses.
report-instruments = Used: { $instruments }.
report-instrument = { $title }, version { $version }
# $sum: "2/6"
report-pair = { $name } items 1–2: { $sum }
report-incomplete = { $name } incomplete
report-refused = not answered
report-not-finished = not finished
report-answers-gone = answers no longer kept
report-asq-no = ASQ: no to all asked
report-asq-yes = ASQ: yes or refused to { $items }
report-unsafe = felt unsafe that day
report-cases = What the chat asked the patient to do at once
report-not-reached = The message did not reach the patient
report-team = Care team took it on { $day }
report-doctor-continue = Patient on { $day }: spoke to a doctor, go on
report-doctor-pause = Patient on { $day }: spoke to a doctor, pause
report-doctor-stop = Patient on { $day }: spoke to a doctor, stop
report-doctor-unknown = Whether a doctor was spoken to is not recorded
report-still-held = Dose reminders are on hold
report-dates = Tests and dates
report-moods = Daily word on how it was (no score)
report-review = Review
report-review-text = The questions about the body, the thresholds and the wording of the advice were drafted by machine from official sources. No clinician has signed them yet.
report-tier-none = self-care
report-tier-visit = mention at the visit
report-tier-soon = call within 24 hours
report-tier-now = contact a doctor now
report-tier-emergency = emergency services
report-about-mood = mood, or thoughts of suicide
report-about-severe-mood = severe low mood
report-about-overdose = too much taken
report-about-psychosis = unusual experiences, or rage
report-about-pregnancy = possible pregnancy
report-about-physical = physical symptom
report-date-blood-test = Blood test
report-date-pregnancy-test = Pregnancy test
report-date-appointment = Appointment
report-date-refill = Supply
report-date-prescription = Prescription
report-date-after-course = After the course
report-date-contraception = Contraception
report-outcome-done = done
report-outcome-moved = moved
report-outcome-cancelled = cancelled
report-outcome-planned = planned
report-outcome-unknown = not known
report-column-since = From
report-column-until = Until
report-column-dose = One dose
report-column-often = How often
report-column-month = Month
report-column-symptom = Symptom
report-column-days = Days
report-column-dates = Reported on
report-column-advice = Most urgent advice
report-column-date = Date
report-column-phq = PHQ
report-column-item9 = Item 9
report-column-gad2 = GAD-2
report-column-remarks = Remarks
report-column-told = Advice
report-column-about = About
report-column-followed = What followed
report-column-what = What
report-column-outcome = What became of it

## Files

file-fhir-caption = Your record for the clinic's computer (FHIR R4). It holds no name. Please take care where you store it.
file-table-caption = Your record as a table (CSV). Please take care where you store it.
file-calendar-caption = Your routines for your phone's calendar, for the next four weeks. Your calendar does not know when something changes: what I say here counts.
file-calendar-held = Your daily one is left out of it, because it is on hold until you have spoken to a doctor.
file-calendar-empty = None of your routines is switched on, so there is nothing for a calendar. /reminders shows them.
file-calendar-note = From your chat. If it says something else, that counts.
file-calendar-button = For my phone's calendar
