"""What the page shows: formatting as sent, everything else escaped."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.page.bubbles import bubble
from playground.page.rendering import rich_text
from playground.supervisor import Bot
from playground.telegram import Telegram
from playground.telegram.clock import OffsetClock
from playground.telegram.entities import formatted
from playground.world import World, fresh_folder

SHOWN = {
    "bold": ("<b>a</b> b", "<b>a</b> b"),
    "nested": ("<b>a<i>b</i></b>c", "<b>a<i>b</i></b>c"),
    "beside": ("<b>a</b><i>b</i>", "<b>a</b><i>b</i>"),
    "after an emoji": ("😀<u>x</u>", "😀<u>x</u>"),
    "escaped": ("&lt;script&gt; &amp;", "&lt;script&gt; &amp;"),
    "link": (
        '<a href="https://a.org/?a&amp;b">x</a>',
        '<a href="https://a.org/?a&amp;b" target="_blank" rel="noopener noreferrer">x</a>',
    ),
    "script link": ('<a href="javascript:alert(1)">x</a>', "x"),
}


@pytest.mark.parametrize(("source", "html"), SHOWN.values(), ids=SHOWN.keys())
def test_rich_text(source: str, html: str) -> None:
    assert rich_text(*formatted(source, "HTML", None)) == html


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="ab<>&\"'/ ", max_size=30),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=5),
)
def test_no_text_becomes_markup(text: str, spans: list[tuple[int, int]]) -> None:
    entities = [{"type": "bold", "offset": at, "length": size} for at, size in spans]
    html = rich_text(text, entities)
    plain = html.replace("<b>", "").replace("</b>", "")
    assert html.count("<b>") == html.count("</b>")
    assert "<" not in plain
    assert ">" not in plain
    assert unescape(plain) == text


async def test_labels_and_data_are_escaped() -> None:
    telegram = Telegram()
    ann = telegram.person(started=True)
    markup = {"inline_keyboard": [[{"text": "<i>", "callback_data": '"><script>'}]]}
    params = {"chat_id": ann.id, "text": "<x>", "reply_markup": markup}
    await telegram.call(telegram.token, "sendMessage", params)
    assert ann.last is not None
    html = bubble(ann.last, delivered=True)
    assert "<script>" not in html
    assert "<i>" not in html
    assert "<x>" not in html


def test_the_clock_file_holds_one_number(tmp_path: Path) -> None:
    clock = OffsetClock(tmp_path / "offset")
    clock.advance(90)
    assert float((tmp_path / "offset").read_text()) == 90
    assert [path.name for path in tmp_path.iterdir()] == ["offset"]


def test_each_run_starts_with_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "run-20200101-000000").mkdir()
    (tmp_path / "keep").mkdir()
    folder = fresh_folder(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keep", folder.name]


async def test_a_world_switches_faults_and_names_patients(tmp_path: Path) -> None:
    world = World(tmp_path, Bot(["true"]), 1)
    second = world.new_patient("", "de")
    assert [person.name for person in world.patients] == ["Ann", "Ben"]
    world.switch_fault("outage")
    assert world.fault_on("outage")
    token = world.telegram.token
    assert (await world.telegram.call(token, "getMe", {}))[0] == 502
    world.switch_fault("outage")
    assert (await world.telegram.call(token, "getMe", {}))[0] == 200
    care_team = {"chat_id": world.care_team.id, "text": "x"}
    assert (await world.telegram.call(token, "sendMessage", care_team))[0] == 200
    assert second.language == "de"
    world.switch_fault("twice")
    second.start()
    first, again = [await world.telegram.call(token, "getUpdates", {}) for _ in range(2)]
    assert first[1]["result"] == again[1]["result"][:1]
