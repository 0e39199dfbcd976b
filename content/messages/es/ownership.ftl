### ¿De quién es esta cuenta?
### Review state: machine-drafted, not signed by any clinician.

owner-ask =
    <b>Primero una pregunta.</b> Este chat ha estado en silencio mucho tiempo y el nombre ha cambiado desde entonces. ¿Eras tú quien hablaba conmigo aquí antes?

    Hasta que respondas no muestro nada de lo que había aquí. Si necesitas ayuda ahora: /sos
owner-button-same = Sí, era yo
owner-button-new = No, es otra persona
owner-same = Gracias. Todo está como estaba. /today muestra tu día.
owner-going = A las { $at } se borra todo lo que había aquí, y nadie lo ve hasta entonces. Después, /start empieza de nuevo. Puedes usar /sos en cualquier momento. Para mayor seguridad, borra también el historial de este chat en tu teléfono.
