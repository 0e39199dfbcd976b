### What a patient reads when something may be wrong.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the project's clinical fact sheet (templates for people who disclose suicidal thoughts, the action
### tiers, the symptom list, the wording never to use). The order of the sentences is part of the template.
### Never add here: scores, "low risk", promises, "your doctor has been told", methods, emojis, cheer.
###
### Variables used throughout
###   $emergency  "999" or "999 o 112", or safety-emergency-unknown when no verified number is there;
###               always after "al", so it never brings an article of its own
###   $lines      the crisis lines, one per line, or safety-lines-unknown
###   $poison     safety-poison-known or safety-poison-unknown
###   $doctor     safety-doctor-known or safety-doctor-unknown
### Telegram HTML (<b>, <i>) is allowed. Keep each message far below 4,096 characters.

## Pieces

# The only sentence about the dose that this program ever says, with its two riders.
safety-hold = No tomes la próxima cápsula de isotretinoína hasta que hayas hablado con un médico. Si usas anticonceptivos, sigue usándolos, y no dejes ningún otro medicamento que te hayan recetado. Hasta entonces no te recordaré las tomas.

# What the program is. Source: honesty about an automated assistant in a crisis.
safety-machine = Soy un asistente automático. No puedo llamar por ti, y puede que nadie esté leyendo este chat.

# Stands in a sentence: "Please call … now".
safety-emergency-unknown = número local de emergencias (el 112 funciona desde teléfonos móviles en muchos países)

# Joins two emergency numbers. $first, $second: numbers.
safety-emergency-two = { $first } o { $second }

# One crisis contact. $name; $number as printed; $details: safety-line-details or nothing.
safety-line-call = • Llama a { $name }: { $number }{ $details }
safety-line-text = • Envía un mensaje de texto a { $name }: { $number }{ $details }
safety-line-text-keyword = • Envía { $keyword } por mensaje de texto al { $number }, { $name }{ $details }
safety-line-chat = • Chatea con { $name }: { $url }{ $details }
# $details: hours, area and audience, as far as known, for example "24/7, under 19".
safety-line-details = {" "}({ $details })

# When no verified crisis line can be shown.
safety-lines-unknown =
    • findahelpline.com muestra líneas de ayuda gratuitas por país
    • befrienders.org muestra centros de escucha por país
    • o ve al servicio de urgencias del hospital más cercano

# $number: a verified poison line.
safety-poison-known = Si se tragó algo, también puedes llamar a la línea de toxicología: { $number }.
safety-poison-unknown = Si se tragó algo, dilo cuando llames. Un centro de toxicología, si hay uno en tu país, también puede decirte qué hacer.

# Stands in a sentence: "… or call …". $number: the number that the patient saved.
safety-doctor-known = tu médico ({ $number })
safety-doctor-unknown = tu médico o la clínica que te receta la isotretinoína

# Added at the end of a message that may not have arrived the first time.
safety-shown-again = <i>Puede que ya hayas visto este mensaje. Lo muestro otra vez porque no sé si te llegó.</i>

## E: emergency services now

# Yes to "right now", a plan, an attempt, or not able to stay safe.
safety-e-mood =
    <b>Por favor, llama ahora al { $emergency }, o ve al servicio de urgencias más cercano.</b> Si no puedes llamar, pide a alguien que esté a tu lado que llame.

    También puedes hablar con una persona:
    { $lines }

    Por favor, no te quedes a solas. Si puedes, deja que otra persona guarde todo lo que podrías usar para hacerte daño, también las cápsulas.

    { safety-machine }

    { $poison }

    { safety-hold }

# Someone else is in danger of suicide.
safety-e-mood-other =
    <b>Por favor, llama ahora al { $emergency } por esa persona.</b> Si puede ir contigo, el servicio de urgencias más cercano también ayudará.

    Quédate con esa persona si no corres peligro. Escucha, y no la dejes a solas hasta que llegue la ayuda.

    Tanto tú como esa persona pueden hablar con alguien:
    { $lines }

    { safety-machine }

    { $poison }

