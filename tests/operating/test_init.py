"""`init`: from a token to settings that the bot can start with."""

from __future__ import annotations

import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.first_run import CannotSetUp, Given, set_up
from bot.settings import InvalidSettings, Settings, load_settings
from bot.tg.menu import SHOWN
from playground.telegram import Server, Telegram


@dataclass
class Machine:
    """A folder, a Telegram, and what was said on the terminal."""

    folder: Path
    telegram: Telegram
    base_url: str
    said: list[str] = field(default_factory=list)

    @property
    def env(self) -> Path:
        return self.folder / ".env"

    def given(self, **changes: object) -> Given:
        given = Given(
            env_file=self.env,
            bot_token=self.telegram.token,
            data_dir=str(self.folder / "data"),
            telegram_api_base_url=self.base_url,
        )
        return replace(given, **changes)  # type: ignore[arg-type]

    def settings(self) -> Settings:
        return load_settings(_env_file=self.env)


@pytest.fixture
async def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Machine]:
    for name in ("BOT_TOKEN", "DATA_DIR", "TELEGRAM_API_BASE_URL", "ENCRYPTION_KEYS"):
        monkeypatch.delenv(name, raising=False)
    telegram = Telegram()
    server = Server(telegram)
    await server.start()
    yield Machine(tmp_path, telegram, server.base_url)
    await server.stop()
    await telegram.close()


async def test_without_a_question_all_is_ready(machine: Machine) -> None:
    given = machine.given(operator_name='Dr. O\'Neil # "Skin" \\ $HOME', default_country="de")
    link = await set_up(given, None, machine.said.append)
    assert link.startswith("https://t.me/")
    assert stat.S_IMODE(machine.env.stat().st_mode) == 0o600
    settings = machine.settings()
    assert settings.operator_name == 'Dr. O\'Neil # "Skin" \\ $HOME'
    assert settings.default_country == "DE"
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == machine.telegram.token
    key = machine.folder / "data" / "encryption.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    calls = [call.method for call in machine.telegram.ledger.calls]
    assert calls.count("setMyCommands") == calls.count("setMyDescription") >= 3
    assert SHOWN


async def test_what_is_not_given_is_asked_and_the_token_is_not_shown(machine: Machine) -> None:
    asked: list[tuple[str, bool]] = []

    def ask(question: str, default: str, secret: bool) -> str:
        asked.append((question, secret))
        return machine.telegram.token if secret else default or "Clinic"

    given = machine.given(bot_token="", default_country="GB")
    await set_up(given, ask, machine.said.append)
    assert [secret for _, secret in asked] == [True, False, False]
    assert machine.settings().operator_name == "Clinic"
    assert machine.telegram.token not in "\n".join(machine.said)


async def test_an_env_that_is_there_is_kept(machine: Machine) -> None:
    machine.env.write_text("BOT_TOKEN=mine\n")
    with pytest.raises(CannotSetUp, match="not overwritten"):
        await set_up(machine.given(), None, machine.said.append)
    assert machine.env.read_text() == "BOT_TOKEN=mine\n"
    await set_up(machine.given(overwrite=True), None, machine.said.append)
    old = machine.folder / ".env.old"
    assert old.read_text() == "BOT_TOKEN=mine\n"
    assert stat.S_IMODE(old.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"bot_token": ""}, CannotSetUp, "BotFather"),
        ({"bot_token": "not a token"}, InvalidSettings, "BOT_TOKEN"),
        ({"bot_token": "123456:" + "A" * 30}, CannotSetUp, "refuses this token"),
        ({"telegram_api_base_url": "http://127.0.0.1:9/bot"}, CannotSetUp, "out of reach"),
        ({"default_country": "Germany"}, InvalidSettings, "DEFAULT_COUNTRY"),
        ({"operator_name": "two\nlines"}, CannotSetUp, "more than one line"),
    ],
    ids=["none", "shape", "refused", "unreachable", "country", "line"],
)
async def test_nothing_is_written_when_anything_is_wrong(
    machine: Machine, changes: dict[str, object], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says) as caught:
        await set_up(machine.given(**changes), None, machine.said.append)
    assert list(machine.folder.iterdir()) == []
    assert machine.telegram.token not in str(caught.value)
