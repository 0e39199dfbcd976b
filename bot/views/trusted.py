"""The person a patient names: what she reads, and what that person reads."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalog.messages import Safe, Say
from bot.domain.message import Button, Message
from bot.domain.trusted import LONGEST_NAME, Tie
from bot.domain.trusted_actions import (
    AnswerTrusted,
    EndTrusted,
    NameTrusted,
    SkipTrustedName,
)


def call(say: Say, shown_name: str | None) -> Safe:
    """The one message that the named person ever gets: no health word, no drug."""
    return say("trusted-call", name=shown_name or say("trusted-somebody"))


def page(
    say: Say, own: Tie | None, others: Sequence[Tie], *, may_name: bool, until: str | None
) -> Message:
    """Both sides of it. `until`: to when the open link works, in words."""
    text: list[str] = []
    rows: list[tuple[Button, ...]] = []
    if own is not None:
        if own.agreed_at is not None:
            text.append(say("trusted-agreed"))
        else:
            text.append(say("trusted-waiting", until=until or ""))
            rows.append((Button(say.plain("trusted-button-anew"), NameTrusted()),))
        rows.append((Button(say.plain("trusted-button-end"), EndTrusted(own.id)),))
    elif may_name:
        text.append(say("trusted-about", message=call(say, None)))
        rows.append((Button(say.plain("trusted-button-name"), NameTrusted()),))
    for each in others:
        text.append(say("trusted-for-others"))
        rows.append((Button(say.plain("trusted-button-end"), EndTrusted(each.id)),))
    return Message("\n\n".join(text or [say("trusted-none-for-others")]), tuple(rows))


def ask_name(say: Say, *, too_long: bool = False) -> Message:
    text: list[str] = [say("trusted-name-too-long", most=LONGEST_NAME)] if too_long else []
    skip = Button(say.plain("common-skip"), SkipTrustedName())
    return Message("\n\n".join([*text, say("trusted-ask-name")]), ((skip,),))


def link(say: Say, address: str, until: str) -> Message:
    copy = Button(say.plain("trusted-button-copy"), copy=address)
    return Message(say("trusted-link", link=address, until=until), ((copy,),))


def invited(say: Say, shown_name: str | None, code: str) -> Message:
    """The named person sees what she or he would ever get, before the yes."""
    name = shown_name or say("trusted-somebody")
    agree = Button(say.plain("trusted-button-agree"), AnswerTrusted(code, yes=True))
    decline = Button(say.plain("trusted-button-decline"), AnswerTrusted(code, yes=False))
    text = say("trusted-asked", name=name, message=call(say, shown_name))
    return Message(text, ((agree,), (decline,)))
