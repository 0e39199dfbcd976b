"""Does a question belong to this bot at all? Signs for and against, weighed (`Weights.scope`).

Declining is safer than guessing, but a patient whose real question is declined goes away without an
answer: the weights are fitted on questions of both kinds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.domain.faq_search.lexicon import Terms

SIGNS = (
    "always",
    *(f"topic {view}" for view in ("coverage", "nearest", "letters", "votes")),
    *(f"outside {view}" for view in ("coverage", "nearest", "letters", "votes")),
    "margin",  # how far the best topic's score is above the next topic's
    "explained by the topic",  # share of the content words' weight that the best topic has
    "explained by any topic",
    "explained by outside",
    "unknown",  # share that nothing here has
    "other medicine",
    "other condition",
    "other thing",
    "medicine named",
    "medicine meant",
    "length",
    "first person",
    "strange words",  # share of the words as typed that are in no list
)
_FIRST_PERSON = frozenset({"i", "me", "my", "we", "our"})


def signs(
    terms: Terms,
    topic: Sequence[float],
    outside: Sequence[float],
    margin: float,
    explained: tuple[float, float, float, float],
    strange: float,
) -> tuple[float, ...]:
    """The signs, in the order of `SIGNS`.

    `topic` and `outside` are the views of the best topic and the best outside intent; `explained`
    are the shares by the best topic, by any topic, by any outside intent and by nothing.
    """
    alone = not terms.medicine
    return (
        1.0,
        *topic,
        *outside,
        margin,
        *explained,
        float("medicine" in terms.foreign and alone),
        float("condition" in terms.foreign and alone),
        float("thing" in terms.foreign and alone),
        float(terms.medicine),
        float(terms.about_it),
        math.log1p(min(len(terms.content), 12)),
        float(not _FIRST_PERSON.isdisjoint(terms.weights)),
        strange,
    )


def scope(found: Sequence[float], weights: Sequence[float]) -> float:
    """Above zero: more likely a question for this bot than not."""
    return sum(sign * weight for sign, weight in zip(found, weights, strict=True))
