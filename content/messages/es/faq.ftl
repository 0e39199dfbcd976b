### Questions and answers around the topics, which are in content/faq/.
### Review state: machine-drafted, not signed.

faq-menu = <b>Preguntas y respuestas</b>
    Elige un grupo, o pregúntame con tus propias palabras.
faq-group = <b>{ $title }</b>
faq-previous = ‹ Anterior
faq-next = Siguiente ›
faq-all-topics = Todos los grupos
faq-sources = Fuentes
faq-not-meant = No era lo que preguntaba
faq-none-of-these = Ninguna de estas
faq-sources-title = <b>{ $title }</b>: de dónde viene esto
faq-source-line = • { $organisation }: { $title } ({ $year })
faq-no-year = sin año
faq-note = <i>Algunas frases de aquí son conocimiento general que ninguna fuente ha confirmado. Un profesional de la salud tiene que comprobarlas antes de firmar.</i>
faq-reviewed = <i>Revisado por { $by } el { $on }.</i>
faq-unsigned = <i>Redactado a partir de las fuentes; ningún profesional de la salud lo ha firmado todavía.</i>
faq-choose = ¿Era una de estas?
faq-not-found = No tengo respuesta para eso. Solo sé de la isotretinoína, sus efectos secundarios y los cuidados que la acompañan. Por favor, elige un grupo o pregunta con otras palabras. Tu médico o farmacéutico puede responder todo lo demás.
faq-not-found-counted = Lo siento. He contado, sin tus palabras, que faltaba una respuesta. Por favor, elige un grupo, pregunta con otras palabras, o consulta a tu médico o farmacéutico.
faq-gone = Esa respuesta ya no está. Aquí tienes el menú.
faq-greeting = Hola. Pregúntame lo que quieras sobre tu tratamiento, o mira /help. Si te pasa algo, simplemente escríbelo.
faq-thanks = De nada. Aquí estoy cuando tengas otra pregunta.
faq-goodbye = Cuídate. Aquí estoy cuando me necesites, y /sos está a cualquier hora.
faq-chat = No soy de mucha conversación: sé de la isotretinoína y los cuidados que la acompañan. Pregúntame sobre eso, o mira /help.

## What is refused, kindly, with the reason and where to turn

faq-refused-change-dose = No puedo ayudar a cambiar una dosis. La dosis correcta depende de tu cuerpo, de tus análisis y de cómo te va, y solo el médico que te la receta sabe todo eso.
faq-refused-buying = No puedo ayudar a comprar o conseguir cápsulas. La isotretinoína solo se da con receta porque puede hacer un daño grave sin controles, y lo que se vende sin receta puede no ser lo que dice.
faq-refused-selling = No puedo ayudar a vender o regalar cápsulas. Una sola cápsula ya puede dañar a un bebé antes de nacer.
faq-refused-sharing = No puedo ayudar a compartir cápsulas. Están recetadas para una sola persona, y una sola cápsula ya puede dañar a un bebé antes de nacer.
faq-refused-prescription = No puedo ayudar a saltarse la receta. Las consultas y los análisis existen porque este medicamento puede hacer un daño que al principio nadie nota.
faq-refused-prescribe = No puedo recetar, ni decir si este medicamento es adecuado para ti. Para eso tiene que examinarte un médico.
faq-refused-hiding = No puedo ayudar a esconder el tratamiento. Alguien cercano debería saberlo, por si te sientes mal o con el ánimo bajo.
faq-refused-pregnancy-test = No puedo ayudar a saltarse una prueba de embarazo. Protege a un bebé de un daño grave, y te protege a ti. Si te preocupa un resultado, es un motivo para hablar ahora con la clínica.
faq-refused-programme = No puedo ayudar a saltarse las reglas del programa. Existen porque este medicamento puede dañar gravemente a un bebé antes de nacer.
faq-refused-results = No puedo leer resultados de análisis. Lo que significa un valor depende de ti y de tus valores anteriores.
faq-refused-diagnosis = No puedo hacer diagnósticos ni mirar fotos. Si algo te molesta, /symptoms hace las preguntas adecuadas y dice con quién comunicarte.
faq-turn-prescriber = Por favor, pregunta en la clínica que te la receta. Si el motivo es un efecto secundario, díselo, y usa /symptoms aquí.
faq-turn-pharmacist = Por favor, pregunta a tu farmacéutico o al médico que te la receta. Una farmacia también puede recibir las cápsulas que sobran.
faq-turn-clinic = Por favor, habla con la clínica que te la receta. Te pueden decir qué regla vale para ti y qué hacer si se pasó una fecha.
faq-turn-doctor = Por favor, pregunta a tu médico o a un dermatólogo.
faq-turn-trusted-person = Tu médico o el personal de enfermería puede ayudarte a contárselo a tu madre, a tu padre o a otra persona de confianza, y puede decirte qué queda en privado. Si no te sientes a salvo en casa, /sos muestra a quién llamar.
