### Preguntas para la próxima visita.
### Review state: machine-drafted, not signed by any clinician.

note-title = <b>Tus preguntas para la próxima visita</b>
note-line = { $number }. { $text }
note-saved = Anotado. También aparece en tu /report.
note-none = No tienes preguntas anotadas. Cuando se te ocurra una: /note y tu pregunta.
note-ask = ¿Qué quieres preguntar en tu próxima visita? Escríbelo en una o dos frases. Solo lo guardo para ti; aquí nadie lo responde. Si no puede esperar: /doctor, o /sos.
note-too-long = Es demasiado largo para una nota, así que no guardé nada. Por favor, escríbelo con { $most } caracteres como máximo, o en dos preguntas.
note-full = Tienes { $most } preguntas anotadas, que es lo máximo que guardo. Por favor, quita una primero.
note-remove-ask = ¿Quitar esta? { $text }
note-remove-all-ask = ¿Quitar todas tus preguntas?

note-button-add = Añadir una pregunta
note-button-show = Ver mis preguntas
note-button-remove = ✕ { $number }
note-button-remove-all = Quitar todas
note-button-remove-yes = Sí, quitar
note-button-keep = No, conservar
