### Words used everywhere.
### Review state: machine-drafted, not signed.

common-back = ‹ Atrás
common-skip = Saltar esto
common-off = apagado

# The menu that Telegram shows behind "/".
command-start = Configurar, o empezar de nuevo
command-help = Lo que puedo hacer
command-today = Tu día de un vistazo
command-plan = Tu plan y tu tratamiento
command-dates = Análisis, citas y otras fechas
command-day = Corregir un día de la última semana
command-reminders = Tus rutinas y horas
command-checkin = Un chequeo breve de ánimo
command-symptoms = Algo me molesta
command-progress = Tu registro en una imagen
command-report = Páginas para tu próxima visita
command-faq = Preguntas y respuestas
command-doctor = Tu médico, y lo que te dijo
command-note = Preguntas para tu próxima visita
command-safetyplan = Tu propio plan para los días difíciles
command-trusted = Alguien a quien avisar si no respondes
command-sos = Necesito ayuda ahora
command-settings = Idioma, país, horas de silencio, permisos
command-timezone = Cambiar tu zona horaria
command-language = Cambiar el idioma
command-pause = Pausar los recordatorios
command-resume = Reanudar los recordatorios
command-privacy = Lo que se guarda, y tus derechos
command-export = Tus datos en un archivo
command-delete = Borrar todo
command-cancel = Parar lo que estábamos haciendo

# Shown by Telegram before the first message.
bot-description =
    Recordatorios, chequeos y respuestas para personas que toman isotretinoína.

    Soy un asistente automático: no soy médico ni un servicio de emergencias. Puede que nadie esté leyendo este chat.
bot-short-description = Acompaña a quienes toman isotretinoína. Automático; no es un médico.

help-text =
    <b>Lo que puedo hacer</b>
    /today – tu día de un vistazo
    /plan – tu plan, tu tratamiento, las cápsulas en casa
    /dates – análisis, citas y otras fechas
    /day – corregir un día de la última semana
    /reminders – tus rutinas y horas
    /checkin – un chequeo breve de ánimo
    /symptoms – cuéntame qué te molesta
    /progress – tu registro en una imagen
    /report – páginas para tu próxima visita
    /faq – preguntas y respuestas; o pregúntame con tus propias palabras
    /doctor – el número de tu médico, y lo que te dijo
    /note – preguntas para tu próxima visita
    /safetyplan – tu propio plan para los días difíciles
    /trusted – alguien a quien avisar si no respondes
    /settings – idioma, país, horas de silencio, permisos
    /pause, /resume – apagar y encender los recordatorios
    /privacy, /export, /delete – tus datos
    <b>/sos – ayuda ahora</b>, a cualquier hora, para todas las personas

    Soy un asistente automático. Nunca cambio una dosis, no leo resultados de análisis y no sustituyo a tu médico. En una emergencia, llama al número local de emergencias.
help-unsigned = <i>Estos textos los redactó una máquina a partir de fuentes oficiales. Ningún profesional de la salud los ha firmado todavía.</i>

cancel-done = He parado. No ha cambiado nada. /help muestra lo que puedo hacer.
cancel-nothing = No hay nada que parar. /help muestra lo que puedo hacer.

stale-button = Ese botón es de algo que ha cambiado después. Esto es lo que vale ahora: /today muestra tu día, /help lo que puedo hacer.
not-your-button = Ese botón no corresponde a nada tuyo, así que no he cambiado nada. /today muestra tu día.

text-only = Solo puedo leer texto y botones, así que no sé qué hay en esto. Por favor, escríbelo con palabras. Si necesitas ayuda ahora: /sos
sticker-only = Solo puedo leer texto y botones. Si te pasa algo, por favor escríbelo con palabras, o usa /symptoms. Si necesitas ayuda ahora: /sos
edited-heard = He leído tu cambio. Para botones y ajustes, por favor envíalo como un mensaje nuevo.
too-long = Es un mensaje muy largo, así que puede que se me haya escapado algo. Por favor, escribe lo más importante en una o dos frases. Si necesitas ayuda ahora: /sos
apology =
    Lo siento: algo falló de mi lado y no pude trabajar con tu último mensaje. Está guardado, y quien me administra puede revisarlo.

    Si te pasa algo, por favor no me esperes: /sos muestra a quién llamar.
unknown-command = No conozco ese comando. /help muestra lo que puedo hacer.
group-goodbye = Solo hablo en chats privados, porque lo que aquí se dice tiene que ver con la salud. Por favor, escríbeme directamente. Ahora dejo este grupo.
please-start = Para eso hace falta antes una configuración corta: /start. /faq y /sos funcionan sin ella.
input-lost = No estaba esperando eso. /help muestra lo que puedo hacer.
# Stands where the questions stood; the fixed message with contacts follows below it.
symptom-urgent = Gracias. No hay más preguntas: por favor, lee lo que te escribo ahora.