# Taken too much, on purpose or not sure, or with symptoms.
safety-e-overdose =
    <b>Por favor, llama ahora al { $emergency }, o ve al servicio de urgencias más cercano,</b> aunque te sientas bien. Si no puedes llamar, pide a alguien que esté a tu lado que llame.

    { $poison } Lleva la caja contigo.

    Por favor, no te quedes a solas. Si en parte fue porque no querías vivir, también puedes hablar con una persona:
    { $lines }

    { safety-machine }

    { safety-hold }

# A child, a pregnant person or anybody else took capsules, or took too much.
safety-e-overdose-other =
    <b>Por favor, llama ahora al { $emergency }</b> y di quién tomó qué, y cuándo. Si la persona puede ir contigo, vayan al servicio de urgencias más cercano.

    { $poison } Ten la caja a mano.

    Quédate con esa persona si no corres peligro.

    Si puede que esa persona no quiera vivir, aquí hablarán con ella y contigo:
    { $lines }

    { safety-machine }

# Physical red flag: breathing, swelling, blisters, sight, chest, stroke signs, fit, severe pain.
safety-e-physical =
    <b>Por favor, llama ahora al { $emergency }, o ve al servicio de urgencias más cercano.</b> Si no puedes llamar, pide a alguien que esté a tu lado que llame. No conduzcas tú.

    Di que tomas isotretinoína.

    { safety-machine }

    { safety-hold }

safety-e-physical-other =
    <b>Por favor, llama ahora al { $emergency } por esa persona, o llévala al servicio de urgencias más cercano.</b>

    Quédate con ella si no corres peligro. Di a quienes la atiendan qué medicamentos toma.

    { safety-machine }

# Voices that tell to harm, danger to others, great confusion.
safety-e-psychosis =
    <b>Por favor, llama ahora al { $emergency }, o ve al servicio de urgencias más cercano.</b> Si no puedes llamar, pide a alguien que esté a tu lado que llame.

    Lo que cuentas puede dar miedo, y se puede tratar. Por favor, no te quedes a solas. Si sientes que podrías hacer daño a alguien, aléjate de esa persona y llama.

    También puedes hablar con una persona:
    { $lines }

    { safety-machine }

    { safety-hold }

safety-e-psychosis-other =
    <b>Por favor, llama ahora al { $emergency } por esa persona.</b>

    Quédate con ella si no corres peligro. Si no te sientes a salvo, sal de la habitación y llama desde fuera.

    Tanto tú como esa persona pueden hablar con alguien:
    { $lines }

    { safety-machine }

# Severe one-sided belly pain, heavy bleeding or fainting with a possible pregnancy.
safety-e-pregnancy =
    <b>Por favor, llama ahora al { $emergency }, o ve al servicio de urgencias más cercano.</b> Si no puedes llamar, pide a alguien que esté a tu lado que llame.

    Di que puede haber un embarazo y que tomas isotretinoína.

    { safety-machine }

    { safety-hold }

safety-e-pregnancy-other =
    <b>Por favor, llama ahora al { $emergency } por esa persona, o llévala al servicio de urgencias más cercano.</b>

    Quédate con ella si no corres peligro. Di a quienes la atiendan que puede haber un embarazo y si tomó isotretinoína.

    { safety-machine }

## N: contact your doctor now

# Thoughts of suicide or self-harm, past weeks, item 9, a refusal, "unsafe".
safety-n-mood =
    <b>Gracias por contármelo. Siento que sea tan difícil.</b>

    Por favor, habla hoy con una persona:
    { $lines }
    • o llama a { $doctor }

    Si se hace más fuerte o puedes llegar a hacerlo, llama al { $emergency }.

    Di a alguien cercano cómo te sientes, para no llevarlo a solas. ¿Podría otra persona guardar todo lo que podrías usar para hacerte daño, también las cápsulas?

    El ánimo bajo puede tener que ver con muchas cosas, también con este medicamento, y no es culpa tuya. { safety-hold } Dejar las cápsulas puede no ser suficiente: un profesional tiene que hablar contigo. Los sentimientos así pueden pasar, y hay tratamientos que ayudan.

    { safety-machine }

safety-n-mood-other =
    <b>Gracias por contármelo. Es duro ver a alguien sentirse así.</b>

    Quédate con esa persona si no corres peligro. Puedes preguntarle directamente si piensa en el suicidio: preguntar no le mete la idea en la cabeza.

    Aquí hablarán con esa persona, y contigo:
    { $lines }

    Si puede llegar a hacerlo, llama al { $emergency } por ella.

    { safety-machine }

