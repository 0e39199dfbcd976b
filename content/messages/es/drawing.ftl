### Imágenes, el informe para la visita y archivos. Palabras neutras donde pueda verlas una pantalla bloqueada.
### Review state: machine-drafted, not signed by a clinician.

drawing-failed = Ahora mismo no he podido prepararlo. No se ha perdido nada tuyo. Vuelve a pedirlo dentro de unos minutos.

## La imagen

progress-title = Tu registro
progress-period = { $first } a { $last }
progress-doses = Lo de cada día
progress-noted = Lo que has anotado
progress-moods = Cómo fueron los días
progress-mark-taken = tomado
progress-mark-skipped = omitido
progress-mark-unanswered = sin respuesta
progress-mark-held = en espera
progress-mark-unknown = no se sabe
progress-mark-open = aún abierto
progress-shape-noted = anotado
progress-shape-soon = llamar en 24 horas
progress-shape-now = contactar con un médico ya
progress-nothing-noted = No hay nada anotado en estos días.
progress-footer = Hecho con lo que has registrado. No se sabe: no pregunté, o no hay nada registrado. Un día vacío no tiene nada.

progress-caption-title = <b>{ $period }</b>
progress-caption-doses = Lo de cada día: { $counts }.
progress-caption-no-doses = No hay nada registrado sobre lo de cada día.
progress-count-taken = { $count } tomado
progress-count-skipped = { $count } omitido
progress-count-unanswered = { $count } sin respuesta
progress-count-held = { $count } en espera
progress-count-unknown = { $count } no se sabe
progress-count-open = { $count } aún abierto
progress-caption-moods = Cómo fueron los días: { $moods }.
progress-caption-mood = { $mood }, { $days ->
    [one] 1 día
   *[other] { $days } días
}
progress-caption-noted = Anotado:
progress-caption-symptom = • { $name }: { $days ->
    [one] 1 día
   *[other] { $days } días
}
progress-caption-more = Hay más en /report.
progress-list-comma = {"; "}
progress-weeks = { $weeks } semanas
progress-everything = Todo
progress-dark = Oscuro
progress-light = Claro
progress-report = Para la visita
progress-nothing = Todavía no hay nada que mostrar. Cuando hayas respondido a un recordatorio o anotado algo, /progress hace una imagen con ello.
progress-in-words = Ahora mismo no he podido hacer la imagen. Aquí está lo mismo en palabras.

## Las páginas para la visita

