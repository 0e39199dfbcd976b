### The mood check-in around the instruments. The questions themselves are in content/questionnaires and are
### never written here.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the project's clinical fact sheet (flow, cadence and limits of the mood check-in).
### Never add here: scores, praise for an answer, "you're fine", risk words, emojis, promises.

## Asking

# The time that each form asks about, for $recall below.
mood-recall-phq9 = las últimas 2 semanas
mood-recall-phqa = las últimas dos semanas

# Before the first question. $recall: "the last 2 weeks". $minutes: about how long it takes.
mood-intro =
    <b>Chequeo de ánimo</b>

    Estas preguntas son sobre { $recall }. Toma unos { $minutes } minutos. Algunas personas notan cambios de ánimo durante el tratamiento, por muchas causas, así que a todas les hago las mismas preguntas, también sobre pensamientos de suicidio.

    Puedes dejar sin responder cualquier pregunta. No recibes ninguna puntuación; solo te digo si conviene que te comuniques con alguien. Este chat no está cifrado de extremo a extremo, y puede que nadie lo esté leyendo. Si estás en peligro ahora, envía /sos.

# The same for ages 12 to 17. Whether a parent is told is decided per clinic and said at sign-up.
mood-intro-teen =
    <b>Chequeo de ánimo</b>

    Estas preguntas son sobre { $recall }. Toma unos { $minutes } minutos. A todas las personas les hago las mismas preguntas, también sobre pensamientos de suicidio. Si puedes, respóndelas donde nadie mire tu pantalla.

    Puedes dejar sin responder cualquier pregunta. No recibes ninguna puntuación; solo te digo si conviene que te comuniques con alguien. Este chat no está cifrado de extremo a extremo, y puede que nadie lo esté leyendo. Si estás en peligro ahora, envía /sos.

# The reminder, with neutral words because it may show on a lock screen.
mood-invitation = Te tocan unas preguntas breves. Toman unos minutos.
mood-invitation-full = Te tocan las preguntas del mes. Toman unos cinco minutos.
mood-button-start = Empezar
mood-button-later = Hoy más tarde

# Only where the instruments exist in English alone.
mood-english-only = Las preguntas tienen una redacción oficial, y solo la tengo en inglés.

# One question. $stem: the stem of the form; $item: the item, both as printed.
mood-question =
    <i>{ $stem }</i>

    <b>{ $item }</b>
mood-question-plain = <b>{ $item }</b>

# Above a question that is asked once more.
mood-again-safety = Te lo pregunto una vez más, porque se trata de tu seguridad. Si no respondes, lo trataré como un sí, para que recibas ayuda y no te quedes sin ella.
mood-again-unclear = No lo entendí. Por favor, toca una de las respuestas, o escríbela tal como aparece.
mood-button-refuse = Prefiero no responder

# $credit: the credit line of the form.
mood-credit = <i>{ $credit }</i>

# A press on an old question.
mood-stale = Esa pregunta ya está respondida. Esta es la que sigue abierta.
mood-over = Este chequeo ya terminó. Puedes empezar otro con /checkin.

## Results

# Nothing to act on. No praise, no "you're fine". $date: next check-in in words.
mood-thanks = Gracias por responder. El próximo chequeo es el { $date }. Si algo cambia antes, envía /checkin o /sos a cualquier hora.
mood-thanks-no-date = Gracias por responder. Si algo cambia, envía /checkin o /sos a cualquier hora.

# R: mention at the next visit.
mood-outcome-r =
    Gracias por responder. Por favor, en tu próxima consulta cuéntale a tu médico cómo te has sentido. Guardo una línea sobre esto para el resumen de tu consulta, y puedo volver a preguntar en 2 semanas.

    Puede ayudar contárselo a alguien de confianza, dormir a horas regulares, salir un rato a la luz del día y no tomar alcohol ni drogas.

    Si se hace más pesado antes, comunícate con tu médico, o envía /sos.

