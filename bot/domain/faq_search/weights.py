"""The numbers of the search, fitted by `python -m tests.content.faq_tuning`, not by hand.

The tuning leaves example questions out, four parts in turn, and asks for them: the weights are those
that rank the left-out questions best, and that best tell them from left-out foreign ones.
"""

from __future__ import annotations

from dataclasses import dataclass

FIELD_WEIGHTS = {"title": 2.0, "examples": 1.0, "short": 0.5, "body": 0.25}
SATURATION = 1.2


@dataclass(frozen=True, slots=True)
class Weights:
    """How the views of a match are added up, and from where on a match counts.

    `views` follow the columns of `Index.views`, `scope` the order of `scope.features`. A question
    whose scope is below `out` is declined. The best topic is shown at once if the next one's score
    is at least `margin` lower; otherwise the patient chooses.
    """

    views: tuple[float, ...] = (0.70, 0.35, 0.10, 0.35)
    scope: tuple[float, ...] = (-1.5, 4.0, -3.0, 2.0, 0.0, -1.0, -1.0, -2.0, 1.0, 0.0)
    out: float = 0.0
    margin: float = 0.06


DEFAULT = Weights()