report-caption = Tus páginas para la visita. Míralas antes de enseñárselas a nadie: contienen todo lo que has anotado, también cómo te sentías.
report-in-english = En inglés, para el médico
report-as-fhir = Para el ordenador de la clínica
report-as-table = Como tabla
report-title = Isotretinoína: registro para la visita
report-period = { $first } a { $last } · hora de { $zone }
report-name = Nombre
report-born = Fecha de nacimiento
report-standing = Registrado por el paciente en un chat automático; nadie lo ha comprobado. El chat no conoce el nombre, el peso ni los resultados. No es un producto sanitario, y nada de esto es una valoración.
report-foot = Registrado por el paciente, sin comprobar · { $day }
report-nothing = No hay nada registrado.
report-more = … y { $count } más en la exportación completa.
report-questions = Preguntas que ha escrito el paciente
report-question = • { $text }
report-plan = Pauta, copiada de la etiqueta
report-no-plan = No hay ninguna pauta registrada.
report-started = Inicio del tratamiento: { $day }
report-ended = Última cápsula: { $day }
report-until-now = hoy
report-dose = { $capsules } mg
report-often = { $times }, { $days }
report-times = { $times ->
    [one] una vez al día
    [2] dos veces al día
   *[other] { $times } veces al día
}
report-every-days = { $days ->
    [one] todos los días
    [2] un día sí y otro no
   *[other] cada { $days } días
}
report-doses = Tomas por mes
report-total = Todo
report-doses-note = Tomado y omitido: según el paciente. Sin respuesta: se preguntó y no hubo respuesta. En espera: el chat pidió hablar antes con un médico. No se sabe: no se preguntó, o no hay nada registrado.
report-reasons = Omitido porque: { $reasons }.
report-reason = { $reason } ({ $count })
report-symptoms = Síntomas
report-checkins = Chequeos de ánimo
report-checkins-note = Las preguntas se hicieron con el texto oficial en inglés; la 9 del PHQ justo después de la 1 y la 2. Solo hay total cuando se respondió a todas. Los totales son sumas, no diagnósticos.
report-instruments = Usados: { $instruments }.
report-instrument = { $title }, versión { $version }
report-pair = { $name } preguntas 1–2: { $sum }
report-incomplete = { $name } incompleto
report-refused = sin responder
report-not-finished = sin terminar
report-answers-gone = las respuestas ya no se guardan
report-asq-no = ASQ: no a todo lo preguntado
report-asq-yes = ASQ: sí o no contesta a { $items }
report-unsafe = ese día no se sentía a salvo
report-cases = Lo que el chat pidió hacer sin esperar
report-not-reached = El mensaje no le llegó al paciente
report-team = El equipo lo asumió el { $day }
report-doctor-continue = El paciente, el { $day }: habló con un médico, seguir
report-doctor-pause = El paciente, el { $day }: habló con un médico, pausar
report-doctor-stop = El paciente, el { $day }: habló con un médico, dejarlo
report-doctor-unknown = No consta si se habló con un médico
report-still-held = Los recordatorios de la dosis están en espera
report-dates = Análisis y citas
report-moods = Palabra diaria sobre cómo fue (sin puntuación)
report-review = Revisión
report-review-text = Las preguntas sobre el cuerpo, los umbrales y los textos de los consejos los redactó una máquina a partir de fuentes oficiales. Ningún profesional de la salud los ha firmado todavía.
report-tier-none = autocuidado
report-tier-visit = comentarlo en la visita
report-tier-soon = llamar en 24 horas
report-tier-now = contactar con un médico ya
report-tier-emergency = servicios de emergencia
report-about-mood = ánimo, o ideas de suicidio
report-about-severe-mood = ánimo muy bajo
report-about-overdose = se tomó de más
report-about-psychosis = experiencias extrañas, o rabia
report-about-pregnancy = posible embarazo
report-about-physical = síntoma físico
report-date-blood-test = Análisis de sangre
report-date-pregnancy-test = Prueba de embarazo
report-date-appointment = Cita
report-date-refill = Existencias
report-date-prescription = Receta
report-date-after-course = Después del tratamiento
report-date-contraception = Anticoncepción
report-outcome-done = hecho
report-outcome-moved = cambiado de fecha
report-outcome-cancelled = anulado
report-outcome-planned = previsto
report-outcome-unknown = no se sabe
report-column-since = Desde
report-column-until = Hasta
report-column-dose = Una toma
report-column-often = Cada cuánto
report-column-month = Mes
report-column-symptom = Síntoma
report-column-days = Días
report-column-dates = Anotado el
report-column-advice = Consejo más urgente
report-column-date = Fecha
report-column-phq = PHQ
report-column-item9 = Pregunta 9
report-column-gad2 = GAD-2
report-column-remarks = Notas
report-column-told = Consejo
report-column-about = Sobre
report-column-followed = Qué pasó después
report-column-what = Qué
report-column-outcome = Qué fue de ello

## Archivos

file-fhir-caption = Tu registro para el ordenador de la clínica (FHIR R4). No lleva ningún nombre. Ten cuidado de dónde lo guardas.
file-table-caption = Tu registro como tabla (CSV). Ten cuidado de dónde la guardas.
file-calendar-caption = Tus rutinas para el calendario de tu teléfono, para las próximas cuatro semanas. Tu calendario no se entera de los cambios: vale lo que yo diga aquí.
file-calendar-held = Lo de cada día no está incluido, porque está en espera hasta que hables con un médico.
file-calendar-empty = No tienes ninguna rutina encendida, así que no hay nada para un calendario. /reminders las muestra.
file-calendar-note = De tu chat. Si allí dice otra cosa, vale lo de allí.
file-calendar-button = Para el calendario de mi teléfono
