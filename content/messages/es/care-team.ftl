### The care team's chat. No name and nothing a patient wrote may ever stand here.
### Review state: machine-drafted, not signed.

team-tier-contact-now = contacto inmediato
team-tier-emergency = EMERGENCIA
team-alert = <b>Caso { $case }</b>: { $tier }.
    El mensaje fijo con los contactos va en camino al paciente. Por favor, revísenlo y confírmenlo con /ack { $case }.
team-chase = <b>Caso { $case }</b>: { $tier }. Nadie lo ha confirmado desde hace { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}. Por favor, que alguien lo tome con /ack { $case }.
team-report-undelivered = <b>Caso { $case }</b>: { $tier }. El mensaje no le ha llegado al paciente desde hace { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}. Sigo intentándolo.
team-report-unseen = <b>Caso { $case }</b>: { $tier }. El mensaje se entregó, y el paciente no ha dado señales desde entonces ({ $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
} después de que empezó el caso).
team-report-unanswered = <b>Caso { $case }</b>: { $tier }. El paciente ha estado aquí después del mensaje y no lo ha respondido ({ $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
} después de que empezó el caso).
team-ack-button = Confirmar el caso { $case }
team-acked = El caso { $case } es tuyo ahora. Gracias. Al paciente no se le dice que alguien lo haya leído.
team-acked-already = El caso { $case } ya está confirmado, por { $by }.
team-no-such-case = Este chat no conoce ningún caso { $case }. /cases muestra los casos abiertos.
team-ack-how = Por favor, escribe /ack y el número del caso, por ejemplo /ack 12. /cases muestra los casos abiertos.
team-cases-title = <b>Casos abiertos</b>
team-cases-none = No hay casos abiertos.
team-case-line = <b>{ $case }</b> · { $tier } · { $at } · { $state } · { $acked }
team-case-acked = con { $by }
team-case-waiting = <b>nadie todavía</b>
team-state-raised = aún sin entregar
team-state-delivered = entregado
team-state-seen = visto
team-state-acknowledged = el paciente respondió
team-state-closed = cerrado
team-only-here = Este comando es para el chat del equipo de atención.
team-handed-over = El caso { $case } lo lleva ahora { $by }.
team-given-back = Nadie lleva ya el caso { $case }. ¿Quién lo toma?
team-handover-how = Escribe /handover, el número del caso y quién lo lleva ahora, por ejemplo /handover 12 @bea.
team-take-over-button = Lo tomo yo
team-give-back-button = Devolverlo
team-not-a-member = Solo los miembros de este chat pueden hacerlo.
team-not-checked = No pude preguntar a Telegram si eres miembro de este chat, así que nada ha cambiado. Inténtalo de nuevo en un minuto. Sigo preguntando al equipo hasta que alguien tenga el caso.
