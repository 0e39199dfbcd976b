"""Says once, at the end of a run, that there was no browser to try the page in.

A plugin of its own: with several workers only those named in `tests/conftest.py` speak at its end.
"""

from __future__ import annotations

from typing import Any

NO_BROWSER = "no Chromium is installed, so the page was not tried in a browser"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    number = sum(NO_BROWSER in str(report.longrepr) for report in skipped)
    if number:
        terminalreporter.write_line(f"{NO_BROWSER}: {number} tests were skipped", yellow=True)
