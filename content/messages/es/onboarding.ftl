### The setup, step by step.
### Review state: machine-drafted, not signed.

setup-step = <i>Paso { $number } de { $of }</i>
setup-resume = Habías empezado la configuración. ¿Seguimos donde la dejaste?
setup-resume-go = Seguir
setup-resume-again = Empezar de nuevo
setup-already = Ya lo tienes todo configurado. /today muestra tu día, /reminders tus rutinas, /settings todo lo demás.
    Si empiezas de nuevo, repito todas las preguntas; lo que has registrado se queda.


setup-about =
    <b>Hola. Acompaño a personas que toman isotretinoína.</b>

    Puedo recordarte tu rutina diaria, preguntarte cómo estás y responder preguntas. Cuando una respuesta me preocupa, digo «comunícate ahora con tu médico».

    Por favor, ten en cuenta antes de empezar:
    • Soy un asistente automático, no un médico. Nunca cambio una dosis y no leo resultados de análisis.
    • <b>Puede que nadie esté leyendo este chat.</b> No puedo llamar para pedir ayuda. En una emergencia, llama al número local de emergencias; /sos siempre muestra a quién llamar.
    • Los chats de Telegram con bots no están cifrados de extremo a extremo. Guardo poco, y lo guardo cifrado.
    • Ningún profesional de la salud ha firmado todavía mis textos.
setup-about-ok = Entiendo

setup-age = <b>¿Cuántos años tienes?</b>
    Elige, o escribe el número.
setup-age-adult = 18 o más
setup-age-teen = De 12 a 17
setup-age-child = Menos de 12
setup-age-unclear = Necesito tu edad en años, por ejemplo 19.
setup-refused-child = Gracias por decir la verdad. No soy para menores de 12 años, así que no puedo configurar nada. Por favor, pregunta por tu tratamiento a tu madre o a tu padre y a tu médico. /sos muestra a quién llamar cuando pasa algo, a cualquier hora.
setup-refused-teen = Gracias por decir la verdad. Aquí solo puedo configurar algo para personas de 18 años o más. Puede que tu clínica ofrezca otras formas. /faq responde preguntas, y <b>/sos muestra a quién llamar</b> cuando pasa algo, a cualquier hora.

setup-reminders = <b>¿Puedo recordarte</b> lo de cada día y el cuidado de la piel?
    Guardo las horas que eliges y lo que tocas. Puedes pararlo cuando quieras.
setup-reminders-yes = Sí, recuérdame
setup-reminders-no = Sin recordatorios

setup-mood = <b>¿Puedo preguntarte cómo estás</b>, cada dos semanas, con unas pocas preguntas cortas?
    Algunas personas se sienten con el ánimo bajo durante el tratamiento, por muchas causas. A todas les pregunto lo mismo, también sobre pensamientos de hacerse daño. Guardo tus respuestas cifradas y no muestro puntuaciones. Puedes pararlo cuando quieras.
setup-mood-yes = Sí, pregúntame
setup-mood-no = Sin chequeos

setup-team = <b>¿Puedo avisar al equipo de atención</b> de { $operator } cuando te haya pedido que te comuniques con un médico?
    Reciben un número de caso y qué tan urgente es, nunca lo que escribiste. Eso no significa que alguien esté vigilando: llama siempre por tu cuenta.
setup-team-yes = Sí, avísales
setup-team-no = No

setup-zone = <b>¿Dónde estás</b>, para poner bien el reloj?
    Comparte tu ubicación (solo guardo la zona horaria), escribe una ciudad, o escribe qué hora es ahora para ti, por ejemplo 18:40.
setup-zone-share = Compartir mi ubicación
setup-zone-unknown = No encontré ese lugar. Por favor, escribe una ciudad más grande cerca de ti, o qué hora es ahora para ti, por ejemplo 18:40.
setup-zone-which = ¿A cuál te refieres?
setup-zone-kept = Anotado: { $zone }. Ahora son las { $time } allí.

