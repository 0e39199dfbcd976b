"""The numbers of the search, fitted by `python -m tests.content.faq_tuning`, not by hand."""

from __future__ import annotations

from dataclasses import dataclass

FIELD_WEIGHTS = {"title": 2.0, "examples": 1.0, "short": 0.5, "body": 0.25}
SATURATION = 1.2


@dataclass(frozen=True, slots=True)
class Weights:
    """How the views of a match are added up, and from where on a match counts."""

    coverage: float = 0.75
    nearest: float = 0.38
    neighbours: float = 0.26
    letters: float = 0.11
    votes: float = 0.2
    answer: float = 0.55  # a best score from here on is an answer ...
    margin: float = 0.06  # ... if the next topic is at least this far behind
    choose: float = 0.38  # from here on "was this what you meant?"

    @property
    def views(self) -> tuple[float, ...]:
        """The weights in the order of the columns of `Index.views`."""
        return self.coverage, self.nearest, self.neighbours, self.letters, self.votes


DEFAULT = Weights()