# Very low mood, not able to cope, without words about suicide.
safety-n-severe-mood =
    <b>Gracias por contármelo. Siento que sea tan difícil.</b>

    Por favor, comunícate ahora con { $doctor } y di cómo te sientes. Si no lo consigues, llama a la línea médica fuera de horario, o ve a un centro de atención urgente o a un servicio de urgencias.

    También puedes hablar hoy con una persona:
    { $lines }

    Si tienes pensamientos de suicidio, o no puedes mantenerte a salvo, llama al { $emergency }.

    Di a alguien cercano cómo te sientes, para no llevarlo a solas.

    El ánimo bajo puede tener que ver con muchas cosas, también con este medicamento, y no es culpa tuya. { safety-hold } Dejar las cápsulas puede no ser suficiente: un profesional tiene que hablar contigo.

    { safety-machine }

# Hearing or seeing things, feeling controlled, far too much energy, close to hurting someone.
safety-n-psychosis =
    <b>Gracias por contármelo. Por favor, comunícate ahora con { $doctor }.</b>

    Si no lo consigues, llama a la línea médica fuera de horario, o ve a un centro de atención urgente o a un servicio de urgencias. Di lo que me contaste, y que tomas isotretinoína.

    Si sientes que podrías hacerte daño o hacérselo a otra persona, o notas mucha confusión, llama al { $emergency }.

    Díselo a alguien cercano, y pídele que se quede contigo. También puedes hablar con una persona:
    { $lines }

    { safety-hold }

    { safety-machine }

safety-n-psychosis-other =
    <b>Gracias por contármelo. Por favor, ayuda a esa persona a comunicarse ahora con un médico.</b>

    Quédate con ella si no corres peligro. Si puede llegar a hacerse daño o a hacérselo a otra persona, llama al { $emergency }.

    Aquí hablarán con esa persona, y contigo:
    { $lines }

    { safety-machine }

# Physical signs that a doctor has to hear of today.
safety-n-physical =
    <b>Por favor, comunícate ahora con { $doctor }.</b>

    Si no lo consigues, llama a la línea médica fuera de horario, o ve a un centro de atención urgente o a un servicio de urgencias. Di qué notaste, cuándo empezó, y que tomas isotretinoína.

    Si empeora rápido, o tienes dificultad para respirar, hinchazón de la cara, ampollas, pérdida repentina de la vista, dolor en el pecho o una convulsión, llama al { $emergency }.

    { safety-hold }

    { safety-machine }

safety-n-physical-other =
    <b>Por favor, ayuda a esa persona a comunicarse ahora con su médico.</b>

    Si no consiguen hablar con el médico, una línea médica fuera de horario, un centro de atención urgente o un servicio de urgencias ayudará. Si empeora rápido, llama al { $emergency }.

    Quédate con esa persona si no corres peligro.

    { safety-machine }

# More taken than on the label, no symptoms told. Source: too much taken.
safety-n-overdose =
    <b>Por favor, comunícate ahora con { $doctor } o con un farmacéutico</b> y di qué tomaste y cuándo.

    { $poison }

    Si te sientes mal, o si lo tomaste a propósito, o no lo tienes claro, llama al { $emergency }.

    También puedes hablar con una persona a cualquier hora:
    { $lines }

    { safety-hold }

    { safety-machine }

# Possible pregnancy or contraception that failed. Tone: no blame, no steering.
safety-n-pregnancy =
    <b>Por favor, comunícate hoy con { $doctor }, lo antes que puedas.</b> Di que puede haber un embarazo, o que quizá fallaron los anticonceptivos, y que tomas isotretinoína.

    { safety-hold }

    • Hazte una prueba de embarazo, o pide una.
    • Pregunta <b>hoy</b> en una farmacia o clínica por la anticoncepción de emergencia: solo funciona durante poco tiempo.

    Esto les pasa a muchas personas, y es bueno que lo digas. Lo que venga después lo decides tú; un médico puede decirte lo que necesitas saber.

    Si tienes un dolor fuerte en un lado de la barriga, un sangrado abundante, o te desmayas, llama al { $emergency }.

    { safety-machine }

