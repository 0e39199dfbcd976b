"""From a folded text to the words that rules are written in.

Repairs, in this order: spelled-out letters ("k m s"), symbols for letters ("su1c1de", "k*ll"),
letters held down ("dieeee"), words run together ("killmyself"), short forms ("don't", "wanna"),
and near-misses of a word that some rule uses ("sucidal"). A word that is in no rule, and near
none, stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.domain.concern.characters import CharacterTable, unmask

READ = 20_000
"""Characters read: a Telegram text has 4,096. Of a longer one, the first and the last half."""

_CHUNK_PARTS = re.compile(r"[^\s.?!'*@$|]+(?:'[^\s.?!'*@$|]+)*|[.?!]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_ELLIPSIS = re.compile(r"\.[. ]*\.")
_HELD = re.compile(r"(.)\1{2,}")
_LEET = str.maketrans("0134578@$!|", "oleastbasil")
_LEET_I = str.maketrans("0134578@$!|", "oieastbasii")
_LEETISH = re.compile(r"[a-z].*[0-9@$!*|.]+.*[a-z]|[0-9@$!|*]+[a-z]")
_LONGEST_WORD = 40
_WORTH_A_REPAIR = 7


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of `content/safety/words.yaml`.

    short_forms: what is typed -> what rules say ("cant" -> "can not")
    key_words: worth a repair even when they are badly misspelled
    known: every word that a rule uses; never changed by a repair
    real_words: ordinary words that look like a rule's word and must stay what they are
    """

    short_forms: Mapping[str, str]
    key_words: frozenset[str]
    known: frozenset[str]
    real_words: frozenset[str] = frozenset()
    emojis: Mapping[str, str] = field(default_factory=dict)


