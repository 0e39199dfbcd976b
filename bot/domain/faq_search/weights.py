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

    views: tuple[float, ...] = (0.873, 0.119, 0.178, 0.33)
    scope: tuple[float, ...] = (
        -4.68, 6.87, -0.81, 0.1, 0.96, -8.58, 0.47, -1.06, -4.04, -0.09, -1.6,
        2.31, 2.62, -1.1, -0.68, 0.27, -2.02, 3.47, 1.82, 0.88, 0.41, -1.19,
    )  # fmt: skip
    # always; then the views of the nearest refused family, and the highest of each view among
    # all refused families, all topics, all outside intents
    request: tuple[float, ...] = (
        -0.55, 1.37, -3.69, -1.45, -0.71, 3.07, 2.83, 2.73, 5.46,
        -6.89, 1.32, -1.03, -1.16, -1.53, 2.16, -0.79, -2.93,
    )  # fmt: skip
    out: float = -0.4
    near: float = -1.75  # declined, but the nearest topics are offered
    refuse: float = -0.5  # this likely to be a refused request, in scope or not ...
    refuse_near: float = -1.0  # ... or this much if the topic stands close to such requests
    margin: float = 0.06


DEFAULT = Weights()