setup-country = <b>¿En qué país estás?</b>
    De eso depende a quién nombro en una emergencia y qué texto de prospecto corresponde. Escribe el nombre.
setup-country-guess = Sí, { $country }
setup-country-unknown = No conozco un país con ese nombre. Por favor, prueba a escribirlo en inglés, o salta este paso.

setup-routines = <b>¿Qué quieres que te recuerde?</b>
    Toca para elegir. Las horas se pueden cambiar después en /reminders.
setup-routine-on = ✓ { $item }
setup-routine-off = ▫️ { $item }
setup-routines-go = Continuar

setup-capsules = <b>¿Qué dice la etiqueta para una toma?</b>
    Elige los mg de una cápsula, o escríbelos como están en tu propia etiqueta, por ejemplo 20 mg, 2 x 20, o 20 + 10.
setup-capsule = { $mg } mg
setup-capsules-unclear = No pude leerlo. Por favor, escribe los mg como están en la etiqueta, por ejemplo 20 mg o 2 x 20.
setup-plan-refused = Eso no lo puedo guardar. Por favor, revisa la etiqueta hoy mismo con tu farmacéutico o con el médico que te la receta. Puedes escribirlo otra vez, o saltar este paso.
setup-plan-sure = ¿De verdad dice eso tu etiqueta? Si no lo tienes claro, por favor pregunta a tu farmacéutico o al médico que te la receta en las próximas 24 horas.
setup-plan-sure-yes = Sí, es lo que dice la etiqueta

setup-often = <b>¿Cuántas veces al día?</b>
    Como está en tu propia etiqueta.
setup-often-1 = Una vez
setup-often-2 = Dos veces
setup-often-unclear = Por favor, elige cuántas veces al día, como en tu etiqueta: una o dos.

setup-weight = <b>¿Cuánto pesas?</b>
    Solo si quieres. Lo uso una vez, para notar un error al escribir el plan, y no lo guardo. Escríbelo como 62 kg o 137 lb.
setup-weight-unclear = No puedo usar eso como peso. Por favor, escríbelo como 62 kg o 137 lb, o salta este paso.

setup-times-1 = <b>¿A qué hora?</b>
    Mejor con una comida que nunca te saltas. Elige, o escribe una hora como 8:00.
setup-times-2 = <b>¿A qué dos horas?</b>
    Mejor con dos comidas. Elige, o escribe las dos, como 8:00 y 20:00.
setup-times-3 = <b>¿A qué tres horas?</b>
    Por favor, escribe las tres, como 8:00, 14:00 y 20:00.
setup-time-unclear = No pude leerlo como una hora. Por favor, escríbela como 8:00 o 20:30.

setup-review = <b>¿Empezamos así?</b>
setup-review-reminders = Recordatorios: { $items }
setup-review-dose = Lo de cada día: { $times }
setup-review-capsules = Como en tu etiqueta: { $capsules } mg cada vez
setup-review-no-reminders = Sin recordatorios
setup-review-mood = Chequeos de ánimo: cada dos semanas
setup-review-no-mood = Sin chequeos de ánimo
setup-review-team = Equipo de atención: recibe aviso de los casos urgentes
setup-review-zone = Reloj: { $zone }
setup-review-country = País: { $country }
setup-review-no-country = País: sin decir; solo nombraré ayuda internacional
setup-start = Empezar

setup-use-buttons = Por favor, usa uno de los botones de abajo.
setup-yes-or-no = Por favor, responde sí o no.

setup-done = <b>Todo listo.</b> /today muestra tu día, /reminders tus rutinas. Pregúntame cuando tengas una duda, y escríbeme cuando te pase algo. /sos muestra a quién llamar, a cualquier hora.
setup-done-next = El primer recordatorio llega a las { $time }.
setup-done-mood = Un primer chequeo me ayuda a notar después si algo cambia. Toma unos dos minutos. Puedes hacerlo ahora, o cuando quieras con /checkin.
setup-zone-or = También puedes usar el botón de abajo para compartir tu ubicación.
setup-review-nothing = nada elegido
