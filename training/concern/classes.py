"""`classes.txt` -> which words the model reads as meaning about the same."""

from __future__ import annotations

from pathlib import Path

from bot.domain.concern.scorer import WordClasses, tokens

FILE = Path(__file__).parent / "classes.txt"


def load_classes(path: Path = FILE) -> tuple[dict[str, str], dict[str, str]]:
    """Whole words and beginnings of words, each with its class. The first mention counts.

    Raises `ValueError` on a line without a class name.
    """
    words: dict[str, str] = {}
    stems: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, listed = line.partition(":")
        if not colon or not name.isupper():
            raise ValueError(f"{path.name}:{number}: must start with a class name and a colon")
        for word in listed.split():
            place = stems if word.endswith("*") else words
            for folded in tokens(word.rstrip("*"))[:1]:
                place.setdefault(folded, name)
    return words, stems


def word_classes() -> WordClasses:
    """The classes as the scorer uses them."""
    return WordClasses(*load_classes())
