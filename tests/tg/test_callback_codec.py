"""Buttons on the wire: what we write we read, and nothing else."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.handlers.commands  # noqa: F401  # every action is known once the handlers are
from bot.domain.actions import Action, registry
from bot.domain.drawing import Want
from bot.domain.message import Button, Message
from bot.domain.outgoing import Draw, Edit, Leave, Send, from_json, to_json
from bot.domain.reminder_actions import Done, SkipFor, SnoozeFor
from bot.domain.setup_actions import Setup
from bot.tg.callback_codec import LIMIT_BYTES, decode, encode


def largest(kind: type[Action]) -> Action:
    """An action with values as large as real ones may become."""
    values = {"int": 2**53, "str": "x" * 12, "bool": True}
    return kind(*(values[str(field.type)] for field in dataclasses.fields(kind)))


@pytest.mark.parametrize("code", sorted(registry()))
def test_every_action_fits_into_a_button_and_comes_back(code: str) -> None:
    action = largest(registry()[code])
    data = encode(action)
    assert len(data.encode()) <= LIMIT_BYTES
    assert decode(data) == action


def test_a_zone_name_fits() -> None:
    action = Setup("zone", "America/Argentina/ComodRivadavia")
    assert decode(encode(action)) == action


@pytest.mark.parametrize(
    "data",
    [
        None,
        "",
        "garbage",
        "1:dn:5",  # an old format
        "2",
        "2:dn",  # a field is missing
        "2:dn:5:6",  # one too many
        "2:zz:5",  # no such action
        "2:dn:-",
        "2:dn:5é",
        "2:dn:" + "9" * 60,
        "2:sn:1:ten minutes",
        "2:mb:2",  # neither 0 nor 1
        "\ud800",
    ],
)
def test_what_we_did_not_write_is_nothing(data: str | None) -> None:
    assert decode(data) is None


@given(st.text(max_size=80))
def test_no_text_is_an_error(data: str) -> None:
    found = decode(data)
    assert found is None or encode(found) == data or isinstance(found, Action)


def test_text_that_a_button_cannot_carry_is_refused_when_written() -> None:
    with pytest.raises(ValueError, match="holds"):
        encode(SkipFor(1, "not this: ever"))


@pytest.mark.parametrize(
    "outgoing",
    [
        Send(Message("<b>Hi</b>")),
        Send(
            Message(
                "x",
                (
                    (Button("Done", Done(7), style="success"), Button("Later", SnoozeFor(7, 10))),
                    (Button("Copy", copy="116 123"), Button("Web", url="https://example.org")),
                ),
                silent=True,
                ask_location="Share",
            )
        ),
        Edit(Message("new", close_keyboard=True), 12),
        Draw(Want.PROGRESS, weeks=12, dark=True, language="en"),
        Leave(),
    ],
)
def test_what_waits_in_the_outbox_comes_back_as_it_was(outgoing: Send) -> None:
    assert from_json(to_json(outgoing)) == outgoing
