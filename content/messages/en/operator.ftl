### For whoever runs the bot. Nothing about a patient may ever stand here.
### Review state: machine-drafted, not signed.

# $problems: one per line, each with its file.
operator-content-refused =
    <b>The new texts were not taken.</b> I go on with the old ones.

    { $problems }

# Urgent messages have waited for $minutes or longer. $team: how many of the $count are alerts to the
# care team; $reasons: "blocked 1, flood 2", in the program's words.
operator-undelivered =
    <b>{ $count ->
        [one] One urgent message is not delivered.
       *[other] { $count } urgent messages are not delivered.
    }</b> That is so for { $minutes } minutes or longer.

    Of these for the care team's chat: { $team }
    What Telegram last said: { $reasons }

    I keep trying. What you can do stands in the operations guide, under “An urgent message is not delivered”.

operator-not-tried = not tried yet

operator-delivered = All urgent messages have been delivered now.

# $start and $end: day and time on the clock of $zone.
operator-was-away =
    <b>I was not running</b> from { $start } to { $end } ({ $zone }).

    { $count ->
        [0] Nobody missed a reminder because of it.
        [one] One patient missed reminders and was told.
       *[other] { $count } patients missed reminders and were told.
    }
