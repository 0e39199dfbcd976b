"""Wrong settings stop the start with one message that names every error."""

from __future__ import annotations

import pytest

from bot.settings import InvalidSettings, Settings, load_settings

TOKEN = "123456:" + "A" * 30


def load(**values: object) -> Settings:
    return load_settings(_env_file=None, **values)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"bot_token": "not a token"}, "BOT_TOKEN: does not look like a token"),
        ({"default_country": "Germany"}, "DEFAULT_COUNTRY: must be a two-letter country code"),
        ({"send_rate": 0}, "SEND_RATE:"),
        ({"tick_seconds": "soon"}, "TICK_SECONDS:"),
        ({"dose_ask_again_minutes": "30,60,90"}, "DOSE_ASK_AGAIN_MINUTES: at most two intervals"),
        ({"dose_ask_again_minutes": "1"}, "DOSE_ASK_AGAIN_MINUTES:"),
        ({"dose_ask_again_minutes": "half an hour"}, "DOSE_ASK_AGAIN_MINUTES:"),
        ({"log_level": "LOUD"}, "LOG_LEVEL:"),
        ({"receive": "webhook"}, "RECEIVE=webhook"),
        ({"webhook_secret": "short"}, "WEBHOOK_SECRET:"),
        ({"clock_offset_file": "x"}, "CLOCK_OFFSET_FILE is for the playground only"),
        ({"contacts_vouched_by": "Dr. A"}, "go together"),
        ({"http_port": 99999}, "HTTP_PORT:"),
    ],
)
def test_a_wrong_value_is_named(values: dict[str, object], says: str) -> None:
    with pytest.raises(InvalidSettings, match=says.replace("(", r"\(")):
        load(**values)


def test_every_error_is_named_at_once() -> None:
    with pytest.raises(InvalidSettings) as caught:
        load(bot_token="x", send_rate=-1, log_format="xml", care_team_chase_minutes=0)
    for name in ("BOT_TOKEN", "SEND_RATE", "LOG_FORMAT", "CARE_TEAM_CHASE_MINUTES"):
        assert name in str(caught.value)


def test_the_message_never_repeats_a_secret() -> None:
    with pytest.raises(InvalidSettings) as caught:
        load(bot_token="123:secret-token", webhook_secret="!!")
    assert "secret-token" not in str(caught.value)


def test_values_are_read_as_an_operator_writes_them() -> None:
    settings = load(
        bot_token=TOKEN,
        default_country="de",
        dose_ask_again_minutes="20, 40",
        contacts_vouched_by="Dr. A",
        contacts_vouched_on="2026-11-01",
        contacts_vouched_countries="gb, de",
    )
    assert settings.default_country == "DE"
    assert settings.dose_ask_again_minutes == (20, 40)
    assert settings.contacts_vouched_countries == ("GB", "DE")
    assert TOKEN not in repr(settings)


@pytest.mark.parametrize(
    ("url", "used"),
    [
        (None, "sqlite+aiosqlite:///data/isocompanion.db"),
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql+asyncpg://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
    ],
)
def test_the_database_url_in_its_usual_spellings(url: str | None, used: str) -> None:
    assert load(database_url=url).database == used
