### The plan as on the label, its history, corrections of the last week, the capsules at home.
### Review state: machine-drafted, not signed by any clinician.
### Bounds: no target, no percentage, no last date of our own, no word on whether a dose is right.

course-title = <b>Your plan</b>
course-day = Day { $day }. Your course began on { $date }.
course-began = Your course began on { $date }.
course-no-start = Start date: not noted. With it I count the days for you.
course-starts = Your course starts on { $date }, in { $days ->
    [one] one day
   *[other] { $days } days
}. Daily reminders begin then.
course-last = Last capsule: { $date }
course-now = <b>Now:</b> { $plan }, since { $date }
course-none = <b>Now:</b> nothing noted. "Change the dose" takes down what your label says.
course-coming = <b>From { $date }:</b> { $plan }
course-past-title = <b>Before</b>
course-past = { $since } to { $until }: { $plan }
course-no-judge = <i>I keep what your label says. How much you take and for how long is up to your prescriber.</i>

course-dose-daily = { $capsules } mg, { $times ->
    [one] once a day
    [2] twice a day
   *[other] { $times } times a day
}
course-dose-days = { $capsules } mg, { $times ->
    [one] once
    [2] twice
   *[other] { $times } times
} { $days }
course-days-alternate = every other day
course-days-interval = every { $days } days
course-days-week = on { $days }

course-ask = What does the label say now? Type it, for example:
    20 mg once a day
    20 mg + 10 mg twice a day
    40 mg every other day
    10 mg three times a week
    You can add "from 1 December".
course-problem-unclear = I could not read that, so nothing was changed. I need the strength in mg and how often.
course-problem-alternating = Two strengths on alternate days can mean two things, and I can't keep a dose that changes from day to day. If you take both together, type them with a plus: 20 mg + 40 mg every other day. If you take one of them on one day and the other on the next, please write it under /note, and keep to your label. Nothing was changed.
course-problem-refused = I can't save that. Please check the label with your pharmacist or prescriber today. Nothing was changed.
course-ask-days = On which days? Tap to choose { $days ->
    [one] one day
   *[other] { $days } days
}.
course-ask-begins = <b>{ $plan }</b>
    From which day does this hold? Tap, or type a date like 3 March or 2027-03-03.
course-date-unclear = I could not read that as a date, so nothing was changed.
course-bad-too-long-ago = That is too long ago for one course, so nothing was changed. Please check the year.
course-bad-too-far = That is more than a year away, so nothing was changed. Please check the year.
course-bad-before-start = That is before the start of your course, so nothing was changed. If the start date is wrong, please correct that first.
course-bad-after-end = That is after your last capsule, or after a change of dose that you have noted, so nothing was changed. If one of those dates is wrong, please correct that first.
course-confirm = <b>{ $plan }</b>
    From { $date }. Is that what your label says?
course-confirm-unusual = That is not common, so please compare it with the label once more. If it is not what the label says, ask your pharmacist or prescriber today.
course-confirm-replaces = It takes the place of what you noted for the same day: { $plan }
course-confirm-later = You have also noted a change from { $date }: { $plan }. Shall it stay?
course-saved = Saved. What was before stays in your history.
course-lost = That page is from earlier, and nothing was changed. /plan shows what holds now.
course-drop-ask = Take back the change from { $date }: { $plan }?
course-dropped = Taken back. What holds now goes on.

