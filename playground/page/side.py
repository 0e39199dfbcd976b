"""Beside the chats: the clock, the faults, and what the bot owes, as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from html import escape
from typing import Any

from playground.journey import JUMPS, MORNING
from playground.telegram.people import Person
from playground.watch import Board, Row
from playground.world import World

FAULTS = (
    ("slow", "Slow", "2 s for each answer"),
    ("limit", "429", "Too many requests"),
    ("outage", "Outage", "Every call: 502"),
    ("twice", "Duplicates", "Each update twice"),
)
OLD = timedelta(minutes=30)  # of simulated time; older rows that are done are not shown
MOST_ROWS = 14
_TIERS = {"E": "emergency", "N": "contact now", "D": "within 24 hours", "R": "next visit"}


def now_line(world: World) -> str:
    now = world.traveller.local_now()
    return f"<b>{now:%H:%M}</b><span>{now:%A}, {now.day} {now:%B %Y}</span>"


def travel_buttons(world: World) -> str:
    """Apart from the time, which changes under the finger that presses "Stop here"."""
    off = " disabled" if world.traveller.moving else ""
    today = "Today" if world.traveller.local_now().hour < MORNING else "Tomorrow"
    jumps = [("next", "Next reminder")] if world.watch.possible else []
    jumps += [(key, JUMPS[key][0]) for key in ("10min", "1h")]
    jumps += [("morning", f"{today} 08:00"), ("1d", JUMPS["1d"][0]), ("4w", JUMPS["4w"][0])]
    buttons = "".join(
        f'<button type="button" class="jump-{key}" data-act="travel" data-text="{key}"{off}>'
        f"{label}</button>"
        for key, label in jumps
    )
    if world.traveller.moving:
        buttons += '<button type="button" class="stop" data-act="stop-travel">Stop here</button>'
    return buttons


def faults(world: World, person: Person) -> str:
    """Switches, and the one button that cannot be taken back."""
    switches = "".join(
        _switch("fault", key, label, hint, world.fault_on(key)) for key, label, hint in FAULTS
    )
    blocked = _switch("block", "", "Blocked", f"By {person.name}", person.chat.blocked)
    count = world.supervisor.restarts
    told = f"{world.supervisor.state}, restarted {count}×" if count else world.supervisor.state
    return (
        f'{switches}{blocked}<button type="button" class="kill" data-act="kill"><b>Kill the bot</b>'
        f"<small>{told}</small></button>"
    )


def _switch(act: str, key: str, label: str, hint: str, on: bool) -> str:
    return (
        f'<button type="button" class="switch" role="switch" aria-checked="{str(on).lower()}" '
        f'data-act="{act}" data-text="{key}"><b>{label}</b><small dir="auto">{escape(hint)}'
        f"</small><i></i></button>"
    )


def cases(world: World) -> str:
    """Open cases first; a closed one stays for a while as what it is: closed."""
    board = world.watch.board
    if board is None or not board.cases:
        return '<p class="nothing">No case.</p>'
    return "".join(_case(world, row) for row in board.cases[:8])


def _case(world: World, row: Row) -> str:
    if row["closed_at"]:
        state, look = "closed", "done"
    elif row["acknowledged_at"] or row["team_acked_at"]:
        by = "the care team" if row["team_acked_at"] else "the patient"
        state, look = f"acknowledged by {by}", "under"
    elif row["delivered_at"]:
        state, look = "told, not acknowledged", "waits"
    else:
        state, look = "not delivered yet", "owed"
    tier = _TIERS.get(row["tier"], row["tier"])
    return (
        f'<div class="row-owed {look}"><i></i><span><b>Case {row["number"]}: {tier}</b>'
        f"<small>{_who(world, row)} · {state}</small></span>"
        f"<time>{_clock(row['raised_at'])}</time></div>"
    )


def owed(world: World) -> str:
    """The outbox: what waits, what is under way, what has just ended and how."""
    if not world.watch.possible:
        return '<p class="nothing">This bot does not tell.</p>'
    board = world.watch.board
    if board is None:
        return '<p class="nothing">Waiting for the bot’s database…</p>'
    now = world.clock()
    shown = [row for row in board.outbox if _is_current(row, now)][:MOST_ROWS]
    return "".join(_owed(world, row, now) for row in shown) or '<p class="nothing">Empty.</p>'


def owed_title(board: Board | None) -> str:
    """What is not done yet, counted."""
    rows = () if board is None else board.outbox
    queued = sum(row["state"] == "queued" for row in rows)
    leased = sum(row["state"] == "leased" for row in rows)
    heard = 0 if board is None else board.inbox_open
    parts = (
        (heard, "heard, not handled"),
        (queued, "waiting"),
        (leased, "leaving"),
    )
    told = ", ".join(f"{number} {what}" for number, what in parts if number)
    return f"Outbox<small>{told or 'nothing waits'}</small>"


def _is_current(row: Row, now: datetime) -> bool:
    return row["settled_at"] is None or now - datetime.fromisoformat(row["settled_at"]) < OLD


def _owed(world: World, row: Row, now: datetime) -> str:
    not_before = datetime.fromisoformat(row["not_before"])
    state, look = _state(row, not_before, now)
    at = row["settled_at"] or (row["not_before"] if not_before > now else row["created_at"])
    return (
        f'<div class="row-owed {look}"><i></i><span><b>{_kind(row["send_class"])}</b>'
        f"<small>{_who(world, row)} · {escape(state)}</small></span><time>{_clock(at)}</time></div>"
    )


def _state(row: Mapping[str, Any], not_before: datetime, now: datetime) -> tuple[str, str]:
    again = f", try {row['attempts'] + 1}" if row["attempts"] else ""
    match row["state"]:
        case "queued" if not_before > now:
            why = f" after {row['reason']}" if row["reason"] else ""
            return f"waits until its time{why}{again}", "waits"
        case "queued":
            return f"waiting{again}", "owed"
        case "leased":
            return f"leaving{again}", "under"
        case "sent":
            return "sent, after an uncertain try" if row["uncertain"] else "sent", "done"
        case "cancelled":
            return f"cancelled: {row['reason']}", "off"
    return f"failed: {row['reason']}", "failed"


def _kind(send_class: str) -> str:
    return escape(send_class.replace("_", " ").capitalize())


def _who(world: World, row: Mapping[str, Any]) -> str:
    person = world.telegram.people.get(row["chat_id"])
    return f'<span dir="auto">{escape(person.name if person else str(row["chat_id"]))}</span>'


def _clock(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone():%H:%M}"
