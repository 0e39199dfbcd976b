### Reminders and the day's list. Read on lock screens: no drug name, no health word.
### Review state: machine-drafted, not signed by a clinician.

item-dose = Lo de cada día, con comida
item-moisturizer = Crema hidratante
item-sunscreen = Protector solar
item-lip-balm = Bálsamo labial
item-eye-drops = Gotas para los ojos
item-mood-checkin = Unas preguntas breves
item-symptom-check = Una revisión breve
item-daily-mood = ¿Cómo fue hoy?
item-contraception = Lo otro de cada día
item-pregnancy-test = Algo que anotaste
item-blood-test = Algo que anotaste
item-appointment = Algo que anotaste
item-prescription = Algo que anotaste
item-refill = Algo en casa se está acabando
item-after-course = Una nota para ti
# A date that the patient has noted: its day, and never what it is.
item-date-ahead = Algo que anotaste para el { $day }
item-date-tomorrow = Algo que anotaste para mañana, { $day }
item-date-today = Algo que anotaste para hoy, { $day }
item-date-over = ¿Cómo fue? Habías anotado algo para el { $day }

remind-title = <b>{ $time }</b> · tu rutina
remind-line-open = ▫️ { $item }
remind-line-done = ✓ { $item } · { $time }
remind-line-taken = ✓ { $item } · tomado a las { $time }
remind-line-later = ⏰ { $item } · otra vez a las { $time }
remind-line-skipped = – { $item } · esta vez no
remind-line-unanswered = ◦ { $item } · sin respuesta
remind-line-missed-by-service = ◦ { $item } · yo no funcionaba y no te avisé
remind-line-held = ⏸ { $item } · en espera hasta que hables con un médico
remind-line-cancelled = ◦ { $item } · ya no está previsto

remind-done = Hecho
remind-taken = Tomado
remind-done-item = ✓ { $item }
remind-all-done = Todo hecho
remind-later = Más tarde
remind-skip = Esta vez no
remind-undo = Deshacer: { $item }
remind-show = ¿Qué es?
remind-moved = Cambió de día
remind-cancelled = Se canceló
remind-read = Leerla

# Sent when an earlier copy may have arrived (Telegram did not confirm it).
remind-repeat = <i>Puede que veas esto dos veces: no pude saber si el primer mensaje te llegó. Es el mismo recordatorio.</i>
remind-repeat-dose = <i>Puede que veas esto dos veces: no pude saber si el primer mensaje te llegó. Es el mismo recordatorio. <b>Una sola vez</b>, no dos.</i>
# A second or third question about the same thing.
remind-again = <i>Pregunto otra vez por lo mismo.</i>
remind-again-dose = <i>Pregunto otra vez por lo mismo. Si ya lo hiciste, solo toca el botón. <b>Una sola vez</b>, no dos.</i>
remind-late = <i>Esto llega tarde: tocaba a las { $time }.</i>

remind-later-ask = Avisarte de nuevo en…
remind-snooze-for = { $minutes ->
    [60] 1 hora
   *[other] { $minutes } min
}
remind-skip-ask = Esta vez dejas sin hacer: { $item }. ¿Puedo anotar por qué? Es para tu propio registro.
remind-skip-forgot = Se me olvidó
remind-skip-felt-unwell = Me sentía mal
remind-skip-doctor-said = Me lo dijo un médico
remind-skip-ran-out = Se me terminó
remind-skip-away = No lo tengo conmigo
remind-skip-other = Otro motivo
remind-skip-not-said = Prefiero no decirlo

# Source: the two official styles of missed-dose advice (US label; UK, EU and other leaflets).
dose-missed-skip = Deja pasar esta y toma la siguiente a su hora de siempre, con comida. <b>Nunca tomes dos a la vez.</b>
dose-missed-when-remembered = Todavía puedes tomarla cuando te acuerdes, con comida. Si ya casi toca la siguiente, deja pasar esta. <b>Nunca tomes dos a la vez.</b> Lo que dice tu propio prospecto va primero.
dose-missed-often = Has dejado pasar varias en los últimos siete días. Por favor, díselo en las próximas 24 horas a tu farmacéutico o al médico que te la receta: las que faltan pueden ser importantes para su plan.
dose-skip-unwell = Siento que te encuentres mal. Por favor, cuéntame más con /symptoms, para que pueda decirte si tienes que comunicarte ahora con tu médico.
dose-skip-ran-out = El médico que te la receta o tu farmacéutico puede decirte cómo conseguir la próxima caja. Yo no puedo ayudar con la compra.

today-title = <b>{ $day }</b>
today-upcoming = · { $item }
today-empty = Para hoy no hay nada previsto. En /reminders puedes crear tus rutinas.
today-record = { $time } { $item }
today-record-ask = ¿Qué pasó con <b>{ $item }</b> ({ $time })?
today-paused = <i>Tus recordatorios están en pausa. /resume los reanuda.</i>
today-held = <i>Lo de cada día está en espera hasta que hables con un médico. Toca /doctor para contarme lo que te dijo.</i>
today-no-account = Todavía no te recuerdo nada. /start lo configura; /faq y /sos funcionan sin eso.

# After the service was off.
downtime-note = Estuve sin funcionar desde { $start } hasta { $end } y no pude avisarte en ese tiempo. He anotado { $count ->
    [one] un recordatorio como no enviado
   *[other] { $count } recordatorios como no enviados
}. Por favor, no tomes nada dos veces para compensar.

check-nothing-new = Nada nuevo
check-something = Algo me molesta
