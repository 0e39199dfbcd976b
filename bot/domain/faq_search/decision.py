"""Is a text a question for this bot, a request that is refused, or neither?

Signs for and against, weighed. Declining is safer than guessing, but a patient whose real question
is declined goes away without an answer: the weights are fitted on texts of all three kinds, each
judged by votes that had not seen it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.faq_search.lexicon import Terms

KINDS = ("inside", "outside", "refused")
SIGNS = (
    "always",
    "best topic",
    "margin",  # how far the best topic's vote is above the next topic's
    "best outside",
    "best refused",
    "best filler",
    "topic above outside",
    "unknown",  # share of the features' weight that no phrase had
    "other medicine",
    "other condition",
    "other thing",
    "medicine named",
    "medicine meant",
    "length",
    "first person",
    "strange words",  # share of the words as typed that are in no list
    "kind inside",  # what the words vote for, whatever the topic, intent or family
    "kind outside",
    "kind refused",
    "explained by the topic",  # share of the content words' weight that speaks for the best topic,
    "explained by any topic",  # or for any
)
_FIRST_PERSON = frozenset({"i", "me", "my", "we", "our", "mi", "yo", "mera", "meri"})


def signs(
    terms: Terms,
    topics: tuple[float, float],
    others: tuple[float, float, float],
    kinds: Sequence[float],
    shares: tuple[float, float, float, float],
) -> tuple[float, ...]:
    """The signs, in the order of `SIGNS`.

    `topics` are the votes of the best topic and the next, `others` those of the best outside
    intent, the best refused family and the talk around a question, `kinds` those of the kinds;
    `shares` are what is unknown, strange, explained by the best topic and by any.
    """
    alone = not terms.medicine
    outside, refused, filler = others
    unknown, strange, by_best, by_any = shares
    return (
        1.0,
        topics[0],
        topics[0] - topics[1],
        outside,
        refused,
        filler,
        math.tanh(topics[0] - outside),
        unknown,
        float("medicine" in terms.foreign and alone),
        float("condition" in terms.foreign and alone),
        float("thing" in terms.foreign and alone),
        float(terms.medicine),
        float(terms.about_it),
        math.log1p(min(len(terms.content), 12)),
        float(not _FIRST_PERSON.isdisjoint(terms.weights)),
        strange,
        *kinds,
        by_best,
        by_any,
    )


@dataclass(frozen=True, slots=True)
class Decision:
    """Weights of the signs, one row per kind."""

    weights: tuple[tuple[float, ...], ...]

    def shares(self, found: Sequence[float]) -> tuple[float, float, float]:
        """How likely each of `KINDS` is; together 1."""
        sums = [
            sum(sign * weight for sign, weight in zip(found, row, strict=True))
            for row in self.weights
        ]
        highest = max(sums)
        inside, outside, refused = (math.exp(value - highest) for value in sums)
        total = inside + outside + refused
        return inside / total, outside / total, refused / total


# For languages without a fitted file: the votes alone decide.
PLAIN = Decision(
    (
        (0.0, 4.0, 0.0, -4.0) + (0.0,) * 17,
        (1.5,) + (0.0,) * 20,
        (-2.0, -4.0, 0.0, 0.0, 6.0) + (0.0,) * 16,
    )
)
