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
progress-caption-noted = Anotado: { $symptoms }.
progress-caption-symptom = { $name }, { $days ->
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
