"""The person a patient names: what she reads, and what that person reads."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalog.messages import Safe, Say
from bot.domain.message import Button, Message
from bot.domain.trusted import LONGEST_NAME, Level, Tie
from bot.domain.trusted_actions import (
    AnswerLevel,
    AnswerTrusted,
    AskLevel,
    ChooseLevel,
    EndTrusted,
    NameTrusted,
    SkipTrustedName,
)
from bot.domain.trusted_lines import Count, Lines


def call(say: Say, shown_name: str | None) -> Safe:
    """The one urgent message that the named person may get: no health word, no drug."""
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
            text.append(say("trusted-sees", level=level_text(say, own.level)))
            if own.asked_level is not None:
                text.append(say("trusted-asked-more", level=level_text(say, own.asked_level)))
            rows.append((Button(say.plain("trusted-button-level"), AskLevel(own.id)),))
        else:
            text.append(say("trusted-waiting", until=until or ""))
            rows.append((Button(say.plain("trusted-button-anew"), NameTrusted()),))
        rows.append((Button(say.plain("trusted-button-end"), EndTrusted(own.id)),))
    elif may_name:
        text.append(say("trusted-about", message=call(say, None)))
        rows.append((Button(say.plain("trusted-button-name"), NameTrusted()),))
    for each in others:
        text.append(say("trusted-for-others", level=level_text(say, each.level)))
        rows.append((Button(say.plain("trusted-button-end"), EndTrusted(each.id)),))
    return Message("\n\n".join(text or [say("trusted-none-for-others")]), tuple(rows))


def ask_name(say: Say, *, too_long: bool = False) -> Message:
    text: list[str] = [say("trusted-name-too-long", most=LONGEST_NAME)] if too_long else []
    skip = Button(say.plain("common-skip"), SkipTrustedName())
    return Message("\n\n".join([*text, say("trusted-ask-name")]), ((skip,),))


def link(say: Say, address: str, until: str) -> Message:
    copy = Button(say.plain("trusted-button-copy"), copy=address)
    return Message(say("trusted-link", link=address, until=until), ((copy,),))


def ask_level(say: Say, tie: int, now: Level | None = None) -> Message:
    """What may the person see? `tie` 0: the one who is being named now."""
    rows = tuple(
        (
            Button(
                f"{'✓ ' if level is now else ''}{say.plain(f'trusted-button-level-{level}')}",
                ChooseLevel(tie, level),
            ),
        )
        for level in Level
    )
    lines = [level_text(say, level) for level in Level]
    return Message("\n\n".join([say("trusted-ask-level"), *lines, say("trusted-never")]), rows)


def ask_more(say: Say, tie: Tie, level: Level) -> Message:
    """To the person: may I show you more?"""
    name = tie.shown_name or say("trusted-somebody")
    agree = Button(say.plain("trusted-button-agree"), AnswerLevel(tie.id, level, yes=True))
    decline = Button(say.plain("trusted-button-decline"), AnswerLevel(tie.id, level, yes=False))
    text = say("trusted-more", name=name, level=level_text(say, level))
    return Message(text, ((agree,), (decline,)))


def level_set(say: Say, level: Level) -> Message:
    return Message(say("trusted-level-set", level=level_text(say, level)))


def level_asked(say: Say, level: Level) -> Message:
    return Message(say("trusted-level-asked", level=level_text(say, level)))


def level_text(say: Say, level: Level) -> Safe:
    return say(f"trusted-level-{level}")


def lines(say: Say, shown_name: str | None, told: Lines) -> str:
    """What the person reads in the morning: counts, and what they do not mean."""
    name = shown_name or say("trusted-somebody")
    text: list[str] = [say("trusted-line-title", name=name)]
    if told.day is not None:
        text.append(say("trusted-line-day", count=told.day))
    if told.week is not None:
        text.append(say("trusted-line-week"))
        if told.week.daily.asked:
            text.append(say("trusted-line-daily", **_counts(told.week.daily)))
        if told.week.skin.asked:
            text.append(say("trusted-line-skin", **_counts(told.week.skin)))
    return "\n".join([*text, "", say("trusted-line-honest")])


def _counts(counted: Count) -> dict[str, int]:
    return {"done": counted.done, "left": counted.left_out, "open": counted.not_recorded}


def invited(say: Say, shown_name: str | None, level: Level, code: str) -> Message:
    """The named person sees what she or he would ever get, before the yes."""
    name = shown_name or say("trusted-somebody")
    agree = Button(say.plain("trusted-button-agree"), AnswerTrusted(code, yes=True))
    decline = Button(say.plain("trusted-button-decline"), AnswerTrusted(code, yes=False))
    text = say(
        "trusted-asked",
        name=name,
        message=call(say, shown_name),
        level=level_text(say, level),
    )
    return Message(text, ((agree,), (decline,)))
