"""The numbers of the search, fitted by `python -m tests.content.faq_tuning`, not by hand.

The tuning leaves example questions out, four parts in turn, and asks for them: the weights are
those that rank the left-out questions best, and that best tell them from left-out foreign ones.
"""

from __future__ import annotations

from dataclasses import dataclass

FIELD_WEIGHTS = {"title": 2.0, "examples": 1.0, "short": 0.5, "body": 0.25}
SATURATION = 1.2


@dataclass(frozen=True, slots=True)
class Weights:
    """How the views of a match are added up, and from where on a match counts.

    `views` follow the columns of `Index.views`, `scope` the order of `scope.SIGNS`. A question
    whose scope is below `out` is declined, above `near` with suggestions. The best topic is shown
    at once if the next one's score is at least `margin` lower; otherwise the patient chooses.
    """

    views: tuple[float, ...] = (0.757, 0.324, 0.096, 0.322)
    scope: tuple[float, ...] = (
        -6.91, 4.49, 1.51, 1.03, 1.94, -10.96, 0.53, -0.78, -1.19, -0.6, -1.32,
        1.96, 0.79, -2.76, -2.61, -1.01, -2.09, 6.85, 2.9, 3.16, 0.75,
    )  # fmt: skip
    out: float = -0.25
    near: float = -1.75  # declined, but the nearest topics are offered
    margin: float = 0.06


DEFAULT = Weights()
