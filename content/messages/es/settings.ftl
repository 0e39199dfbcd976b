### Routines' menus, settings, privacy, the doctor's page.
### Review state: machine-drafted, not signed.

routines-title = <b>Tus rutinas</b>
    Toca una para cambiarla.
routine-title = <b>{ $item }</b>
routine-times = Horas: { $times }
routine-days = Días: { $days }
routine-every-day = todos los días
routine-switch-on = Encender
routine-switch-off = Apagar
routine-change-times = Cambiar las horas
routine-sun-hours = Cada dos horas al aire libre
routine-ask-times = <b>{ $item }</b>: ¿a qué horas?
    Escríbelas como 7:30 y 21:30.
routine-ask-sun-hours = ¿Entre qué horas estás al aire libre? Entre ellas te avisaré cada dos horas. Escribe por ejemplo 10:00 a 16:00.
routine-times-unclear = No pude leerlo como horas, así que no cambió nada. Por favor, escríbelas como 7:30 o 21:30.
routine-sun-unclear = Necesito dos horas, primero la más temprana, por ejemplo 10:00 a 16:00. No cambió nada.
routine-too-many = Son demasiadas horas para un día: { $most } como máximo. No cambió nada.
routine-dose-count = Tu plan dice { $count } al día. Si tu etiqueta ha cambiado, por favor cambia primero el plan en /settings. No cambió nada.
routine-last-day = Una rutina necesita al menos un día. Si no la quieres, apágala.
routine-in-quiet-hours = <i>Una de estas horas cae en tus horas de silencio. Lo enviaré de todos modos, sin sonido.</i>

pause-done = Tus recordatorios están en pausa. /resume los reanuda; entonces no se recupera nada de lo atrasado. Si usas anticonceptivos, por favor sigue usándolos.
    Si lo que pausas es el medicamento mismo, por favor asegúrate de que lo sepa el médico que te lo receta.
pause-already = Tus recordatorios ya están en pausa. /resume los reanuda.
resume-done = Tus recordatorios vuelven a funcionar, desde la próxima hora de siempre. No se recupera nada de lo atrasado.
resume-not-paused = Tus recordatorios no están en pausa. /today muestra tu día.
resume-held = Tus recordatorios vuelven a funcionar, menos lo de cada día: está en espera hasta que hables con un médico. Toca /doctor para contarme lo que te dijo.

settings-title = <b>Ajustes</b>
settings-language = Idioma: { $language }
settings-country = País: { $country }
settings-zone = Reloj: { $zone }, ahora { $time }
settings-quiet = Horas de silencio: de { $start } a { $end }
settings-plan = Plan como en tu etiqueta: { $plan }
settings-doctor = Número de tu médico: { $doctor }
settings-course = Última cápsula: { $day }
settings-unknown = sin poner
settings-change-language = Idioma
settings-change-country = País
settings-change-zone = Zona horaria
settings-change-quiet = Horas de silencio
settings-change-plan = Plan
settings-change-doctor = Número del médico
settings-change-course = Última cápsula
settings-consent-on = ✓ { $purpose }
settings-consent-off = ▫️ { $purpose }
settings-purpose-reminders = Recordatorios
settings-purpose-mood = Chequeos de ánimo
settings-purpose-care-team = Avisar al equipo de atención
settings-purpose-news = Novedades del equipo
# The team's own words; a spoiler keeps them off the lock screen.
broadcast-news = <b>Un mensaje para ti.</b> Toca para leerlo.

    <tg-spoiler>{ $text }</tg-spoiler>

    <i>Lo escribió tu equipo de atención para todas las personas que pidieron novedades; no lo escribió este bot. Nadie lee las respuestas. Para no recibir más: /settings</i>
settings-ask-language = ¿En qué idioma te hablo?
settings-ask-country = ¿En qué país estás? Escribe el nombre.
settings-ask-zone = ¿Dónde estás, para poner bien el reloj? Escribe una ciudad, o qué hora es ahora para ti, por ejemplo 18:40.
settings-ask-quiet = ¿Entre qué horas quieres silencio? Escribe por ejemplo 22:00 a 7:00. Los mensajes sobre tu seguridad llegan igual.
settings-ask-doctor = ¿A qué número llamas para hablar con tu médico o tu clínica? Escríbelo, o escribe «no» para quitarlo. Te lo muestro cuando conviene que llames.
settings-saved = Guardado.
settings-zone-saved = Guardado: { $zone }. Ahora son las { $time } allí. Los recordatorios siguen ese reloj, y nunca llegan dos veces para la misma fecha.
settings-quiet-unclear = Necesito dos horas, por ejemplo 22:00 a 7:00. No cambió nada.
settings-doctor-unclear = Eso no parece un número de teléfono. Por favor, escríbelo con sus cifras, por ejemplo 55 1234 5678. No cambió nada.
settings-consent-changed = Guardado. Vale desde ahora.

