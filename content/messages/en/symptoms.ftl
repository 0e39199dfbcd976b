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
    <b>Do you have any of these?</b>

    { $signs }
symptom-sign = • { $sign }
symptom-sign-text = { $sign }
# One question. $ask: the question as a sentence.
symptom-question = <b>{ $ask }</b>
# Before a question that is asked a second time.
symptom-again = I ask this once more, because it matters. If you are still not sure, I treat it as a yes, to be careful.
symptom-areas = <b>Where is it?</b> Tap the place that fits best, or tell me in your own words.
symptom-which = <b>Which one is it?</b> Tap the one that fits best.
symptom-pick = <b>What bothers you most?</b>

symptom-yes = Yes
symptom-no = No
symptom-unclear = Not sure
symptom-skip = I'd rather not say
symptom-area-none = Nothing else
symptom-which-other = More than one, or not sure
symptom-pick-other = Something else
symptom-pick-none = None of these
symptom-stop = Stop here

## Answering

# No symptom was named.
symptom-nothing =
    <b>Noted: nothing to report.</b>

    If something changes, send /symptoms at any time.
# Mention at the next visit. $symptoms: names, one per line.
symptom-routine =
    <b>Mention it at your next visit</b>

    { $symptoms }

    I have noted it for your visit.
# Call within 24 hours. $symptoms: names, one per line.
symptom-within-24h =
    <b>Call your doctor or pharmacist within 24 hours</b>

    { $symptoms }

    Tell them that you take isotretinoin. I have noted it for your visit.
# The patient chose "something else".
symptom-within-24h-other =
    <b>Call your doctor or pharmacist within 24 hours</b>

    What you have is not on my list, so I can't sort it. Tell them that you take isotretinoin.
# Earlier today something more urgent was said. Stands above any milder text.
symptom-earlier-today = Earlier today you told me something that needed help sooner. That advice still holds.
symptom-tips = <b>What can help until then</b>
symptom-tip = • { $tip }
# When to go up. Stands under every mild outcome.
symptom-when-now =
    <b>Don't wait</b> if it gets worse, or if you get trouble breathing, swelling of the face, blisters, a change in sight, a severe headache, severe belly pain, dark urine, chest pain, or thoughts of hurting yourself: send /symptoms or /sos.
symptom-not-diagnosis = <i>I'm a program with fixed texts, not a doctor, and I don't know what causes it.</i>
# What was understood from the patient's own words, before the questions. $symptoms: names, one per line.
symptom-understood =
    I understood:

    { $symptoms }
symptom-check-other = Check something else
symptom-stale = That button belongs to an older check. Here is where we are.
symptom-stopped = I stopped here. What you answered is kept.
