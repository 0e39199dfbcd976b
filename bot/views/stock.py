"""The capsules at home, in words that say how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bot.catalog.messages import Say
from bot.domain.message import Button
from bot.domain.plan_actions import RefillLead
from bot.domain.stock import REFILL_LEADS, Stock
from bot.views.times import date_text


def lines(say: Say, stock: Stock, today: date) -> str:
    """What is left, since when that is counted, and until when it lasts."""
    counted = date_text(say.language, stock.count.counted_on)
    if not stock.left.fits:
        return say("stock-does-not-fit", date=counted)
    low, high = stock.left.at_least, stock.left.at_most
    if low == high:
        found: list[str] = [say("stock-left", left=_amounts(say, low), date=counted)]
    else:
        found = [
            say(
                "stock-between",
                low=_amounts(say, low),
                high=_amounts(say, high),
                days=stock.left.unknown_doses,
                date=counted,
            )
        ]
    if stock.runs_out_on is not None:
        found.append(_lasts(say, stock, today))
    if stock.count.ordered_at is not None:
        found.append(say("stock-seen-to"))
    elif stock.count.lead_days:
        found.append(say("stock-reminder", days=stock.count.lead_days))
    else:
        found.append(say("stock-no-reminder"))
    return "\n".join(found)


def leads(say: Say, stock: Stock) -> tuple[Button, ...]:
    """How long before they run out the reminder comes."""
    chosen = stock.count.lead_days or 0
    marks = {True: "✓ ", False: ""}
    buttons = [
        Button(f"{marks[chosen == days]}{say.plain('stock-lead', days=days)}", RefillLead(days))
        for days in REFILL_LEADS[1:4]
    ]
    off = say.plain("stock-lead-off")
    return (*buttons, Button(f"{marks[chosen == 0]}{off}", RefillLead(0)))


def _lasts(say: Say, stock: Stock, today: date) -> str:
    assert stock.runs_out_on is not None
    if stock.runs_out_on <= today:
        return say("stock-out")
    last = date_text(say.language, stock.runs_out_on - timedelta(days=1))
    if stock.at_latest is not None and stock.at_latest > stock.runs_out_on:
        latest = date_text(say.language, stock.at_latest - timedelta(days=1))
        return say("stock-lasts-between", date=last, latest=latest)
    return say("stock-lasts", date=last)


def _amounts(say: Say, capsules: Mapping[float, int]) -> str:
    """ "24 × 20 mg, 10 × 10 mg"."""
    parts = [
        say("stock-amount", many=str(many), mg=f"{mg:g}") for mg, many in sorted(capsules.items())
    ]
    return say.line(", ".join(parts))