course-ask-start = On what day did you take, or will you take, your first capsule? Type a date like 3 March or 2027-03-03.
course-ask-end = On what day did you take, or will you take, your last capsule, as your prescriber told you? Type a date like 3 March or 2027-03-03.
course-ask-stock = How many capsules do you have at home? Type the number, for example 24. With two strengths: 30 x 20 mg + 15 x 10 mg.
course-start-saved = Saved.
course-not-over-saved = Taken back: your course goes on. Reminders come at the usual times.
course-ended-what-now = <b>Last capsule: { $last }</b>
    The day's reminder of it ends then.

    • Contraception, if you use it for this: please go on until { $month }, one month after the last capsule. Your clinic may want a last test; its dates win. My reminders of it go on until then.
    • No blood donation until { $month }.
    • No waxing, laser, dermabrasion or peels before { $procedures }. A dermatologist may decide otherwise.
    • Never share what is left: even one capsule can harm an unborn baby. Ask your pharmacy to take it back.

    I ask how you are now, and one and three months later, because effects can come after the last capsule, too. Then I fall silent.

course-button-label = Change the dose
course-button-start = Start date
course-button-end = Last capsule
course-button-stock = Capsules at home
course-button-days = Correct a day
course-button-dates = Tests and dates
course-button-show = Show my plan
course-button-not-over = My course goes on
course-button-today = Today
course-button-tomorrow = Tomorrow
course-button-days-go = Continue
course-button-save = Yes, save
course-button-again = No, type it again
course-button-keep-later = Save, and keep the later change
course-button-drop-later = Save, without the later change
course-button-drop = Take back the change from { $date }
course-button-drop-yes = Yes, take it back
course-button-keep = No, keep it

stock-amount = { $many } × { $mg } mg
stock-left = <b>At home:</b> { $left } (counted on { $date }, less what you noted as taken)
stock-between = <b>At home:</b> between { $low } and { $high } (counted on { $date }). { $days ->
    [one] For one dose I have no answer
   *[other] For { $days } doses I have no answer
}, so I can't know it exactly. You can correct the days, or count again.
stock-lasts = They last until { $date }.
stock-lasts-between = They last until { $date }, perhaps until { $latest }.
stock-out = They may not be enough for the next dose. Please ask your prescriber or pharmacist. If you run out, leave the dose out; never take two later.
stock-does-not-fit = <b>At home:</b> I can't tell. You noted more as taken than you counted on { $date }. Please count again.
stock-reminder = I remind you { $days ->
    [one] one day
   *[other] { $days } days
} before, around ten in the morning.
stock-no-reminder = You get no reminder before they run out.
stock-seen-to = You told me that you have seen to it. When you have more, count again.
stock-lead = { $days ->
    [one] one day
   *[other] { $days } days
} before
stock-lead-off = No reminder
stock-unclear = I could not read that as a number of capsules, so nothing was changed.
stock-impossible = There can't be that many capsules at home, so nothing was changed. If you have none left, type 0.
stock-which = Your plan has more than one strength, or none is noted. Please say which: 30 x 20 mg + 15 x 10 mg. Nothing was changed.
stock-strength = A capsule of that strength is not in your plan. If your label has changed, please change the dose first. Nothing was changed.

days-title = <b>The last days</b>
    Tap a day to correct it.
days-none = In the last week there is no dose of your plan.
days-line = { $day }: { $states }
days-day = <b>{ $day }</b>
days-dose = { $time }: { $state }
days-corrected = <i>corrected on { $day } at { $time }</i>
days-saved = Noted as a correction.
days-only-record = This changes the record only. <b>Never take two to catch up.</b>
days-too-old = I can correct the last seven days only. Nothing was changed. What happened earlier you can write under /note for your next visit.
days-state-none = nothing noted
days-state-open = still open
days-state-done = taken
days-state-skipped = not taken
days-state-unanswered = no answer
days-state-missed-by-service = I was off
days-state-held = on hold
days-state-cancelled = planned anew
days-button-taken = Taken
days-button-skipped = Left out on purpose
days-button-missed = Not taken
days-button-unknown = I don't know
days-button-taken-at = { $time } Taken
days-button-skipped-at = { $time } Left out on purpose
days-button-missed-at = { $time } Not taken
days-button-unknown-at = { $time } I don't know

# Among the routines: on which dates the daily one comes stands in the plan.
routine-days-in-plan = Days: as in your /plan
