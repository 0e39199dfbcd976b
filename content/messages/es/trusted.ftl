### The person a patient names, to be asked to call her; and what that person reads.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### What goes to the named person holds no health word and no drug. It never says that anybody else
### was told.

trusted-about =
    <b>Alguien a quien avisar</b>

    Puedes nombrar a una persona a la que yo pueda pedir que te llame. Solo lo haría si te he pedido que busques ayuda y durante un rato no lo has visto o no has respondido.

    Recibe un solo mensaje corto, sin una palabra sobre tu salud:
    <i>{ $message }</i>

    Si quieres, también ve si tu rutina quedó registrada. Eso lo eliges tú, y esa persona tiene que aceptarlo.

    Primero tiene que aceptar, con un enlace que tú le envías. Tanto tú como esa persona pueden terminarlo en cualquier momento.
trusted-ask-name = ¿Con qué nombre te conoce esa persona? Aparecerá en ese mensaje. También puedes dejarlo fuera.
trusted-name-too-long = Por favor, escribe un nombre más corto, de { $most } caracteres como máximo.
trusted-link =
    Envía este enlace a la persona que quieres nombrar. Sirve una vez, hasta { $until }:
    { $link }

    Te aviso cuando haya aceptado. Hasta entonces no le pido nada a nadie.
trusted-waiting = Has nombrado a alguien que todavía no ha aceptado. El enlace sirve una vez, hasta { $until }.
trusted-agreed = La persona que nombraste ha aceptado. Solo le pediré que te llame si no ves o no respondes un mensaje en el que te pido que busques ayuda.
trusted-for-others =
    Alguien te ha nombrado, y aceptaste que yo pueda pedirte que llames a esa persona. Qué más ves:
    { $level }
trusted-none-for-others = Nadie te ha nombrado.

trusted-button-name = Nombrar a alguien
trusted-button-anew = Crear un enlace nuevo
trusted-button-end = Terminarlo
trusted-button-copy = Copiar el enlace
trusted-button-agree = Acepto
trusted-button-decline = No, gracias

# To the named person.
trusted-somebody = Alguien que te nombró aquí
trusted-call = { $name } puede necesitarte. Por favor, llama ahora. Si no consigues hablar y te preocupa, ve hasta allí o llama al número local de emergencias.
trusted-asked =
    <b>{ $name } te pide algo.</b>

    Soy un asistente automático. Si no consigo comunicarme con esa persona en un momento importante, te enviaría un solo mensaje:
    <i>{ $message }</i>

    Sin razones ni detalles. Qué más verías:
    { $level }

    Para ello guardo el número de tu chat y nada más. Puedes terminarlo cuando quieras con /trusted.
trusted-thanks = Gracias. Si alguna vez hace falta, te escribiré aquí. /trusted lo termina.
trusted-declined = De acuerdo. No se guarda nada sobre ti.
trusted-no-link = Este enlace ya se ha usado o es demasiado antiguo. Por favor, pide uno nuevo.
trusted-own-link = Este enlace es para la persona que quieres nombrar. Por favor, envíaselo.
trusted-ended = Terminado. No le pediré nada a nadie.

# To the patient.
trusted-now-agreed = La persona que nombraste ha aceptado. /trusted lo muestra y lo termina.
trusted-said-no = La persona que nombraste prefiere que no. Puedes nombrar a otra con /trusted.
trusted-has-ended = La persona que nombraste lo ha terminado. No le pediré nada más. Puedes nombrar a otra con /trusted.
trusted-was-asked = He pedido a la persona que nombraste que te llame.
# To the person, when the patient has ended it.
trusted-ended-by-patient = Alguien que te había nombrado aquí lo ha terminado. No tienes que hacer nada.

# What the person sees besides that one request. Read by both of them.
trusted-ask-level = ¿Qué más puede ver esa persona? Puedes cambiarlo cuando quieras: menos vale al momento, más cuando esa persona acepte.
trusted-never = Nunca: cómo te sientes, los cuestionarios, los síntomas, lo que escribes ni que te pedí que buscaras ayuda.
trusted-level-nothing = <b>Nada más.</b> Solo esa petición, si algún día hace falta.
trusted-level-doses = <b>Días sin registro.</b> Una línea a la mañana siguiente cuando lo de cada día no quedó registrado; si no, silencio.
trusted-level-all = <b>La rutina.</b> Cada lunes, cuántas veces lo de cada día y el resto de la rutina se hizo, se dejó o no se registró; y los días sin registro.
trusted-button-level = Qué ve
trusted-button-level-nothing = Nada más
trusted-button-level-doses = Días sin registro
trusted-button-level-all = La rutina
trusted-sees = Qué ve además de eso: { $level }
trusted-asked-more = Quieres mostrarle más y todavía no ha respondido: { $level }
trusted-level-set = Vale desde ahora. Qué ve: { $level }
trusted-level-asked = Se lo he preguntado. Hasta que acepte, nada cambia. Vería: { $level }
trusted-more-agreed = La persona que nombraste ha aceptado ver más. /trusted muestra qué.
trusted-more-declined = La persona que nombraste prefiere no ver más. Nada ha cambiado.
# To the person.
trusted-more =
    <b>{ $name } quiere mostrarte más.</b>
    { $level }

    No tienes que aceptar, y puedes terminarlo cuando quieras con /trusted.
trusted-more-thanks = Gracias. Empieza mañana como muy pronto. /trusted lo termina.
trusted-more-no = De acuerdo. Nada cambia.
trusted-less-now = Alguien que te nombró aquí te muestra menos desde ahora. No tienes que hacer nada. /trusted dice qué ves.
trusted-line-title = <b>{ $name }</b>
trusted-line-day = Ayer: { $count ->
    [one] uno no quedó registrado.
   *[other] { $count } no quedaron registrados.
}
trusted-line-week = La semana pasada:
trusted-line-daily = Lo de cada día: hecho { $done }, dejado { $left }, sin registrar { $open }
trusted-line-skin = Lo demás: hecho { $done }, dejado { $left }, sin registrar { $open }
trusted-line-honest = <i>«Sin registrar» solo dice que nadie tocó el botón. No tienes que hacer nada.</i>
