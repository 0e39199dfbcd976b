### The plan as on the label, its history, corrections of the last week, the capsules at home.
### Review state: machine-drafted, not signed by any clinician.

course-title = <b>Tu plan</b>
course-day = Día { $day }. Tu tratamiento empezó el { $date }.
course-began = Tu tratamiento empezó el { $date }.
course-no-start = Fecha de inicio: sin anotar. Con ella puedo contar los días.
course-starts = Tu tratamiento empieza el { $date }, dentro de { $days ->
    [one] un día
   *[other] { $days } días
}. Los avisos diarios empiezan entonces.
course-last = Última cápsula: { $date }
course-now = <b>Ahora:</b> { $plan }, desde el { $date }
course-none = <b>Ahora:</b> nada anotado. «Cambiar la dosis» anota lo que dice tu etiqueta.
course-coming = <b>Desde el { $date }:</b> { $plan }
course-past-title = <b>Antes</b>
course-past = Del { $since } al { $until }: { $plan }
course-no-judge = <i>Guardo lo que dice tu etiqueta. Cuánto tomas y hasta cuándo lo decide quien te lo recetó.</i>

course-dose-daily = { $capsules } mg, { $times ->
    [one] una vez al día
    [2] dos veces al día
   *[other] { $times } veces al día
}
course-dose-days = { $capsules } mg, { $times ->
    [one] una vez
    [2] dos veces
   *[other] { $times } veces
} { $days }
course-days-alternate = cada dos días
course-days-interval = cada { $days } días
course-days-week = los { $days }

course-ask = ¿Qué dice ahora la etiqueta? Escríbelo, por ejemplo:
    20 mg una vez al día
    20 mg + 10 mg dos veces al día
    40 mg cada dos días
    10 mg tres veces por semana
    Puedes añadir «desde el 2027-03-03».
course-problem-unclear = No pude leerlo, así que no cambié nada. Necesito la cantidad en mg y cada cuánto.
course-problem-alternating = Dos cantidades en días alternos pueden significar dos cosas, y no puedo guardar una dosis que cambia de un día a otro. Si tomas las dos juntas, escríbelas con un más: 20 mg + 40 mg cada dos días. Si tomas una un día y la otra al siguiente, escríbelo en /note y sigue tu etiqueta. No cambié nada.
course-problem-refused = No puedo guardar eso. Por favor, comprueba hoy la etiqueta con tu farmacia o con quien te lo recetó. No cambié nada.
course-ask-days = ¿Qué días? Toca para elegir { $days ->
    [one] un día
   *[other] { $days } días
}.
course-ask-begins = <b>{ $plan }</b>
    ¿Desde qué día vale? Toca, o escribe una fecha como 3/3/2027 o 2027-03-03.
course-date-unclear = No pude leer eso como fecha, así que no cambié nada. Por ejemplo: 2027-03-03.
course-bad-too-long-ago = Eso es demasiado tiempo atrás para un tratamiento, así que no cambié nada. Por favor, revisa el año.
course-bad-too-far = Falta más de un año para eso, así que no cambié nada. Por favor, revisa el año.
course-bad-before-start = Eso es antes del inicio de tu tratamiento, así que no cambié nada. Si la fecha de inicio está mal, corrígela primero.
course-bad-after-end = Eso es después de tu última cápsula, o después de un cambio de dosis que anotaste, así que no cambié nada. Si una de esas fechas está mal, corrígela primero.
course-confirm = <b>{ $plan }</b>
    Desde el { $date }. ¿Es lo que dice tu etiqueta?
course-confirm-unusual = No es lo habitual, así que compáralo otra vez con la etiqueta. Si no dice eso, pregunta hoy en tu farmacia o a quien te lo recetó.
course-confirm-replaces = Ocupa el lugar de lo que anotaste para el mismo día: { $plan }
course-confirm-later = También anotaste un cambio desde el { $date }: { $plan }. ¿Lo dejo?
course-saved = Guardado. Lo anterior queda en tu historial.
course-lost = Esa página es de antes y no cambié nada. /plan muestra lo que vale ahora.
course-drop-ask = ¿Quitar el cambio desde el { $date }: { $plan }?
course-dropped = Quitado. Sigue lo que vale ahora.

