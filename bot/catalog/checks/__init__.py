"""Every rule about the content, in one run: what the loaders refuse, and what they let pass.

One file per rule family. `check_all` is what `check-content` prints and what the tests call.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import bot
from bot.catalog.checks.contact_rules import check_contacts, live_contacts
from bot.catalog.checks.faq_rules import check_faq, patient_texts, read_topics, signed_topics
from bot.catalog.checks.finding import Area, Finding, Report, Rule, Signed, found
from bot.catalog.checks.fluent_files import FluentTexts, read_fluent
from bot.catalog.checks.forbidden import PatientText, forbidden_claims, load_claims
from bot.catalog.checks.instrument_rules import check_instruments, signed_instruments
from bot.catalog.checks.message_rules import check_messages, signed_messages
from bot.catalog.checks.message_uses import read_uses
from bot.catalog.checks.signed_entries import signed_entries
from bot.catalog.checks.telegram_html import shown
from bot.catalog.checks.yaml_texts import TRANSLATIONS, yaml_texts
from bot.catalog.contacts import load_contacts
from bot.catalog.detection import load_detector
from bot.catalog.faq import load_faq
from bot.catalog.message_files import load_messages
from bot.catalog.messages import SOURCE_LANGUAGE
from bot.catalog.programmes import load_programmes, missing_translations
from bot.catalog.questionnaires import load_questionnaires
from bot.catalog.source import Problem
from bot.catalog.symptom_translations import load_symptom_translations
from bot.catalog.symptoms import load_symptoms
from bot.catalog.translation_state import held_to_promises, severity_for
from bot.domain.contacts import Voucher
from bot.domain.programme import ProgrammeLibrary

_FILES = {
    Area.FAQ: ("faq/**/*.md", "faq/**/*.yaml"),
    Area.MESSAGES: ("messages/*/*.ftl",),
    Area.QUESTIONNAIRES: ("questionnaires/*.yaml",),
    Area.SAFETY: ("safety/*.yaml",),
    Area.SYMPTOMS: ("symptoms/*.yaml", "symptoms/translations/*.yaml"),
    Area.PROGRAMMES: ("programmes/*.yaml",),
    Area.CONTACTS: ("contacts.yaml",),
    Area.FORBIDDEN: ("forbidden.yaml",),
}


def check_all(
    content_dir: Path,
    today: date,
    *,
    voucher: Voucher | None = None,
    package: Path | None = None,
) -> Report:
    """Check everything. `package`: the source whose messages are looked for (default: this one).

    Never raises for bad content: every finding of every file is in the report.
    """
    findings: list[Finding] = []
    signed: dict[Area, Signed] = {}
    texts = read_fluent(content_dir / "messages")
    uses = read_uses(package or Path(bot.__file__).parent)
    checked = check_messages(texts, uses, today)
    said = {(each.problem.path, each.problem.line, each.problem.text) for each in checked}
    _, problems = load_messages(content_dir / "messages")
    problems = held_to_promises(content_dir, problems)
    fresh = [each for each in problems if (each.path, each.line, each.text) not in said]
    findings += _loaded(Area.MESSAGES, fresh, Rule.LANGUAGES)
    findings += checked
    signed[Area.MESSAGES] = signed_messages(texts)

    _, problems = load_faq(content_dir)
    problems = held_to_promises(content_dir, problems)
    findings += _loaded(Area.FAQ, problems, Rule.LANGUAGES)
    topics = read_topics(content_dir / "faq")
    findings += check_faq(content_dir / "faq", topics, texts.languages, today)
    signed[Area.FAQ] = signed_topics(topics)

    folder = content_dir / "questionnaires"
    library, problems = load_questionnaires(folder)
    findings += _loaded(Area.QUESTIONNAIRES, problems)
    if library is not None:
        findings += check_instruments(folder, library, texts.languages)
        signed[Area.QUESTIONNAIRES] = signed_instruments(library)

    path = content_dir / "contacts.yaml"
    book, problems = load_contacts(path)
    findings += _loaded(Area.CONTACTS, problems)
    if book is not None:
        findings += check_contacts(path, book, today, voucher)
        signed[Area.CONTACTS] = live_contacts(book, today, voucher)

    _, problems = load_detector(content_dir)
    findings += _loaded(Area.SAFETY, problems)
    symptoms, problems = load_symptoms(content_dir / "symptoms")
    findings += _loaded(Area.SYMPTOMS, [p for p in problems if p.severity == "error"])
    if symptoms is not None:
        translated, problems = load_symptom_translations(content_dir / "symptoms", symptoms)
        problems += _untranslated(content_dir, texts.languages, translated)
        problems = held_to_promises(content_dir, problems)
        findings += found(Area.SYMPTOMS, Rule.LANGUAGES, problems)
    programmes, problems = load_programmes(content_dir / "programmes")
    findings += _loaded(Area.PROGRAMMES, problems)
    gaps = {each: severity_for(content_dir, each) for each in texts.languages}
    problems = list(missing_translations(content_dir / "programmes", gaps))
    findings += found(Area.PROGRAMMES, Rule.LANGUAGES, problems)
    for area in (Area.SAFETY, Area.SYMPTOMS, Area.PROGRAMMES):
        signed[area], problems = signed_entries(_files(content_dir, area))
        findings += found(area, Rule.REVIEW, problems)

    path = content_dir / "forbidden.yaml"
    claims, problems = load_claims(path)
    findings += found(Area.FORBIDDEN, Rule.STRUCTURE, problems)
    signed[Area.FORBIDDEN], problems = signed_entries([path])
    findings += found(Area.FORBIDDEN, Rule.REVIEW, problems)
    claimed = forbidden_claims(patient_texts(topics), claims)
    findings += found(Area.FAQ, Rule.FORBIDDEN, claimed)
    claimed = forbidden_claims(_message_texts(texts), claims)
    findings += found(Area.MESSAGES, Rule.FORBIDDEN, claimed)

    claimed = forbidden_claims(_programme_texts(content_dir, programmes), claims)
    findings += found(Area.PROGRAMMES, Rule.FORBIDDEN, claimed)

    shown_files = [*_files(content_dir, Area.SYMPTOMS), content_dir / "faq" / "refusals.yaml"]
    for each in shown_files:
        area = Area.FAQ if each.name == "refusals.yaml" else Area.SYMPTOMS
        claimed = forbidden_claims(yaml_texts([each]), claims)
        findings += found(area, Rule.FORBIDDEN, claimed)

    counts = {area: len(_files(content_dir, area)) for area in Area}
    return Report(content_dir, counts, signed, tuple(_once(findings)))


def _loaded(area: Area, problems: list[Problem], warned: Rule = Rule.REVIEW) -> list[Finding]:
    """Each loader warns of one thing only: a text that nobody has signed, or a language that is
    still being made."""
    return [
        Finding(area, warned if each.severity == "warning" else Rule.STRUCTURE, each)
        for each in problems
    ]


def _untranslated(
    content_dir: Path, languages: tuple[str, ...], translated: Mapping[str, object]
) -> list[Problem]:
    """Languages that patients may choose and in which the symptom check cannot ask."""
    folder = content_dir / "symptoms" / TRANSLATIONS
    text = "the symptom check is not in this language: it is asked in English"
    return [
        Problem(folder / f"{language}.yaml", 0, text, severity_for(content_dir, language))
        for language in languages
        if language not in {SOURCE_LANGUAGE, *translated}
        and not (folder / f"{language}.yaml").exists()
    ]


def _files(content_dir: Path, area: Area) -> list[Path]:
    return sorted(path for pattern in _FILES[area] for path in content_dir.glob(pattern))


def _programme_texts(content_dir: Path, library: ProgrammeLibrary | None) -> list[PatientText]:
    return [
        PatientText(path, 0, each.id, language, text)
        for each in (library.programmes if library is not None else ())
        for path in [content_dir / "programmes" / f"{each.id}.yaml"]
        for texts in (each.notice, *(rule.text for rule in each.rules))
        for language, text in texts.items()
    ]


def _message_texts(texts: FluentTexts) -> list[PatientText]:
    return [
        PatientText(
            entry.path,
            entry.line,
            entry.id,
            language,
            "\n".join(dict.fromkeys(shown(reading) for reading in texts.readings(entry))),
        )
        for language, entries in texts.entries.items()
        for entry in entries.values()
    ]


def _once(findings: list[Finding]) -> list[Finding]:
    return list(dict.fromkeys(findings))
