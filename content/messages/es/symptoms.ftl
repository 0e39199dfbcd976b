### The symptom check around its questions. The questions, names and tips are in content/symptoms and are never
### written here. What is said for "contact your doctor now" and for an emergency is in safety.ftl.
###
### Review state of every message in this file: machine-drafted, not signed by any clinician.
### Source: the project's clinical fact sheet (symptom list, action tiers, symptom check rules).
### Never add here: diagnoses, "it's nothing", "you're fine", scores, promises, cheer, advice about the dose.

## Asking

# The opening question. $ask: the question; $signs: one bullet per line.
symptom-emergency =
    <b>{ $ask }</b>

    { $signs }
# A list of urgent signs. $signs: one bullet per line.
symptom-signs =
    <b>¿Tienes algo de esto?</b>

    { $signs }
symptom-sign = • { $sign }
symptom-sign-text = { $sign }
# One question. $ask: the question as a sentence.
symptom-question = <b>{ $ask }</b>
# Before a question that is asked a second time.
symptom-again = Te lo pregunto una vez más, porque es importante. Si sigues sin saberlo, lo trato como un sí, por precaución.
symptom-areas = <b>¿Dónde está?</b> Toca el lugar que mejor encaje, o cuéntamelo con tus propias palabras.
symptom-which = <b>¿Cuál es?</b> Toca la que mejor encaje.
symptom-pick = <b>¿Qué es lo que más te molesta?</b>

symptom-yes = Sí
symptom-no = No
symptom-unclear = No sé
symptom-skip = Prefiero no decirlo
symptom-area-none = Nada más
symptom-which-other = Más de una, o no sé
symptom-pick-other = Otra cosa
symptom-pick-none = Nada de esto
symptom-stop = Parar aquí

## Answering

# No symptom was named.
symptom-nothing =
    <b>Anotado: nada que informar.</b>

    Si algo cambia, envía /symptoms a cualquier hora.
# Mention at the next visit. $symptoms: names, one per line.
symptom-routine =
    <b>Coméntalo en tu próxima consulta</b>

    { $symptoms }

    Lo he anotado para tu consulta.
# Call within 24 hours. $symptoms: names, one per line.
symptom-within-24h =
    <b>Llama a tu médico o farmacéutico en las próximas 24 horas</b>

    { $symptoms }

    Di que tomas isotretinoína. Lo he anotado para tu consulta.
# The patient chose "something else".
symptom-within-24h-other =
    <b>Llama a tu médico o farmacéutico en las próximas 24 horas</b>

    Lo que tienes no está en mi lista, así que no puedo clasificarlo. Di que tomas isotretinoína.
# Earlier today something more urgent was said. Stands above any milder text.
symptom-earlier-today = Hoy me contaste algo que necesitaba ayuda antes. Ese consejo sigue en pie.
symptom-tips = <b>Lo que puede ayudar mientras tanto</b>
symptom-tip = • { $tip }
# When to go up. Stands under every mild outcome.
symptom-when-now =
    <b>No esperes</b> si empeora, o si te aparece dificultad para respirar, hinchazón de la cara, ampollas, un cambio en la vista, un dolor de cabeza fuerte, un dolor de barriga fuerte, orina oscura, dolor en el pecho o pensamientos de hacerte daño: envía /symptoms o /sos.
symptom-not-diagnosis = <i>Soy un programa con textos fijos, no un médico, y no sé cuál es la causa.</i>
# What was understood from the patient's own words, before the questions. $symptoms: names, one per line.
symptom-understood =
    Entendí:

    { $symptoms }
symptom-check-other = Revisar otra cosa
symptom-stale = Ese botón es de una revisión anterior. Aquí es donde estamos.
symptom-stopped = He parado aquí. Lo que respondiste queda guardado.
