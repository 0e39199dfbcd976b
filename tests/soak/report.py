"""The result of a run as a page of the documentation."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from tests.soak.run import Options, Result


def page(options: Options, result: Result) -> str:
    """Markdown; it names no machine and no path."""
    v = result.verdict
    points = Counter(kill.point for kill in result.record.kills)
    whole = sum(kill.from_nothing for kill in result.record.kills)
    rows = [
        ("updates that people caused", v.updates, "lost", len(v.updates_lost)),
        ("things said and pressed that want an answer", v.acts, "without one", len(v.answers_lost)),
        ("cries for help", v.dangers, "without the message", len(v.dangers_lost)),
        ("doses that became due", v.doses, "without a reminder", len(v.doses_lost)),
        ("skin care that became due", v.skin, "not repeated, as its class says", v.skin_left_out),
        ("messages in flight at the kills", v.in_flight, "copies on a phone", v.copies),
        ("copies", v.copies, "unmarked against the rule, or unexplained", len(v.copies_wrong)),
        ("anything else", v.cases, "cases alerted; wrong", len(v.other)),
    ]
    lines = [
        "# What a kill leaves behind, measured",
        "",
        "Written by `make crash` (or `make soak`), never by hand. How it is done: "
        "[`tests/soak`](../tests/soak/__init__.py).",
        "",
        f"**{datetime.now(UTC):%d %B %Y}: {v.kills} kills (SIGKILL), "
        f"{'nothing lost' if not v.findings else f'{len(v.findings)} findings'}.** "
        f"{options.patients} patients, seed {options.seed}, {result.days:.1f} simulated days, "
        f"{result.seconds:.0f} s; {whole} of the lives began with a whole `python -m bot run`, "
        "the others were forked from a process that had read the content. SQLite.",
        "",
        "| what | count | of these | count |",
        "|---|---|---|---|",
        *(f"| {a} | {b:,} | {c} | {d:,} |" for a, b, c, d in rows),
        "",
        "| the program was killed | times |",
        "|---|---|",
        *(f"| {name} | {count} |" for name, count in points.most_common()),
        "",
        "The truth is what people did and what the clock made due, as the simulated Telegram's own "
        "ledger holds it; from the program's database only the leased rows are counted, while the "
        "program is dead. A copy is a message that came more often than it was caused; no chat "
        "may have more of them than it had messages in flight when the program died. A dose or a "
        "check-in that is repeated says so; answers and escalations are repeated unmarked, because "
        "a copy of those is harmless.",
        "",
    ]
    if v.findings:
        lines += ["Findings:", "", *(f"- {each}" for each in v.findings), ""]
    return "\n".join(lines)
