"""`doctor`: each fault is found, named and said how to mend, and nothing is changed by looking."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.doctor import examine, machine
from bot.doctor.content import contact_lines
from bot.doctor.data import data_lines
from bot.doctor.line import Level, Line, clock_line, shown
from bot.doctor.telegram import telegram_lines
from bot.domain.contacts import ContactBook, Voucher
from bot.settings import Settings, load_settings
from bot.storage.schema import conversations
from bot.storage.store import Store
from playground.telegram import Server, Telegram
from tests.databases import KEY
from tests.storage.rows import a_patient

NOW = SystemClock().now()
OTHER_KEY = base64.b64encode(bytes(32)).decode()


@dataclass
class Place:
    telegram: Telegram
    base_url: str
    folder: Path

    def settings(self, **changes: Any) -> Settings:
        values: dict[str, Any] = {
            "bot_token": self.telegram.token,
            "telegram_api_base_url": self.base_url,
            "data_dir": self.folder,
            "encryption_keys": base64.b64encode(KEY).decode(),
        }
        return load_settings(_env_file=None, **(values | changes))


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    monkeypatch.chdir(tmp_path)
    telegram = Telegram()
    server = Server(telegram)
    await server.start()
    yield Place(telegram, server.base_url, tmp_path)
    await server.stop()
    await telegram.close()


async def of_telegram(settings: Settings) -> dict[str, Line]:
    return {line.what: line async for line in telegram_lines(settings, NOW)}


async def of_data(settings: Settings) -> dict[str, Line]:
    return {line.what: line async for line in data_lines(settings, NOW)}


async def test_all_is_looked_at_beside_a_new_installation(place: Place) -> None:
    before = sorted(place.folder.iterdir())
    lines = await examine(place.settings(encryption_keys=None))
    assert sorted(place.folder.iterdir()) == before, "looking makes nothing"
    found = {line.what: line.level for line in lines}
    assert found["token"] is found["webhook"] is found["content"] is found["disk"] is Level.OK
    assert found["keys"] is found["database"] is found["reviews"] is Level.WARN
    assert all(line.mend for line in lines if line.level is not Level.OK)
    assert place.telegram.token not in shown(lines)


@pytest.mark.parametrize(
    ("changes", "what", "level", "says"),
    [
        ({"bot_token": None}, "token", Level.ERROR, "not set"),
        ({"bot_token": "123456:" + "A" * 30}, "token", Level.ERROR, "refuses"),
        (
            {"telegram_api_base_url": "http://127.0.0.1:9/bot"},
            "token",
            Level.ERROR,
            "out of reach",
        ),
        ({"care_team_chat_id": 999}, "CARE_TEAM_CHAT_ID", Level.ERROR, "cannot write"),
        ({}, "OPERATOR_CHAT_ID", Level.WARN, "not set"),
        (
            {
                "receive": "webhook",
                "webhook_url": "https://bot.example.org/hook",
                "webhook_secret": "x" * 20,
            },
            "webhook",
            Level.WARN,
            "not set yet",
        ),
    ],
    ids=["no token", "refused", "out of reach", "team", "operator", "webhook"],
)
async def test_what_telegram_says(
    place: Place, changes: dict[str, Any], what: str, level: Level, says: str
) -> None:
    line = (await of_telegram(place.settings(**changes)))[what]
    assert line.level is level
    assert says in line.text
    assert line.mend


async def test_a_chat_that_can_be_written_to(place: Place) -> None:
    olga = place.telegram.person("Olga", started=True)
    found = await of_telegram(place.settings(operator_chat_id=olga.id))
    assert found["OPERATOR_CHAT_ID"].level is Level.OK


@pytest.mark.parametrize(
    ("seconds", "level"), [(1, Level.OK), (-30, Level.WARN), (30, Level.WARN), (90, Level.ERROR)]
)
def test_a_clock_that_is_off(seconds: int, level: Level) -> None:
    line = clock_line("clock", "Telegram's", NOW + timedelta(seconds=seconds), NOW)
    assert line.level is level
    assert bool(line.mend) == (level is not Level.OK)


async def test_a_database_in_order(place: Place, database_url: str) -> None:
    found = await of_data(place.settings(database_url=database_url))
    assert found["database"].level is found["keys"].level is Level.OK
    if "postgresql" in database_url:
        assert "database clock" in found


async def test_keys_that_do_not_open_what_is_stored(
    place: Place, store: Store, database_url: str
) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        values = {"flow": "setup", "step": "name", "data": {}, "updated_at": NOW}
        await tx.execute(conversations.insert().values(patient_id=patient.id, **values))
    url = store.url.render_as_string(hide_password=False)
    found = await of_data(place.settings(database_url=url, encryption_keys=OTHER_KEY))
    assert found["keys"].level is Level.ERROR
    assert "conversations.data" in found["keys"].text
    found = await of_data(place.settings(database_url=url, encryption_keys=None))
    assert found["keys"].level is Level.ERROR
    assert "no key" in found["keys"].text


async def test_tables_that_are_missing(place: Place, empty_database_url: str) -> None:
    found = await of_data(place.settings(database_url=empty_database_url))
    assert found["database"].level is Level.WARN
    assert "`run`" in found["database"].mend


async def test_a_database_that_does_not_answer(place: Place) -> None:
    url = "postgresql://nobody:secret-word@127.0.0.1:9/nothing"
    found = await of_data(place.settings(database_url=url))
    assert found["database"].level is Level.ERROR
    assert "secret-word" not in shown(found.values())


async def test_a_key_that_others_may_read(place: Place, sqlite_path: Path) -> None:
    key = place.folder / "encryption.key"
    key.write_text(base64.b64encode(KEY).decode())
    key.chmod(0o644)
    settings = place.settings(
        encryption_keys=None, database_url=f"sqlite+aiosqlite:///{sqlite_path}"
    )
    assert (await of_data(settings))["keys"].level is Level.WARN
    key.chmod(0o600)
    assert (await of_data(settings))["keys"].level is Level.OK


def test_a_full_disk_and_an_open_env(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    (place.folder / ".env").write_text("BOT_TOKEN=x\n")
    (place.folder / ".env").chmod(0o644)
    monkeypatch.setattr(machine, "LEAST_FREE_BYTES", 10**18)
    found = {line.what: line.level for line in machine.machine_lines(place.settings())}
    assert found == {".env": Level.WARN, "disk": Level.ERROR}


@pytest.mark.parametrize(
    ("days_ago", "level"), [(0, Level.OK), (80, Level.WARN), (91, Level.ERROR)]
)
def test_a_vouching_that_ends(days_ago: int, level: Level) -> None:
    today = NOW.date()
    voucher = Voucher("Dr. A", today - timedelta(days=days_ago), frozenset({"GB"}))
    found = {line.what: line for line in contact_lines(ContactBook(()), voucher, "GB", today)}
    assert found["vouching"].level is level