class Reader:
    """Turns any text into a line of words; see `read`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._characters = CharacterTable(dict(lexicon.emojis))
        self._short = {k: v for k, v in lexicon.short_forms.items() if " " not in k}
        self._pairs = [(f" {k} ", f" {v} ") for k, v in lexicon.short_forms.items() if " " in k]
        self._keys = lexicon.key_words
        self._known = lexicon.known | lexicon.key_words
        paired = {word for typed, _ in self._pairs for word in typed.split()}
        self._untouched = self._known | lexicon.real_words | paired | frozenset(self._short)
        self._near = _deletions(self._known, lexicon.key_words)
        self._wild = sorted(word for word in lexicon.key_words if word.isascii())
        self._joinable = frozenset(
            word for word in lexicon.key_words | _GLUE if word.isascii() and word.isalpha()
        )

    def read(self, text: str) -> str:
        """`text` as ` . word word ? word . `: single spaces, sentence ends as words."""
        if len(text) > READ:
            text = f"{text[: READ // 2]} {text[-READ // 2 :]}"
        folded = self._characters.fold(text)
        folded = _BLANK_LINE.sub(" . ", _ELLIPSIS.sub(" ", folded))
        words: list[str] = ["."]
        for word in self._gather(self._chunks(folded)):
            for piece in word.split(" "):
                if piece in ".?" and words[-1] in ".?":
                    words[-1] = max(piece, words[-1])  # "?!" and "?." are questions
                elif len(words) < 3 or not piece == words[-1] == words[-2] == words[-3]:
                    words.append(piece)  # three of the same say as much as three hundred
        if words[-1] not in ".?":
            words.append(".")
        line = f" {' '.join(words)} "
        for typed, meant in self._pairs:
            if typed in line:
                line = line.replace(typed, meant)
        return line

    def fold_word(self, word: str) -> str:
        """How a word of a pattern is written once folded; accents and variants gone."""
        return self._characters.fold(word).strip()

    def _chunks(self, folded: str) -> Iterator[str]:
        for chunk in folded.split():
            if chunk.isalpha() and chunk.isascii():
                yield chunk
                continue
            chunk = unmask(chunk)
            if _LEETISH.search(chunk) and (repaired := self._unleet(chunk)):
                yield repaired
                if chunk[-1] in ".?!":
                    yield "?" if chunk[-1] == "?" else "."
                continue
            for part in _CHUNK_PARTS.findall(chunk):
                yield "." if part == "!" else part

    def _gather(self, chunks: Iterable[str]) -> Iterator[str]:
        """Join runs of single letters, then repair each word."""
        letters: list[str] = []
        for chunk in chunks:
            if len(chunk) == 1 and (chunk.isalpha() or (chunk == "." and letters)):
                letters.append(chunk)
                continue
            if letters:
                yield from self._spelled(letters)
                letters = []
            yield self._repair(chunk)
        if letters:
            yield from self._spelled(letters)

    def _spelled(self, letters: list[str]) -> Iterator[str]:
        word = "".join(letter for letter in letters if letter != ".")
        if len(word) >= 3:
            for skip in (0, 1):
                joined = word[skip:]
                found = joined if joined in self._keys else self._short.get(joined)
                found = found or self._segment(joined)
                if found:
                    yield from word[:skip]
                    yield self._expand(found)
                    return
        for letter in letters:
            yield self._short.get(letter, letter)

    def _expand(self, word: str) -> str:
        return " ".join(self._short.get(piece, piece) for piece in word.split(" "))

    def _repair(self, word: str) -> str:
        if word in self._short:
            return self._short[word]
        if word in self._untouched or len(word) > _LONGEST_WORD:
            return word
        if "'" in word:
            plain = word.replace("'", "")
            if plain in self._short:
                return self._short[plain]
            word = word[:-2] if word.endswith("'s") else plain
            if word in self._untouched:
                return self._short.get(word, word)
        if len(word) > 3 and (held := _HELD.search(word)) and held:
            for kept in (r"\1", r"\1\1"):
                shorter = _HELD.sub(kept, word)
                if shorter in self._untouched:
                    return self._short.get(shorter, shorter)
            word = _HELD.sub(r"\1", word)
        if len(word) >= 5 and (near := self._nearest(word)):
            return self._short.get(near, near)
        if len(word) >= 7 and word.isascii() and (parts := self._segment(word)):
            return self._expand(parts)
        return word

    def _nearest(self, word: str) -> str | None:
        """The rule word one slip away (two, in long words), with the same first letter."""
        best: str | None = None
        for variant in (word, *(word[:i] + word[i + 1 :] for i in range(len(word)))):
            for candidate in self._near.get(variant, ()):
                if not _same_start(word, candidate) or not _near_enough(word, candidate):
                    continue
                if candidate in self._keys:
                    return candidate
                best = best or candidate
        return best

    def _unleet(self, chunk: str) -> str | None:
        core = chunk.strip(".?!,'").rstrip("*")
        if "*" in core:
            pattern = re.compile(re.escape(core).replace(r"\*", "[a-z]"))
            return next((word for word in self._wild if pattern.fullmatch(word)), None)
        for table in (_LEET_I, _LEET):
            plain = core.translate(table)
            for word in (plain, plain.replace(".", ""), _HELD.sub(r"\1", plain)):
                if word in self._keys:
                    return self._expand(word)
        return None

    def _segment(self, word: str) -> str | None:
        """Words run together, if all of them are known and one of them matters."""
        if len(word) > _LONGEST_WORD:
            return None
        best: list[list[str] | None] = [[]] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 10), end):
                before = best[start]
                if before is not None and word[start:end] in self._joinable:
                    candidate = [*before, word[start:end]]
                    current = best[end]
                    if current is None or len(candidate) < len(current):
                        best[end] = candidate
        parts = best[-1]
        if parts is None or len(parts) < 2 or not any(p in self._keys for p in parts):
            return None
        return " ".join(parts)


_GLUE = frozenset(
    (
        *("i", "im", "me", "my", "self", "myself", "it", "all", "the", "so", "of", "in", "to"),
        *("want", "wanna", "end", "hate", "life", "be", "not", "alive"),
    )
)


def _deletions(words: frozenset[str], keys: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Each word worth a repair, under itself and under itself less any one letter.

    Key words from four letters; other rule words from seven: short words have too many neighbours.
    """
    table: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (w not in keys, w)):
        if not word.isalpha() or len(word) < (4 if word in keys else _WORTH_A_REPAIR):
            continue
        for variant in {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}:
            table.setdefault(variant, []).append(word)
    return {variant: tuple(found) for variant, found in table.items()}


def _same_start(word: str, candidate: str) -> bool:
    return word[0] == candidate[0] or word[:2] == candidate[1::-1]


def _near_enough(word: str, candidate: str) -> bool:
    """One slip: a letter more, less, other, or two swapped. Long words: two such slips.

    An ending is no slip: "week" is not a misspelt "weeks".
    """
    if candidate in {f"{word}s", f"{word}d"} or word in {f"{candidate}s", f"{candidate}d"}:
        return False
    if len(candidate) >= 8:
        return True  # they share a form with one letter less each: at most two slips
    if abs(len(word) - len(candidate)) == 1:
        return True
    differing = [i for i in range(len(word)) if word[i] != candidate[i]]
    if len(differing) == 1:
        return True
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and word[differing[0]] == candidate[differing[1]]
        and word[differing[1]] == candidate[differing[0]]
    )