# D: within 24 hours. $doctor, $lines as in safety.ftl.
mood-outcome-d =
    Gracias por responder. <b>Por favor, llama a { $doctor } o a tu médico de cabecera en las próximas 24 horas</b> y di cómo te has sentido. Cuéntaselo también a alguien de confianza.

    Puedes hablar con una persona a cualquier hora:
    { $lines }

    Por favor, sigue igual con tus otros medicamentos y tus anticonceptivos. Si empeora, o tienes pensamientos de suicidio, envía /sos o llama al { $emergency }.

    Soy un asistente automático, y puede que nadie esté leyendo este chat.

# D or R of the baseline rule: high before, known to the prescriber, and no higher now.
mood-outcome-known-d =
    Gracias por responder. Me dijiste que tu médico sabe cómo te sientes. <b>Aun así, por favor llama a { $doctor } en las próximas 24 horas</b> y di que sigue igual. Guardo una línea sobre esto para el resumen de tu consulta.

    Puedes hablar con una persona a cualquier hora:
    { $lines }

    Si empeora, o tienes pensamientos de suicidio, envía /sos o llama al { $emergency }.

# The patient left the questions after a yes. The message "contact your doctor now" follows below it.
mood-dropped-out = Paraste a mitad de las preguntas. Está bien. Por lo que respondiste, por favor lee esto:

# The one check 30 to 60 minutes later; after it there is no chasing.
mood-dropped-out-check =
    Hace un rato paraste a mitad de las preguntas. <b>¿Estás a salvo en este momento?</b>

    Puedes hablar con una persona:
    { $lines }

    Si estás en peligro ahora, llama al { $emergency }.

# The patient left without any yes.
mood-left-open = Tu chequeo sigue abierto. Puedes continuar con /checkin cuando quieras.

# A known condition, and the monthly questions were left out: offered once.
mood-offer-again = Dejaste sin responder algunas preguntas del mes. ¿Quieres responderlas ahora? Puedes decir que no.
mood-button-offer-yes = Sí
mood-button-offer-no = No, gracias
mood-declined = De acuerdo. Volverán el mes que viene, y entonces también puedes dejarlas sin responder.

# Two check-ins in a row were missed. Nobody is alarmed.
mood-missed-twice =
    Hace tiempo que no hacemos un chequeo. No es obligatorio. Si algo se te hace difícil ahora, una persona puede escucharte:
    { $lines }

    Puedes empezar un chequeo con /checkin, o apagarlos en /settings.

# After N or E no more questions that day.
mood-not-today = Hoy ya no haré más preguntas. Lo que te escribí sigue en pie: por favor, habla con una persona. Los números están en /sos.

## Does the prescriber know? (for the baseline rule)

mood-prescriber-question = ¿El médico que te receta la isotretinoína sabe cómo te has sentido? ¿Y te dijo que puedes seguir con ella?
mood-prescriber-yes = Sí, en los últimos 30 días
mood-prescriber-no = No, o no sé
mood-prescriber-noted = Anotado, para los próximos 30 días.

## The daily one-tap mood (unscored, opt-in)

mood-daily-good = Bien
mood-daily-okay = Regular
mood-daily-low = Mal
mood-daily-very-low = Muy mal
mood-daily-thanks = Anotado.
# After "very low": the door to the real questions, and to people.
mood-daily-very-low-reply = Siento que hoy sea tan difícil. ¿Quieres hacer un chequeo ahora (/checkin)? Si necesitas a una persona, envía /sos.
mood-later = De acuerdo. Volveré a preguntar a las { $time }.

mood-daily-needs-consent = Para eso, activa antes «Chequeos de ánimo» en /settings, por favor.

mood-first-offers = Si quieres, también puedo hacer esto. Puedes cambiarlo en /settings cuando quieras.
mood-offer-daily = Pregúntame cada noche cómo fue el día
mood-offer-weekly = Pregúntame cada semana por efectos
