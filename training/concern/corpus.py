"""The labelled texts: reading them, checking them, and which side of the split each stands on.

The side follows from the *intent* (what the writer wanted to say), never from the text: two ways
of saying one thing are always on the same side, so the test side shows how unseen meanings do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.domain.concern.finding import Label, When, Whose

FOLDER = Path(__file__).parent / "corpus"
TIERS = ("emergency", "urgent", "routine")
REGISTERS = (
    "teen",
    "adult",
    "formal",
    "elderly",
    "second-language",
    "dictated",
    "long",
    "telegraphic",
)
LANGUAGES = ("en", "es", "ur", "ur-Latn", "hi", "hi-Latn", "de", "fr", "pt", "ar", "ru", "pl")
_TEST_SHARE = 30


class Side(StrEnum):
    """`train` makes the weights, the threshold and the rules; `test` is for the report alone."""

    TRAIN = "train"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Text:
    """One labelled text. `tier` is what the person needs: emergency, urgent or routine."""

    id: str
    text: str
    label: Label
    tier: str
    whose: Whose
    when: When
    intent: str
    register: str
    language: str

    @property
    def concerns(self) -> bool:
        """Whether the text should be noticed."""
        return self.label is not Label.NONE

    @property
    def side(self) -> Side:
        """Which side the intent of this text stands on."""
        return side_of(self.intent)


def side_of(intent: str) -> Side:
    """The side of an intent: a hash, so that adding texts never moves another text."""
    return Side.TEST if _share(intent, "side") < _TEST_SHARE else Side.TRAIN


def fold_of(intent: str, folds: int) -> int:
    """Which of `folds` parts of the train side an intent belongs to, for choosing a threshold."""
    return _number(intent, "fold") % folds


def load(folder: Path = FOLDER) -> list[Text]:
    """All texts in the order of file name and line. Raises `ValueError` naming a bad line."""
    texts: list[Text] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                texts.append(_text(json.loads(line)))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
    return texts


def digest(texts: Iterable[Text]) -> str:
    """SHA-256 over every field of every text: the weights name the corpus they were made from."""
    whole = hashlib.sha256()
    for text in texts:
        fields = (text.id, text.text, text.label, text.tier, text.intent, text.side)
        whole.update("\x1f".join(fields).encode() + b"\n")
    return whole.hexdigest()


def _text(entry: dict[str, str]) -> Text:
    entry = dict(entry)
    text = Text(
        id=entry.pop("id"),
        text=entry.pop("text"),
        label=Label(entry.pop("label")),
        tier=_one_of(TIERS, entry.pop("tier")),
        whose=Whose(entry.pop("whose")),
        when=When(entry.pop("when")),
        intent=entry.pop("intent"),
        register=_one_of(REGISTERS, entry.pop("register")),
        language=_one_of(LANGUAGES, entry.pop("language")),
    )
    if entry:
        raise ValueError(f"unknown fields {sorted(entry)}")
    if text.concerns == (text.tier == "routine"):
        raise ValueError(f"label {text.label} does not go with tier {text.tier}")
    return text


def _one_of(allowed: tuple[str, ...], value: str) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _share(intent: str, salt: str) -> int:
    return _number(intent, salt) % 100


def _number(intent: str, salt: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{salt}:{intent}".encode()).digest()[:4], "big")
