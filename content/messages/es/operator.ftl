### For whoever runs the bot. Nothing about a patient may ever stand here.
### Review state: machine-drafted, not signed.

# $problems: one per line, each with its file.
operator-content-refused =
    <b>No he tomado los textos nuevos.</b> Sigo con los de antes.

    { $problems }

# Urgent messages have waited for $minutes or longer. $team: how many of the $count are alerts to the
# care team; $reasons: "blocked 1, flood 2", in the program's words.
operator-undelivered =
    <b>{ $count ->
        [one] Un mensaje urgente no se ha entregado.
       *[other] { $count } mensajes urgentes no se han entregado.
    }</b> Llevan así { $minutes } minutos o más.

    De ellos, para el chat del equipo: { $team }
    Lo último que dijo Telegram: { $reasons }

    Sigo intentándolo. Lo que puedes hacer está en la guía de operación, en «An urgent message is not delivered».

operator-not-tried = sin intentar todavía

operator-delivered = Ya se han entregado todos los mensajes urgentes.

# $start and $end: day and time on the clock of $zone.
operator-was-away =
    <b>No estuve en marcha</b> desde { $start } hasta { $end } ({ $zone }).

    { $count ->
        [0] Nadie se quedó sin recordatorio por ello.
        [one] Una persona se quedó sin recordatorios y se le avisó.
       *[other] { $count } personas se quedaron sin recordatorios y se les avisó.
    }
