### Reminders and the day's list. Read on lock screens: no drug name, no health word.
### Review state: machine-drafted, not signed by a clinician.

item-dose = Your daily one, with food
item-moisturizer = Moisturizer
item-sunscreen = Sunscreen
item-lip-balm = Lip balm
item-eye-drops = Eye drops
item-mood-checkin = A short check-in
item-symptom-check = A short check
item-daily-mood = How was today?
item-contraception = Your other daily one
item-pregnancy-test = Something you noted
item-blood-test = Something you noted
item-appointment = Something you noted
item-prescription = Something you noted
item-refill = Something at home is running low
item-after-course = A note for you
# A date that the patient has noted: its day, and never what it is.
item-date-ahead = Something you noted for { $day }
item-date-tomorrow = Something you noted for tomorrow, { $day }
item-date-today = Something you noted for today, { $day }
item-date-over = How did it go? You had noted something for { $day }

remind-title = <b>{ $time }</b> · your routine
remind-line-open = ▫️ { $item }
remind-line-done = ✓ { $item } · { $time }
remind-line-taken = ✓ { $item } · taken at { $time }
remind-line-later = ⏰ { $item } · again at { $time }
remind-line-skipped = – { $item } · left out
remind-line-unanswered = ◦ { $item } · no answer
remind-line-missed-by-service = ◦ { $item } · I was off and did not remind you
remind-line-held = ⏸ { $item } · on hold until you have spoken to a doctor
remind-line-cancelled = ◦ { $item } · no longer planned

remind-done = Done
remind-taken = Taken
remind-done-item = ✓ { $item }
remind-all-done = All done
remind-later = Later
remind-skip = Skip
remind-undo = Undo: { $item }
remind-show = What is it?
remind-moved = Moved
remind-cancelled = Cancelled
remind-read = Read it

# Sent when an earlier copy may have arrived (Telegram did not confirm it).
remind-repeat = <i>You may see this twice: I could not tell whether the first message reached you. It is the same reminder.</i>
remind-repeat-dose = <i>You may see this twice: I could not tell whether the first message reached you. It is the same reminder. <b>One only</b>, not two.</i>
# A second or third question about the same thing.
remind-again = <i>Asking once more about the same one.</i>
remind-again-dose = <i>Asking once more about the same one. If you have had it already, just tap. <b>One only</b>, not two.</i>
remind-late = <i>This is late: it was due at { $time }.</i>

remind-later-ask = Remind you again in …
remind-snooze-for = { $minutes ->
    [60] 1 hour
   *[other] { $minutes } min
}
remind-skip-ask = You are leaving out: { $item }. May I note why? It is for your own record.
remind-skip-forgot = I forgot it
remind-skip-felt-unwell = I felt unwell
remind-skip-doctor-said = A doctor told me to
remind-skip-ran-out = I have run out
remind-skip-away = I don't have it with me
remind-skip-other = Another reason
remind-skip-not-said = I'd rather not say

# Source: the two official styles of missed-dose advice (US label; UK, EU and other leaflets).
dose-missed-skip = Leave this one out and take the next one at its usual time, with food. <b>Never take two at once.</b>
dose-missed-when-remembered = You can still take it when you remember, with food. If the next one is almost due, leave this one out. <b>Never take two at once.</b> Your own leaflet comes first.
dose-missed-often = You have left out several in the last seven days. Please tell your prescriber or pharmacist within 24 hours: missed ones can matter for their planning.
dose-skip-unwell = I'm sorry you feel unwell. Please tell me more with /symptoms, so that I can say whether to contact your doctor now.
dose-skip-ran-out = Your prescriber or pharmacist can tell you how to get the next pack. I can't help with buying.

today-title = <b>{ $day }</b>
today-upcoming = · { $item }
today-empty = Nothing is planned for today. /reminders sets up your routines.
today-record = { $time } { $item }
today-record-ask = What happened with <b>{ $item }</b> ({ $time })?
today-paused = <i>Your reminders are paused. /resume starts them again.</i>
today-held = <i>Your daily one is on hold until you have spoken to a doctor. Tap /doctor to tell me what was said.</i>
today-no-account = I don't remind you of anything yet. /start sets that up; /faq and /sos work without it.

# After the service was off.
downtime-note = I was off from { $start } to { $end } and could not remind you in that time. I have noted { $count ->
    [one] one reminder
   *[other] { $count } reminders
} as not sent. Please don't take anything twice to catch up.

check-nothing-new = Nothing new
check-something = Something bothers me
