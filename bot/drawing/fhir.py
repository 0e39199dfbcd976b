"""A `Record` as a FHIR R4 bundle, made and checked with fhir.resources (its R4B models: the
resources used here are the same in R4 and R4B).

Codes: ATC D10BA01 (isotretinoin, systemic) and the LOINC codes of the PHQ and GAD items, of the
PHQ-9 and of its total. What has no code that was looked up has words only; none is guessed. Ids are
the same in every bundle, so that they say nothing about the patient.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from fhir.resources.R4B.bundle import Bundle

from bot.domain.history import Dose, Mark
from bot.domain.record import Case, Given, Label, Record, Screening, Sheet

LOINC = "http://loinc.org"
ATC = "http://www.whocc.no/atc"
ISOTRETINOIN = {
    "coding": [{"system": ATC, "code": "D10BA01", "display": "isotretinoin"}],
    "text": "isotretinoin, oral",
}

TOTALS = {"phq9": ("44261-6", "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]")}
# The answers that the four-step scale of PHQ and GAD shares.
ANSWERS = {0: "LA6568-5", 1: "LA6569-3", 2: "LA6570-1", 3: "LA6571-9"}
SCALED = frozenset({"phq9", "phqa", "gad2"})
STATUS = {
    Mark.TAKEN: "completed",
    Mark.SKIPPED: "not-done",
    Mark.HELD: "on-hold",
    Mark.UNANSWERED: "unknown",
    Mark.UNKNOWN: "unknown",
    Mark.OPEN: "unknown",
}
BY_HERSELF = "Recorded by the patient in an automated chat; not verified."

Resource = dict[str, Any]


def bundle_json(record: Record) -> bytes:
    """The bundle as JSON. Raises pydantic's `ValidationError` when it is not FHIR."""
    return str(bundle(record).model_dump_json(exclude_none=True, indent=1)).encode()


def bundle(record: Record) -> Bundle:
    """One patient without a name, and everything of hers."""
    resources = [_patient(record), *_others(record)]
    entries = [
        {"fullUrl": _url(resource["resourceType"], number), "resource": resource}
        for number, resource in enumerate(resources)
    ]
    made_at = datetime.combine(record.made_on, time(), UTC).isoformat()
    return Bundle.model_validate(
        {"resourceType": "Bundle", "type": "collection", "timestamp": made_at, "entry": entries}
    )


def _others(record: Record) -> Iterator[Resource]:
    labels = list(record.labels)
    for label in labels:
        yield _statement(label, record.made_on)
    for dose in record.history.doses:
        yield _administration(dose)
    for screening in record.screenings:
        for sheet in screening.sheets:
            yield _response(screening, sheet)
            if sheet.total is not None and sheet.most:
                yield _total(screening, sheet)
    for each in record.history.complaints:
        name = record.name_of(each.symptom)
        yield _observation(each.on, name, each.tier.label, note="Most urgent advice given for it")
    for on, mood in record.history.moods:
        yield _observation(on, "Daily word on how the day was (unscored)", mood)
    for case in record.cases:
        yield _told(case)


def _url(kind: str, number: int) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'isocompanion/{kind}/{number}')}"


_PATIENT = {"reference": _url("Patient", 0)}


def _patient(record: Record) -> Resource:
    """Nothing but the language she reads."""
    language = {"coding": [{"system": "urn:ietf:bcp:47", "code": record.language}]}
    return {"resourceType": "Patient", "communication": [{"language": language}]}


def _statement(label: Label, today: date) -> Resource:
    period = {"start": str(label.since)} | ({"end": str(label.until)} if label.until else {})
    over = label.until is not None and label.until < today
    mg = " + ".join(f"{each:g} mg" for each in label.capsules_mg)
    text = f"{mg}, {label.times_per_day} time(s) a day; days: {label.rule}"
    return {
        "resourceType": "MedicationStatement",
        "status": "completed" if over else "active",
        "medicationCodeableConcept": ISOTRETINOIN,
        "subject": _PATIENT,
        "informationSource": _PATIENT,
        "effectivePeriod": period,
        "dosage": [{"text": text, "patientInstruction": "As the patient typed it from the label"}],
        "note": [{"text": BY_HERSELF}],
    }


def _administration(dose: Dose) -> Resource:
    """By date: when exactly it was taken is not known."""
    resource: Resource = {
        "resourceType": "MedicationAdministration",
        "status": STATUS[dose.mark],
        "medicationCodeableConcept": ISOTRETINOIN,
        "subject": _PATIENT,
        "effectiveDateTime": str(dose.on),
        "note": [{"text": f"{dose.mark.value}. {BY_HERSELF}"}],
    }
    if dose.mark is Mark.SKIPPED:
        reason = (dose.reason or "not_said").replace("_", " ")
        resource["statusReason"] = [{"text": reason}]
    return resource


def _response(screening: Screening, sheet: Sheet) -> Resource:
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"urn:isocompanion:questionnaire:{sheet.instrument}|{sheet.version}",
        "status": "completed" if screening.whole else "stopped",
        "subject": _PATIENT,
        "source": _PATIENT,
        "authored": screening.at.isoformat(),
        "item": [_item(sheet, given) for given in sheet.given],
    }


def _item(sheet: Sheet, given: Given) -> Resource:
    """An item without an answer was asked and left out."""
    item: Resource = {"linkId": f"/{given.loinc or given.item}", "text": given.text}
    if given.value is not None:
        coding: Resource = {"display": given.said}
        if sheet.instrument in SCALED and not given.item.endswith("-difficulty"):
            coding |= {"system": LOINC, "code": ANSWERS[given.value]}
        else:
            coding |= {"code": given.code}
        item["answer"] = [{"valueCoding": coding}]
    return item


def _total(screening: Screening, sheet: Sheet) -> Resource:
    code: Resource = {"text": f"{sheet.title} total, version {sheet.version}"}
    if (known := TOTALS.get(sheet.instrument)) is not None:
        code["coding"] = [{"system": LOINC, "code": known[0], "display": known[1]}]
    return {
        "resourceType": "Observation",
        "status": "preliminary",
        "category": _category("survey"),
        "code": code,
        "subject": _PATIENT,
        "effectiveDateTime": screening.at.isoformat(),
        "valueInteger": sheet.total,
        "note": [{"text": BY_HERSELF}],
    }


def _observation(on: date, what: str, value: str, *, note: str = "") -> Resource:
    """`preliminary` is FHIR's word for what nobody has verified."""
    return {
        "resourceType": "Observation",
        "status": "preliminary",
        "category": _category("survey"),
        "code": {"text": what},
        "subject": _PATIENT,
        "effectiveDateTime": str(on),
        "valueString": value,
        "note": [{"text": f"{note}. {BY_HERSELF}" if note else BY_HERSELF}],
    }


def _told(case: Case) -> Resource:
    said = f"doctor said: {case.said}" if case.said else "whether a doctor was spoken to: unknown"
    text = f"Chat asked the patient to act: {case.tier.label} ({case.about}); {said}"
    return _observation(case.on, "Advice to contact help at once", text)


def _category(code: str) -> list[Resource]:
    system = "http://terminology.hl7.org/CodeSystem/observation-category"
    return [{"coding": [{"system": system, "code": code}]}]
