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

    views: tuple[float, ...] = (0.765, 0.326, 0.094, 0.315)
    scope: tuple[float, ...] = (
        -6.25, 5.03, 1.79, 0.47, 1.93, -10.66, 1.3, -0.21, -3.0, -0.47, -1.18,
        1.21, 1.67, -1.57, -2.14, -0.93, -2.21, 6.48, 3.27, 3.02, 0.9, -4.25,
    )  # fmt: skip
    out: float = -0.25
    near: float = -1.75  # declined, but the nearest topics are offered
    refuse: float = 0.1  # this much nearer to a refused request than to any topic ...
    refuse_near: float = -0.35  # ... or this much if the topic stands close to such requests
    refuse_strange: float = 0.4  # and this much where it hardly seems to belong here
    margin: float = 0.06


DEFAULT = Weights()
