"""The rules for `content/questionnaires/`: the official words, unchanged, and honest languages.

`verbatim.txt` there holds a mark per version, made of every word that a patient reads. Stored
answers refer to a version: a changed word needs a new version, not a new mark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.catalog.checks.finding import Area, Finding, Rule, Signed, found, warning
from bot.catalog.source import Problem
from bot.domain.instrument import Instrument, InstrumentLibrary

MARKS = "verbatim.txt"
MARK_LENGTH = 16


def check_instruments(
    folder: Path, library: InstrumentLibrary, languages: tuple[str, ...]
) -> list[Finding]:
    area = Area.QUESTIONNAIRES
    return [
        *found(area, Rule.VERBATIM, _verbatim(folder, library.instruments)),
        *found(area, Rule.LANGUAGES, _languages(folder, library.instruments, languages)),
    ]


def signed_instruments(library: InstrumentLibrary) -> Signed:
    signed = sum(instrument.reviewed for instrument in library.instruments)
    return Signed(signed, len(library.instruments))


def mark_of(instrument: Instrument) -> str:
    """A short fingerprint of every word of the instrument."""
    words: list[str] = []
    for item in instrument.items:
        words += [item.id, item.stem or "", item.text]
        for option in item.options:
            words += [option.code, str(option.value), option.text]
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:MARK_LENGTH]


def _verbatim(folder: Path, instruments: Iterable[Instrument]) -> Iterator[Problem]:
    path = folder / MARKS
    marks: dict[str, tuple[int, str]] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        yield Problem(path, 0, "is missing: it holds the marks of the official wordings")
        return
    for number, line in enumerate(lines, start=1):
        parts = line.split()
        if parts and not line.startswith("#"):
            marks[parts[0]] = (number, parts[-1])
    for instrument in instruments:
        name = f"{instrument.id}-v{instrument.version}"
        mark = mark_of(instrument)
        if name not in marks:
            text = f"{name} has no mark; when every word is the official one, add: {name} {mark}"
            yield Problem(path, 0, text)
        elif marks[name][1] != mark:
            text = f"the words of {name} are not those that were marked; make a new version file"
            yield Problem(path, marks[name][0], text)
    known = {f"{each.id}-v{each.version}" for each in instruments}
    for name, (number, _) in marks.items():
        if name not in known:
            text = f"there is no {name}.yaml any more; stored answers may refer to it"
            yield Problem(path, number, text)


def _languages(
    folder: Path, instruments: Iterable[Instrument], languages: tuple[str, ...]
) -> Iterator[Problem]:
    for instrument in instruments:
        path = folder / f"{instrument.id}-v{instrument.version}.yaml"
        if "en" not in instrument.languages:
            yield Problem(path, 0, "the English wording must be among the languages")
        for language in languages:
            if language not in instrument.languages:
                text = f"no official wording in {language!r}: it is asked in English, with a note"
                yield warning(path, 0, text)