rush-minute = Llegó mucho de una vez, así que dejo de responder durante un minuto. Sigo leyendo cada palabra por si necesitas ayuda. /sos funciona a cualquier hora.
rush-day = Llegó mucho en un solo día, así que vuelvo a responder mañana. Sigo leyendo cada palabra por si necesitas ayuda, y tus recordatorios continúan. /sos funciona a cualquier hora.

doctor-title = <b>Tu médico</b>
doctor-number = Número: { $doctor }
doctor-no-number = No me has dicho el número de tu médico. En /settings lo guardo, para mostrártelo cuando convenga que llames.
doctor-held = Lo de cada día está en espera, porque te pedí que te comunicaras con un médico. Cuando hayas hablado con uno, por favor cuéntame lo que te dijo:
doctor-paused = Me dijiste que el médico indicó hacer una pausa o parar. Cuando un médico diga que puedes seguir, por favor dímelo:
doctor-spoken = He hablado con un médico
doctor-not-held = No hay nada en espera. Si algo te preocupa, /symptoms o /sos dicen con quién comunicarte.

privacy-text =
    <b>Qué se guarda, y por qué</b>
    Responsable: { $operator }.

    • El número de tu chat en Telegram, para poder escribirte
    • Una huella cifrada de tu nombre en Telegram, para notar si otra persona se queda con esta cuenta
    • Idioma, país, zona horaria y horas de silencio
    • Tus rutinas, y lo que tocaste en cada recordatorio
    • Tu plan como en la etiqueta, el número de tu médico y tus respuestas de los chequeos: cifrados
    • El programa lee los mensajes que escribes, actúa y después los borra. De ellos guardo solo lo que me pediste guardar.
    • Si los escribiste: tu plan para los días difíciles y tu palabra de cada día, cifrados; y a quién nombraste para avisar
    • Las respuestas se guardan { $months } meses después de tu última cápsula; luego solo la fecha y la urgencia. El día de tu última cápsula se pone en /settings.
    • Si te pedí que te comunicaras con un médico: que lo hice, cuándo, y lo que me contaste después

    Nada va a publicidad ni a servicios de análisis. Telegram transporta nuestros mensajes, y los chats con bots <b>no</b> están cifrados de extremo a extremo.

    Aceptaste: { $purposes }. Cámbialo en /settings cuando quieras; vale al momento. /sos funciona sin ningún permiso.

    /export te da tus datos en un archivo. /delete lo borra todo.
privacy-none = nada

export-caption = Todo lo que guardo sobre ti, en un archivo. Es solo para ti: por favor, cuida dónde lo guardas.
delete-ask = <b>¿Borrar todo?</b> Tus rutinas, registros, chequeos, casos y tu plan para los días difíciles desaparecerán, y los recordatorios terminan. /export te da antes una copia. /sos y /faq siguen abiertos para ti.
delete-yes = Sí, borrar todo
delete-ask-again = <b>¿Seguro?</b> Después de diez minutos nadie puede recuperarlo. Tampoco quienes llevan este bot, salvo desde una copia de seguridad hasta que esta también se borre.
delete-yes-sure = Sí, quiero borrarlo
delete-waits = A las { $at } se borra todo lo tuyo. Hasta entonces no mando recordatorios, y todavía puedes cambiar de idea.
delete-undo = Conservar todo
delete-undone = Todo está como antes, no se borró nada. Tus recordatorios continúan.
delete-no = No, conservarlo
delete-done = Todo lo tuyo está borrado. Si tomas isotretinoína, por favor sigue lo que te dijo tu médico. /sos muestra a quién llamar, a cualquier hora. /start empieza de nuevo.
delete-kept = No se borró nada.

settings-opt-in-daily-mood = ¿Qué tal el día? Cada noche
settings-opt-in-symptom-check = ¿Algo nuevo? Una vez por semana
