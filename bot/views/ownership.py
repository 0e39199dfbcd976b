"""Whose account is this? Nothing in these words says what was kept, or about whom."""

from __future__ import annotations

from bot.catalog.messages import Say
from bot.domain.message import Button, Message
from bot.domain.ownership_actions import AnswerOwner


def question(say: Say) -> Message:
    return Message(
        say("owner-ask"),
        (
            (Button(say.plain("owner-button-same"), AnswerOwner(same=True)),),
            (Button(say.plain("owner-button-new"), AnswerOwner(same=False)),),
        ),
    )


def going(say: Say, at: str) -> Message:
    """Somebody new: when everything is gone, and the way back from a wrong tap."""
    same = Button(say.plain("owner-button-same"), AnswerOwner(same=True))
    return Message(say("owner-going", at=at), ((same,),))
