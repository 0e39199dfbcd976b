### /dates: what the clinic has given a date for, contraception, and the note after the course.
### Reminders never use these words: those stand in reminders.ftl and say nothing to a stranger.
### Review state: machine-drafted, not signed by any clinician.

dates-title = <b>Your dates</b>
dates-none = Nothing is noted. Write down here what your clinic has told you.
dates-line = • { $kind }: { $date }
dates-line-at = • { $kind }: { $date }, { $time }
dates-line-passed = • { $kind }: { $date } <i>(passed: how did it go?)</i>
dates-clinic-wins = <i>I never propose a date. Your clinic's dates win.</i>
dates-contraception = Contraception: I remind you daily, in neutral words, also while the medicine is paused or on hold.
dates-contraception-until = Contraception: I remind you daily, in neutral words, until { $date }, one month after the last capsule.
dates-kind-blood-test = Blood test
dates-kind-appointment = Appointment
dates-kind-prescription = Prescription
dates-kind-pregnancy-test = Pregnancy test

dates-one-title = <b>{ $kind }</b>
dates-one-day = { $day }
dates-one-day-at = { $day }, { $time }
dates-one-place = { $place }
dates-one-reminders = When shall I remind you? A reminder says only that you have noted something for that day.
dates-passed = This day has passed. How did it go?
dates-state-over = This has taken place.
dates-state-cancelled = This was cancelled.
dates-saved = Noted.
dates-gone = This date is settled already, or no longer there. Nothing was changed. /dates shows what is planned.
dates-done = { $kind }: noted as done.
dates-done-next = { $kind }: noted as done. The next one is on { $day }.
dates-cancelled = { $kind }: noted as cancelled. If your clinic planned it, please make sure they know.
dates-cancelled-next = { $kind }: noted as cancelled. The next one is on { $day }. If your clinic planned it, please make sure they know.

dates-ask = <b>{ $kind }</b>: on what day? Type a date like 3 March or 2027-03-03. You can add a time and a place: 3 March 14:30, City clinic.
dates-ask-prescription = <b>{ $kind }</b>: what is the last day on which you can collect it? Type a date like 3 March or 2027-03-03. I remind you six days before, two days before and on that day.
dates-ask-moved = <b>{ $kind }</b>, { $day }: to which day was it moved? Type a date like 3 March or 2027-03-03.
dates-unusable-past = That day has passed, so nothing was changed. Please check the year.
dates-unusable-too-far = That is more than two years away, so nothing was changed. Please check the year.
dates-unusable-too-many = You have as many dates as I keep. Please settle or cancel one first.
dates-unusable-twice = You have noted this for the same day already, so nothing was changed.
dates-cancel-ask = <b>{ $kind }</b>, { $day }: was it cancelled?

dates-lead = { $days ->
    [0] that day
    [1] 1 day
    [3] 3 days
    [7] 1 week
    [14] 2 weeks
   *[other] { $days } days
}
dates-repeats-once = Once
dates-repeats-monthly = Every month
dates-repeats-days28 = Every 28 days
dates-button-one = { $kind }, { $date }
dates-button-add = + { $kind }
dates-button-done = Done
dates-button-moved = Moved
dates-button-cancelled = Cancelled
dates-button-cancel-yes = Yes, it was cancelled
dates-button-cancel-this = Only this one
dates-button-cancel-all = All of them, from now on
dates-button-keep = No, it stays
dates-button-contraception-on = Remind me of contraception daily
dates-button-contraception-off = Stop the contraception reminders
dates-button-programmes = Programmes' rules

# After the course. A reminder only says that there is a note.
after-month = <b>One month has passed since your last capsule ({ $last }).</b>
    By the usual rules, contraception for this medicine can end now, and you may give blood again. If your clinic wants one more test, or has told you another date, that comes first: your clinic's dates win. My reminders of contraception have ended.
    No waxing, laser, dermabrasion or peels before { $procedures }, unless a dermatologist decides otherwise.
    How are you? /checkin and /symptoms stay open, and so does /sos.
after-goodbye = <b>It is three months since your last capsule ({ $last }), so I fall silent now.</b>
    If your mood or your body still troubles you, please tell a doctor, also about what you took. Effects can come, or stay, after the last capsule. Waxing, laser, dermabrasion and peels: not before { $procedures }.
    /sos, /faq and /doctor stay open. If you like, I delete everything about you now; /export gives you a copy first. If another course begins, /plan takes up the new dates.
after-button-delete = Delete everything about me
after-old = This note is from earlier. /plan shows what holds now.

# The programmes: what the rule is, with its source. Nothing is planned because of them.
programmes-title = <b>Pregnancy prevention programmes</b>
    I show what their rules are. Whether one applies to you, and which dates, your clinic decides. Only if you say that one applies do I keep that.
programmes-one-title = <b>{ $name }</b>
programmes-everybody = <b>For everybody</b>
programmes-can-become-pregnant = <b>If you can become pregnant</b>
programmes-cannot-become-pregnant = <b>If you cannot become pregnant</b>
programmes-rule = • { $text }
programmes-notice = { $text } <b>Your clinic's dates win.</b> If you might be pregnant, contact your doctor now: /symptoms or /doctor.
programmes-source = <i>Version { $version }. Sources: { $sources }</i>
programmes-unsigned = <i>No clinician has signed this text yet.</i>
programmes-signed = <i>A clinician has signed this text.</i>
programmes-button-applies = This one applies to me
programmes-button-drop = None applies to me
programmes-button-note = Note the clinic's date: { $kind }
