### The patient's own safety plan: written in calm times, shown when it is hard.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the project's clinical fact sheet (what helps when somebody discloses suicidal thoughts).
### Never add here: scores, promises, cheer, methods.

plan-about =
    <b>Un plan para los días difíciles</b>

    En un momento de calma puedes escribir lo que te ayuda cuando todo se hace difícil: tus señales de aviso, lo que ayuda, a quién llamar y un lugar donde estar. Toma unos cinco minutos, y puedes dejar sin llenar cualquier parte.

    Lo guardo cifrado y no se lo envío a nadie. Te lo muestro con /sos y cuando te pido que busques ayuda. Puedes cambiarlo o borrarlo cuando quieras.
plan-none = No has escrito un plan para los días difíciles. Podemos hacerlo en un momento de calma. Por ahora, /sos muestra a quién llamar.
plan-title = <b>Tu plan para los días difíciles</b>
plan-line = <b>{ $part }:</b> { $text }
plan-part-warning = Señales de aviso
plan-part-helps = Lo que ayuda
plan-part-people = A quién llamar
plan-part-place = Un lugar donde estar

plan-ask-warning = ¿En qué notas que todo se empieza a hacer difícil? Escríbelo con tus palabras, por ejemplo: dejo de responder mensajes, duermo mal.
plan-ask-helps = ¿Qué te ayuda a pasar una hora así? Por ejemplo: salir a caminar, música, una ducha, el perro.
plan-ask-people = ¿A quién puedes llamar? Nombres y números, como quieras.
plan-ask-place = ¿Dónde es mejor estar entonces? Por ejemplo: la cocina de mi hermana, la biblioteca, no a solas en mi cuarto.
plan-ask-heard = Si lo que escribes suena a que estás en peligro ahora, primero te preguntaré por eso.
plan-now = Ahora dice: { $text }
plan-too-long = Es demasiado largo para una hora difícil. Por favor, escríbelo con { $most } caracteres como máximo.
plan-saved = Guardado. Solo tú puedes verlo.
plan-only-shown = No te pido que lo cambies ahora. Lo importante ahora es hablar con una persona: /sos

plan-button-write = Escribir mi plan
plan-button-change = Cambiar: { $part }
plan-button-show = Mi plan
plan-button-delete = Borrar el plan
plan-button-delete-yes = Sí, borrarlo
plan-button-delete-no = No, conservarlo
plan-delete-ask = ¿Borrar tu plan? No puedo recuperarlo.
plan-deleted = Tu plan está borrado.
