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
progress-caption-noted = Noted: { $symptoms }.
progress-caption-symptom = { $name } { $days ->
    [one] on 1 day
   *[other] on { $days } days
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