safety-n-pregnancy-other =
    <b>Por favor, ayuda a esa persona a comunicarse hoy con un médico, lo antes que pueda.</b> La isotretinoína puede dañar a un bebé antes de nacer, incluso después de una sola cápsula, así que conviene decir quién tomó qué y cuándo.

    Si esa persona toma isotretinoína: ninguna cápsula más hasta que haya hablado con un médico. Una farmacia o clínica puede decir <b>hoy</b> si la anticoncepción de emergencia todavía es posible.

    Si hay un dolor fuerte en un lado de la barriga, un sangrado abundante o un desmayo, llama al { $emergency }.

    { safety-machine }

## Possible: one short direct question, with help already in it

# Something in a text may mean suicide or self-harm. Asked in the manner of the ASQ.
safety-possible-mood =
    Quiero asegurarme de que te entiendo. <b>¿Tienes pensamientos de suicidarte o de hacerte daño?</b>

    Sea cual sea la respuesta, puedes hablar ahora con una persona:
    { $lines }

    Si estás en peligro ahora, llama al { $emergency }.

safety-possible-mood-other =
    Quiero asegurarme de que te entiendo. <b>¿Crees que esta persona tiene pensamientos de suicidio?</b>

    Sea cual sea la respuesta, tanto tú como esa persona pueden hablar ahora con alguien:
    { $lines }

    Si está en peligro ahora, llama al { $emergency }. Quédate con esa persona si no corres peligro.

safety-possible-overdose =
    Quiero asegurarme de que te entiendo. <b>¿Tomaste tú, o tomó otra persona, más cápsulas de las que dice la etiqueta?</b>

    Si es así y alguien se siente mal, o fue a propósito, llama al { $emergency }. { $poison }

    También puedes hablar ahora con una persona:
    { $lines }

safety-possible-psychosis =
    Quiero asegurarme de que te entiendo. <b>¿Oyes o ves cosas que los demás no, sientes que te vigilan o te controlan, o sientes que estás a punto de hacer daño a alguien?</b>

    Sea cual sea la respuesta, puedes hablar ahora con una persona:
    { $lines }

    Si estás en peligro ahora, llama al { $emergency }.

safety-possible-physical =
    Quiero asegurarme de que te entiendo. <b>¿Tienes dificultad para respirar, dolor en el pecho, hinchazón de la cara, ampollas, problemas repentinos para ver, un dolor de cabeza muy fuerte, un dolor de barriga muy fuerte u orina oscura, o tuviste una convulsión?</b>

    Si estás en peligro ahora, llama al { $emergency }.

safety-possible-pregnancy =
    Quiero asegurarme de que te entiendo. <b>¿Podría haber un embarazo, o pueden haber fallado tus anticonceptivos?</b>

    Si es así, un médico tiene que saberlo hoy.

safety-possible-button-yes = Sí
safety-possible-button-no = No
safety-possible-button-refuse = Prefiero no responder

# After a no. The door stays open.
safety-possible-no = Gracias por responder. Si eso cambia, escríbeme o envía /sos a cualquier hora.

## Buttons

safety-button-copy = Copiar { $number }
safety-button-chat = Abrir el chat: { $name }
safety-button-called = Ya llamé
safety-button-with-someone = Estoy con alguien
safety-button-spoken = He hablado con un médico
safety-button-worse = Está empeorando
safety-button-contacts = Más contactos
safety-button-country = Elegir mi país
safety-button-helped = Sí, recibí ayuda
safety-button-not-helped = No, todavía no
safety-button-said-continue = Continuar
safety-button-said-pause = Hacer una pausa
safety-button-said-stop = Parar
safety-button-said-unsure = No tengo claro qué dijo

## Answers to the buttons

safety-reply-called = Gracias por decírmelo. Quédate con las personas que te ayudan. Cuando hayas hablado con un médico, toca aquí «He hablado con un médico».
safety-reply-with-someone = Gracias por decírmelo. Por favor, sigan juntos, y deja que te ayude a llamar. Los números de arriba se quedan aquí.

# Before dose reminders go on: what was said?
safety-spoken-question = ¿Qué dijo el médico sobre la isotretinoína? Yo solo lo registro.

