"""The room where files are made: one at a time, nothing kept for long, nothing known outside it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.delivery import studio as rooms
from bot.delivery.studio import NotDrawn, Studio, draw_in_a_process, surroundings
from bot.domain.drawing import Job, Make
from bot.domain.message import Message
from bot.domain.outgoing import Upload
from bot.domain.record import Table
from bot.services.drawings import Order


def order(words: str = "a") -> Order:
    job = Job.of(Make.TABLE, Table(("what",), ((words,),)))
    return Order(job, "a.csv", Message("here"), Message("not today"))


async def rest(studio: Studio) -> None:
    while not studio.idle:  # noqa: ASYNC110
        await asyncio.sleep(0)


def studio_of(draw: rooms.Draw) -> tuple[Studio, list[int]]:
    told: list[int] = []

    async def ready(row_id: int) -> None:
        told.append(row_id)

    made = Studio(draw)
    made.ready = ready
    return made, told


async def test_a_file_is_made_and_its_row_is_told() -> None:
    async def draw(job: bytes) -> bytes:
        return b"file"

    studio, told = studio_of(draw)
    assert studio.order(1, order())
    assert studio.upload(1) is None
    await rest(studio)
    assert told == [1]
    assert studio.upload(1) == Upload("a.csv", b"file", Message("here"), Message("not today"))
    studio.forget(1)
    assert not studio.knows(1)


async def test_one_at_a_time_and_the_same_only_once() -> None:
    under_way, most, drawn = 0, 0, 0

    async def draw(job: bytes) -> bytes:
        nonlocal under_way, most, drawn
        under_way, drawn = under_way + 1, drawn + 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return job

    studio, told = studio_of(draw)
    for row in range(5):
        studio.order(row, order(f"row {row}"))
    await rest(studio)
    assert studio.order(9, order("row 3"))
    assert isinstance(studio.upload(9), Upload)
    assert (most, drawn, sorted(told)) == (1, 5, [0, 1, 2, 3, 4])


async def test_what_fails_is_said_and_the_next_one_is_made() -> None:
    async def draw(job: bytes) -> bytes:
        if b"bad" in job:
            raise NotDrawn("ended with 1")
        return b"file"

    studio, told = studio_of(draw)
    studio.order(1, order("bad"))
    studio.order(2, order("good"))
    await rest(studio)
    assert studio.upload(1) == order("bad")
    assert isinstance(studio.upload(2), Upload)
    assert (told, studio.failures) == ([1, 2], 1)
    # Asked again, it is tried again.
    studio.order(3, order("bad"))
    await rest(studio)
    assert studio.failures == 2


async def test_too_many_wait_outside_and_nothing_stays_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def draw(job: bytes) -> bytes:
        return b"file"

    studio, _ = studio_of(draw)
    taken = [studio.order(row, order(str(row))) for row in range(rooms.MOST_WAITING + 2)]
    assert taken.count(False) == 2
    await rest(studio)
    now = rooms.steady_seconds()
    monkeypatch.setattr(rooms, "steady_seconds", lambda: now + rooms.KEEP_SECONDS + 1)
    studio.order(1000, order("new"))
    assert not studio.knows(0)
    await rest(studio)


# The process itself.


async def test_a_process_answers_and_ends(tmp_path: Path) -> None:
    content = await draw_in_a_process(order("x").job.to_bytes(), tmp_path)
    assert content.decode("utf-8-sig").split() == ["what", "x"]


@pytest.mark.parametrize("nonsense", [b"", b"{}", b'{"make": "picture", "what": {}}'])
async def test_nonsense_is_a_failure_without_a_word_of_it(tmp_path: Path, nonsense: bytes) -> None:
    with pytest.raises(NotDrawn) as failed:
        await draw_in_a_process(nonsense, tmp_path)
    assert "ended with 1" in str(failed.value)
    assert "picture" not in str(failed.value)


async def test_a_process_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "WITHIN_SECONDS", 0.01)
    with pytest.raises(NotDrawn, match="not within"):
        await draw_in_a_process(order().job.to_bytes(), tmp_path)


def test_it_is_given_no_token_and_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BOT_TOKEN", "ENCRYPTION_KEYS", "DATABASE_URL", "WEBHOOK_SECRET"):
        monkeypatch.setenv(name, "secret-of-ours")
    assert "secret-of-ours" not in surroundings(tmp_path).values()