course-ask-start = ¿Qué día tomaste, o vas a tomar, tu primera cápsula? Escribe una fecha como 3/3/2027 o 2027-03-03.
course-ask-end = ¿Qué día tomaste, o vas a tomar, tu última cápsula, según te dijo quien te la recetó? Escribe una fecha como 3/3/2027 o 2027-03-03.
course-ask-stock = ¿Cuántas cápsulas tienes en casa? Escribe el número, por ejemplo 24. Si son de dos cantidades: 30 x 20 mg + 15 x 10 mg.
course-start-saved = Guardado.
course-not-over-saved = Quitado: tu tratamiento sigue. Los avisos llegan a las horas de siempre.
course-ended-what-now = <b>Última cápsula: { $last }</b>
    El aviso diario de ella termina entonces.

    • Anticonceptivos, si los usas por esto: sigue hasta el { $month }, un mes después de la última cápsula. Tu clínica puede querer una última prueba; sus fechas mandan. Mis avisos siguen hasta entonces.
    • No dones sangre hasta el { $month }.
    • Nada de cera, láser, dermoabrasión ni peelings antes del { $procedures }. Un dermatólogo puede decidir otra cosa.
    • Nunca compartas lo que sobre: una sola cápsula puede dañar a un bebé que aún no ha nacido. Pide en tu farmacia que la recojan.

    Te pregunto cómo estás ahora, y uno y tres meses después, porque los efectos también pueden llegar tras la última cápsula. Después me quedo en silencio.

course-button-label = Cambiar la dosis
course-button-start = Fecha de inicio
course-button-end = Última cápsula
course-button-stock = Cápsulas en casa
course-button-days = Corregir un día
course-button-dates = Análisis y fechas
course-button-show = Ver mi plan
course-button-not-over = Mi tratamiento sigue
course-button-today = Hoy
course-button-tomorrow = Mañana
course-button-days-go = Continuar
course-button-save = Sí, guardar
course-button-again = No, lo escribo otra vez
course-button-keep-later = Guardar y dejar el cambio posterior
course-button-drop-later = Guardar sin el cambio posterior
course-button-drop = Quitar el cambio desde el { $date }
course-button-drop-yes = Sí, quitarlo
course-button-keep = No, dejarlo

stock-amount = { $many } × { $mg } mg
stock-left = <b>En casa:</b> { $left } (contado el { $date }, menos lo que anotaste como tomado)
stock-between = <b>En casa:</b> entre { $low } y { $high } (contado el { $date }). { $days ->
    [one] De una dosis no tengo respuesta
   *[other] De { $days } dosis no tengo respuesta
}, así que no puedo saberlo con exactitud. Puedes corregir los días o contar de nuevo.
stock-lasts = Alcanzan hasta el { $date }.
stock-lasts-between = Alcanzan hasta el { $date }, quizá hasta el { $latest }.
stock-out = Puede que no alcancen para la próxima dosis. Pregunta a quien te lo recetó o en tu farmacia. Si se terminan, deja pasar la dosis; nunca tomes dos después.
stock-does-not-fit = <b>En casa:</b> no puedo saberlo. Anotaste como tomadas más de las que contaste el { $date }. Por favor, cuenta de nuevo.
stock-reminder = Te aviso { $days ->
    [one] un día
   *[other] { $days } días
} antes, hacia las diez de la mañana.
stock-no-reminder = No recibes ningún aviso antes de que se acaben.
stock-seen-to = Me dijiste que ya te ocupaste. Cuando tengas más, cuenta de nuevo.
stock-lead = { $days ->
    [one] un día
   *[other] { $days } días
} antes
stock-lead-off = Sin aviso
stock-unclear = No pude leer eso como número de cápsulas, así que no cambié nada.
stock-impossible = No puede haber esa cantidad de cápsulas en casa, así que no cambié nada. Si no te queda ninguna, escribe 0.
stock-which = Tu plan tiene más de una cantidad, o ninguna anotada. Di cuál, por favor: 30 x 20 mg + 15 x 10 mg. No cambié nada.
stock-strength = Una cápsula de esa cantidad no está en tu plan. Si tu etiqueta cambió, cambia primero la dosis. No cambié nada.

days-title = <b>Los últimos días</b>
    Toca un día para corregirlo.
days-none = En la última semana no hay ninguna dosis de tu plan.
days-line = { $day }: { $states }
days-day = <b>{ $day }</b>
days-dose = { $time }: { $state }
days-corrected = <i>corregido el { $day } a las { $time }</i>
days-saved = Anotado como corrección.
days-only-record = Esto solo cambia el registro. <b>Nunca tomes dos para compensar.</b>
days-too-old = Solo puedo corregir los últimos siete días. No cambié nada. Lo que pasó antes puedes escribirlo en /note para tu próxima visita.
days-state-none = nada anotado
days-state-open = aún abierto
days-state-done = tomado
days-state-skipped = no tomado
days-state-unanswered = sin respuesta
days-state-missed-by-service = yo no funcionaba
days-state-held = en espera
days-state-cancelled = planeado de nuevo
days-button-taken = Tomado
days-button-skipped = No, a propósito
days-button-missed = No tomado
days-button-unknown = No lo sé
days-button-taken-at = { $time } Tomado
days-button-skipped-at = { $time } No, a propósito
days-button-missed-at = { $time } No tomado
days-button-unknown-at = { $time } No lo sé

# Among the routines: on which dates the daily one comes stands in the plan.
routine-days-in-plan = Días: como en tu /plan