safety-said-continue = Registrado: el médico dijo que continúes. Los recordatorios de tus tomas siguen desde la próxima hora de siempre. No tomes ninguna cápsula extra por las que dejaste pasar. Si algo empeora, escríbeme o envía /sos.
safety-said-pause = Registrado: el médico dijo que hagas una pausa. No te recordaré las tomas. Si usas anticonceptivos, sigue usándolos. Cuando el médico diga que puedes seguir, toca «Continuar».
safety-said-stop = Registrado: el médico dijo que pares. No te recordaré las tomas. Si usas anticonceptivos, sigue usándolos hasta al menos 1 mes después de la última cápsula. Si algo empeora, escríbeme o envía /sos.
safety-said-unsure = Puede pasar. Por favor, llama otra vez al médico o a un farmacéutico y pregunta: «¿Debo tomar la próxima cápsula de isotretinoína?». Hasta que lo sepas, no la tomes. No te recordaré las tomas.

# Same day. $lines, $emergency.
safety-follow-up =
    Hace un rato me contaste algo serio. <b>¿Recibiste ayuda?</b>

    Si no, puedes hablar ahora con una persona:
    { $lines }

    Si estás en peligro ahora, llama al { $emergency }.

safety-follow-up-physical =
    Hace un rato te pedí que te comunicaras con un médico. <b>¿Recibiste ayuda?</b>

    Si empeora, llama al { $emergency }.

safety-next-morning =
    Buenos días. Ayer te pedí que buscaras ayuda. <b>¿Has hablado con un médico o con otro profesional?</b>

    Si no, por favor llama a { $doctor } esta mañana.

    También puedes hablar ahora con una persona:
    { $lines }

    Si estás en peligro ahora, llama al { $emergency }.

safety-helped = Gracias por decírmelo. Me alegra que alguien esté contigo en esto. Los recordatorios de tus tomas siguen apagados hasta que toques «He hablado con un médico» y me cuentes qué te dijo.
safety-not-helped =
    Gracias por decírmelo. Por favor, inténtalo otra vez ahora, o pide a alguien cercano que llame por ti:
    { $lines }
    • o llama a { $doctor }

    Si estás en peligro ahora, llama al { $emergency }. Si no consigues hablar con nadie, ve al servicio de urgencias más cercano.

## The hold

# /today, a press on a dose button, or the usual dose time while a hold is on.
safety-hold-explained = Los recordatorios de tus tomas están apagados, porque te pedí que te comunicaras con un médico. Por favor, no tomes la próxima cápsula de isotretinoína hasta que hayas hablado con uno. Después, toca el botón de abajo y cuéntame qué te dijo.

# Shortly before the usual time of a held dose.
safety-before-dose = Pronto será tu hora de siempre para la isotretinoína. Por favor, no tomes la cápsula mientras no hayas hablado con un médico. ¿Ya hablaste con uno?

# "I'm fine", "just joking", "forget it" on the same day.
safety-not-cleared = Gracias por decírmelo. Lo que te escribí sigue en pie por hoy: por favor, habla con una persona, y los números se quedan aquí.

## /sos and the contact list

safety-sos =
    <b>¿Estás en peligro ahora? Llama al { $emergency }, o ve al servicio de urgencias más cercano.</b> Si no puedes llamar, pide a alguien que esté a tu lado que llame.

    Puedes hablar con una persona:
    { $lines }

    { $poison }

    { safety-machine } Si quieres, escríbeme qué te pasa y te diré con quién comunicarte.

# The patient's own safety plan, shown first after the emergency line. $plan: the patient's words.
safety-sos-plan =
    <b>Tu propio plan</b>
    { $plan }

# No country is known, so no number of a country can be named.
safety-sos-country = Elige tu país en /settings para que pueda nombrar números de allí, cuando se hayan comprobado.

# All verified contacts of the country. $country: its name. $lines: every line.
safety-contacts =
    <b>{ $country }: personas con quienes hablar</b>

    Emergencias: { $emergency }

    { $lines }

    { $poison }

    Otros países: findahelpline.com, befrienders.org

# The same without any verified contact.
safety-contacts-unknown =
    <b>Personas con quienes hablar</b>

    Emergencias: { $emergency }

    { $lines }

    { $poison }
