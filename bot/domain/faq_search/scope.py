"""Does a question belong to this bot at all? A few signs, weighed (`Weights.scope`).

Declining is safer than guessing, but a patient whose real question is declined goes away without an
answer: the signs are weighed on questions of both kinds, and every topic's own examples pass.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.domain.faq_search.lexicon import Terms


def features(
    terms: Terms, topic: float, outside: float, explained: float, known: float
) -> tuple[float, ...]:
    """The signs, in the order of `Weights.scope`.

    `topic` and `outside` are the best scores of a topic and of an outside intent, `explained` is
    the share of content words that the best topic has, `known` the best share over all topics.
    """
    together = terms.medicine
    return (
        1.0,
        topic,
        outside,
        explained,
        known,
        float("medicine" in terms.foreign and not together),
        float("condition" in terms.foreign and not together),
        float("thing" in terms.foreign),
        float(together),
        math.log1p(min(len(terms.content), 12)),
    )


def scope(signs: Sequence[float], weights: Sequence[float]) -> float:
    """Above zero: more likely a question for this bot than not."""
    return sum(sign * weight for sign, weight in zip(signs, weights, strict=True))
