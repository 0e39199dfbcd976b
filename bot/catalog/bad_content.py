"""The one exception about content: raised where a program cannot go on without it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalog.source import Problem


class BadContent(Exception):
    """The content cannot be used; the text has one line for each error, with file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [str(problem) for problem in problems if problem.severity == "error"]
        super().__init__("The content has errors:\n" + "\n".join(f"  {line}" for line in errors))
