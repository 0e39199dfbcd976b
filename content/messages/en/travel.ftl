### A change of clocks, and other dose times on some days.
### Review state: machine-drafted, not signed by any clinician.

travel-ask =
    In { $zone } it is { $time } now. So far your routines follow the clock of { $home }. What shall they do?
travel-ask-move = <b>Move with you:</b> the same hours on the clock there. The next daily one is due on { $next }; after that at your usual hours. Two never come too close together.
travel-ask-keep = <b>Keep home times:</b> good for a short trip. The next daily one is due on { $next } there, which is your usual hour at home.
travel-nothing-yet = Nothing changes until you choose.
travel-button-move = Move with me
travel-button-keep = Keep home times
travel-kept = Saved: it is { $time } in { $zone }. Your routines stay on the clock of { $home }; quiet hours follow where you are. When you are back, tell me with /timezone.
travel-home = Routines follow the clock of: { $home }

routine-button-meals = Other times on some days
meal-title = <b>Other times on some days</b>
meal-usual = Usually: { $times }
meal-line = { $number }. { $days }: { $times }
meal-short = { $days }: { $times }
meal-dates = { $first } to { $last }
meal-none = When you eat at other hours on some days, at weekends or in weeks of fasting, the times can follow. How often stays as on your label.
meal-saved = Saved.
meal-button-days = On weekdays
meal-button-dates = From … to …
meal-button-these = These days
meal-button-remove = ✕ { $number }
meal-ask-days = On which days of the week do you take it at other hours?
meal-ask-first = From which date on? Type it like 18 February.
meal-ask-last = From { $first } to which date? After that your usual times come back.
meal-ask-times = At what { $count ->
    [one] time? Type it like 9:30.
   *[other] { $count } times? Type them like 4:45 and 19:10.
}
meal-date-unclear = I could not read that as a date that fits, so nothing was changed. Please type it like 18 February or 2027-02-18.
