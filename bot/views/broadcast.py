"""What a care team writes to its patients: the preview, the progress, and the message itself."""

from __future__ import annotations

from bot.catalog.messages import Say
from bot.domain.broadcast import Broadcast, BroadcastState, Progress
from bot.domain.broadcast_actions import (
    DropBroadcast,
    SendBroadcast,
    ShowBroadcast,
    StopBroadcast,
)
from bot.domain.message import Button, Message


def news(say: Say, text: str, *, silent: bool = False) -> Message:
    """The team's own words, hidden on a lock screen, marked as written by people."""
    return Message(say("broadcast-news", text=text), silent=silent)


def preview(say: Say, made: Broadcast, to: int) -> Message:
    """`to`: how many would get it."""
    head = say("broadcast-preview", number=str(made.id), to=to)
    words = say("broadcast-preview-words", text=made.text)
    if not to:
        return Message(f"{words}\n\n{say('broadcast-nobody')}")
    buttons = (
        Button(say.plain("broadcast-send-button", to=to), SendBroadcast(made.id), style="primary"),
        Button(say.plain("broadcast-drop-button"), DropBroadcast(made.id)),
    )
    return Message(f"{words}\n\n{head}", (buttons,))


def progress(say: Say, of: Broadcast, at: Progress) -> Message:
    """How far it has come; while it is on its way it can be stopped."""
    lines = say(
        "broadcast-progress",
        number=str(of.id),
        state=say(f"broadcast-state-{of.state}"),
        sent=at.sent,
        waiting=at.waiting,
        left=at.left_out,
        failed=at.failed,
    )
    if of.state is not BroadcastState.SENDING:
        return Message(lines)
    buttons = (
        Button(say.plain("broadcast-look-button"), ShowBroadcast(of.id)),
        Button(say.plain("broadcast-stop-button"), StopBroadcast(of.id), style="danger"),
    )
    return Message(lines, (buttons,))


def over(say: Say, of: Broadcast, at: Progress) -> Message:
    return Message(
        say(
            "broadcast-over",
            number=str(of.id),
            sent=at.sent,
            left=at.left_out,
            failed=at.failed,
        )
    )
