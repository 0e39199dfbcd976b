"""Questionnaires as values: items with their exact words, answers with their values, and scores.

The words are the instrument: they are shown as published and never shortened, merged or softened
(clinical basis: the official forms, named in each file of `content/questionnaires`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Option:
    """One permitted answer. `aliases` are typed forms that mean exactly the same."""

    code: str
    value: int
    text: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    `safety` marks a question whose yes calls for "contact your doctor now" or more: it is asked
    a second time when the answer is missing, and then counts as yes. `stem` is shown above it.
    """

    id: str
    text: str
    options: tuple[Option, ...]
    stem: str | None = None
    scored: bool = True
    safety: bool = False
    loinc: str | None = None

    def option(self, code: str) -> Option | None:
        return next((option for option in self.options if option.code == code), None)

    @property
    def worst(self) -> int:
        return max(option.value for option in self.options)


@dataclass(frozen=True, slots=True)
class Score:
    """A sum that knows what it lacks: a skipped item is never a number.

    `known` adds the answered items, `highest` is what the sum would be had every missing item
    got the worst answer; both are for rules that must not go down when an answer is missing.
    """

    known: int
    highest: int
    missing: tuple[str, ...]

    @property
    def total(self) -> int | None:
        """The score, or None while any item is without an answer."""
        return None if self.missing else self.known


@dataclass(frozen=True, slots=True)
class Instrument:
    """One version of a questionnaire. Old versions stay, because stored answers refer to them."""

    id: str
    version: int
    title: str
    items: tuple[Item, ...]
    recall: str | None = None
    cutoffs: Mapping[str, int] = field(default_factory=dict)
    credit: str | None = None
    source: str = ""
    licence: str = ""
    languages: tuple[str, ...] = ("en",)
    reviewed: bool = False

    def item(self, item_id: str) -> Item:
        """The item with this id. Raises `KeyError`."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def score(self, answers: Mapping[str, str], items: Iterable[str] | None = None) -> Score:
        """Add the scored items (or only those named) of `answers` (item id to option code)."""
        wanted = None if items is None else set(items)
        known, highest, missing = 0, 0, []
        for item in self.items:
            if not item.scored or (wanted is not None and item.id not in wanted):
                continue
            option = item.option(answers.get(item.id, ""))
            if option is None:
                missing.append(item.id)
                highest += item.worst
            else:
                known += option.value
                highest += option.value
        return Score(known, highest, tuple(missing))


class UnknownInstrumentError(LookupError):
    """An instrument or a version that the content does not have."""


@dataclass(frozen=True, slots=True)
class InstrumentLibrary:
    """All versions of all instruments, as loaded from the content."""

    instruments: tuple[Instrument, ...]

    def get(self, instrument_id: str, version: int) -> Instrument:
        """Raises `UnknownInstrumentError`."""
        for instrument in self.instruments:
            if (instrument.id, instrument.version) == (instrument_id, version):
                return instrument
        raise UnknownInstrumentError(f"{instrument_id} version {version}")

    def latest(self, instrument_id: str) -> Instrument:
        """The version that new check-ins use. Raises `UnknownInstrumentError`."""
        versions = [known for known in self.instruments if known.id == instrument_id]
        if not versions:
            raise UnknownInstrumentError(instrument_id)
        return max(versions, key=lambda instrument: instrument.version)
