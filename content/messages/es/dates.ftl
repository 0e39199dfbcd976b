### /dates: what the clinic has given a date for, contraception, and the note after the course.
### Review state: machine-drafted, not signed by any clinician.

dates-title = <b>Tus fechas</b>
dates-none = No hay nada anotado. Escribe aquí lo que te haya dicho tu clínica.
dates-line = • { $kind }: { $date }
dates-line-at = • { $kind }: { $date }, { $time }
dates-line-passed = • { $kind }: { $date } <i>(ya pasó: ¿cómo fue?)</i>
dates-clinic-wins = <i>Nunca propongo una fecha. Mandan las fechas de tu clínica.</i>
dates-contraception = Anticonceptivos: te aviso cada día, con palabras neutras, también mientras el medicamento está en pausa o en espera.
dates-contraception-until = Anticonceptivos: te aviso cada día, con palabras neutras, hasta el { $date }, un mes después de la última cápsula.
dates-kind-blood-test = Análisis de sangre
dates-kind-appointment = Cita
dates-kind-prescription = Receta
dates-kind-pregnancy-test = Prueba de embarazo

dates-one-title = <b>{ $kind }</b>
dates-one-day = { $day }
dates-one-day-at = { $day }, { $time }
dates-one-place = { $place }
dates-one-reminders = ¿Cuándo te aviso? Un aviso solo dice que anotaste algo para ese día.
dates-passed = Ese día ya pasó. ¿Cómo fue?
dates-state-over = Esto ya se hizo.
dates-state-cancelled = Esto se canceló.
dates-saved = Anotado.
dates-gone = Esta fecha ya está resuelta o ya no existe. No cambié nada. /dates muestra lo que está previsto.
dates-done = { $kind }: anotado como hecho.
dates-done-next = { $kind }: anotado como hecho. La próxima vez es el { $day }.
dates-cancelled = { $kind }: anotado como cancelado. Si lo planeó tu clínica, asegúrate de que lo sepan.
dates-cancelled-next = { $kind }: anotado como cancelado. La próxima vez es el { $day }. Si lo planeó tu clínica, asegúrate de que lo sepan.

dates-ask = <b>{ $kind }</b>: ¿qué día? Escribe una fecha como 3/3/2027 o 2027-03-03. Puedes añadir hora y lugar: 2027-03-03 14:30, Clínica del centro.
dates-ask-prescription = <b>{ $kind }</b>: ¿cuál es el último día en que puedes recogerla? Escribe una fecha como 3/3/2027 o 2027-03-03. Te aviso seis días antes, dos días antes y ese día.
dates-ask-moved = <b>{ $kind }</b>, { $day }: ¿a qué día se cambió? Escribe una fecha como 3/3/2027 o 2027-03-03.
dates-unusable-past = Ese día ya pasó, así que no cambié nada. Por favor, revisa el año.
dates-unusable-too-far = Faltan más de dos años para eso, así que no cambié nada. Por favor, revisa el año.
dates-unusable-too-many = Tienes tantas fechas como puedo guardar. Resuelve o cancela una primero.
dates-unusable-twice = Ya lo anotaste para el mismo día, así que no cambié nada.
dates-cancel-ask = <b>{ $kind }</b>, { $day }: ¿se canceló?

dates-lead = { $days ->
    [0] ese día
    [1] 1 día
    [3] 3 días
    [7] 1 semana
    [14] 2 semanas
   *[other] { $days } días
}
dates-repeats-once = Una vez
dates-repeats-monthly = Cada mes
dates-repeats-days28 = Cada 28 días
dates-button-one = { $kind }, { $date }
dates-button-add = + { $kind }
dates-button-done = Hecho
dates-button-moved = Cambió de día
dates-button-cancelled = Se canceló
dates-button-cancel-yes = Sí, se canceló
dates-button-cancel-this = Solo esta
dates-button-cancel-all = Todas, desde ahora
dates-button-keep = No, sigue en pie
dates-button-contraception-on = Avisarme cada día del anticonceptivo
dates-button-contraception-off = Dejar los avisos del anticonceptivo
dates-button-programmes = Reglas de los programas

# After the course. A reminder only says that there is a note.
after-month = <b>Ha pasado un mes desde tu última cápsula ({ $last }).</b>
    Según las reglas habituales, los anticonceptivos por este medicamento pueden terminar ahora y puedes volver a donar sangre. Si tu clínica quiere una prueba más, o te dijo otra fecha, eso va primero: mandan las fechas de tu clínica. Mis avisos del anticonceptivo han terminado.
    Nada de cera, láser, dermoabrasión ni peelings antes del { $procedures }, salvo que un dermatólogo decida otra cosa.
    ¿Cómo estás? /checkin y /symptoms siguen abiertos, y también /sos.
after-goodbye = <b>Han pasado tres meses desde tu última cápsula ({ $last }), así que ahora me quedo en silencio.</b>
    Si tu ánimo o tu cuerpo todavía te preocupan, díselo a un médico, también lo que tomaste. Los efectos pueden llegar, o quedarse, después de la última cápsula. Cera, láser, dermoabrasión y peelings: no antes del { $procedures }.
    /sos, /faq y /doctor siguen abiertos. Si quieres, borro ahora todo sobre ti; /export te da antes una copia. Si empieza otro tratamiento, /plan recoge las nuevas fechas.
after-button-delete = Borrar todo sobre mí
after-old = Esta nota es de antes. /plan muestra lo que vale ahora.

# The programmes: what the rule is, with its source. Nothing is planned because of them.
programmes-title = <b>Programas de prevención del embarazo</b>
    Muestro cuáles son sus reglas. Si alguno vale para ti, y en qué fechas, lo decide tu clínica. Solo lo guardo si me dices que uno vale para ti.
programmes-one-title = <b>{ $name }</b>
programmes-everybody = <b>Para todas las personas</b>
programmes-can-become-pregnant = <b>Si puedes quedar embarazada</b>
programmes-cannot-become-pregnant = <b>Si no puedes quedar embarazada</b>
programmes-rule = • { $text }
programmes-notice = { $text } <b>Mandan las fechas de tu clínica.</b> Si crees que puedes estar embarazada, habla ya con tu médico: /symptoms o /doctor.
programmes-source = <i>Versión { $version }. Fuentes: { $sources }</i>
programmes-unsigned = <i>Ningún profesional de la salud ha firmado todavía este texto.</i>
programmes-signed = <i>Un profesional de la salud ha firmado este texto.</i>
programmes-button-applies = Este vale para mí
programmes-button-drop = Ninguno vale para mí
programmes-button-note = Anotar la fecha de la clínica: { $kind }
