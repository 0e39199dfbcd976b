"""Every setting, from the environment or `.env`, checked together at start.

A wrong setting stops the start with one message that names each error (`InvalidSettings`).
"""

from __future__ import annotations

import re
from datetime import date, time
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import (
    Field,
    IPvAnyNetwork,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org/bot"
WEBHOOK_PORTS = {443, 80, 88, 8443}
PROJECT = Path(__file__).resolve().parent.parent
_BIND = re.compile(r"(?:(?:[\w.-]+|\[[0-9a-fA-F:]+\]):)?\d{1,5}")


class InvalidSettings(Exception):
    """One or more settings are wrong; the text has one line for each."""


class Settings(BaseSettings):
    """The operator's choices. Names in the environment are these names in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    telegram_api_base_url: str = TELEGRAM
    database_url: SecretStr | None = None
    data_dir: Path = Path("data")
    content_dir: Path = PROJECT / "content"
    content_reload: bool = False
    encryption_keys: SecretStr | None = None

    default_language: str = "en"
    default_country: str | None = None
    operator_name: str = "the people who run this bot"
    operator_chat_id: int | None = Field(default=None, gt=0)
    operator_alert_minutes: int = Field(default=10, ge=1, le=24 * 60)
    admit_teens: bool = False

    care_team_chat_id: int | None = None
    care_team_backup_chat_id: int | None = None
    care_team_chase_minutes: int = Field(default=15, ge=1, le=24 * 60)
    care_team_list_at: time | None = time(8, 0)
    care_team_time_zone: str = "UTC"

    receive: Literal["polling", "webhook"] = "polling"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_max_connections: int = Field(default=40, ge=1, le=100)
    webhook_networks: Annotated[tuple[IPvAnyNetwork, ...], NoDecode] = ()
    trusted_proxies: Annotated[tuple[IPvAnyNetwork, ...], NoDecode] = (
        IPv4Network("127.0.0.0/8"),
        IPv6Network("::1/128"),
    )
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8081, ge=0, le=65535)
    health_bind: str | None = None

    send_rate: float = Field(default=30, ge=1, le=1000)
    send_jitter_seconds: float = Field(default=0, ge=0, le=60)
    tick_seconds: float = Field(default=1.0, ge=0.02, le=60)
    backup_keep_days: int = Field(default=30, ge=1, le=3650)
    keep_answers_months: int = Field(default=12, ge=1, le=120)
    updates_per_minute: int = Field(default=60, ge=20, le=10_000)
    updates_per_day: int = Field(default=2_000, ge=200, le=1_000_000)
    dose_ask_again_minutes: Annotated[tuple[int, ...], NoDecode] = (30, 60)

    contacts_vouched_by: str | None = None
    contacts_vouched_on: date | None = None
    contacts_vouched_countries: Annotated[tuple[str, ...], NoDecode] = ()

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"
    clock_offset_file: Path | None = None

    @field_validator("dose_ask_again_minutes", mode="before")
    @classmethod
    def _minutes(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(int(part) for part in value.split(",") if part.strip())
        return value

    @field_validator("dose_ask_again_minutes")
    @classmethod
    def _twice_at_most(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        if len(value) > 2 or any(not 5 <= minutes <= 240 for minutes in value):
            raise ValueError("at most two intervals, each of 5 to 240 minutes, e.g. 30,60")
        return value

    @field_validator("contacts_vouched_countries", mode="before")
    @classmethod
    def _countries(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip().upper() for part in value.split(",") if part.strip())
        return value

    @field_validator("webhook_networks", "trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("care_team_list_at", mode="before")
    @classmethod
    def _no_list(cls, value: object) -> object:
        return None if value == "never" else value

    @field_validator("care_team_time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("must be the name of a time zone, such as Europe/Berlin")
        return value

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"\d+:[\w-]{20,}", value.get_secret_value()):
            raise ValueError("does not look like a token from @BotFather (123456:ABC…)")
        return value

    @field_validator("default_country")
    @classmethod
    def _country(cls, value: str | None) -> str | None:
        if value and not re.fullmatch(r"[A-Za-z]{2}", value):
            raise ValueError("must be a two-letter country code such as GB")
        return value.upper() if value else None

    @field_validator("health_bind")
    @classmethod
    def _listens(cls, value: str | None) -> str | None:
        if value and not _BIND.fullmatch(value):
            raise ValueError("must be a port such as 9100, or address:port such as 0.0.0.0:9100")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
            raise ValueError("must be 16 to 256 characters of A-Z, a-z, 0-9, _ and -")
        return value

    @model_validator(mode="after")
    def _together(self) -> Settings:
        if self.receive == "webhook":
            self._check_webhook()
        if self.clock_offset_file and self.telegram_api_base_url == TELEGRAM:
            raise ValueError("CLOCK_OFFSET_FILE is for the playground only, not for Telegram")
        vouched = (
            self.contacts_vouched_by,
            self.contacts_vouched_on,
            self.contacts_vouched_countries,
        )
        if any(vouched) and not all(vouched):
            raise ValueError(
                "CONTACTS_VOUCHED_BY, CONTACTS_VOUCHED_ON and CONTACTS_VOUCHED_COUNTRIES "
                "go together"
            )
        return self

    def _check_webhook(self) -> None:
        if self.webhook_url is None or self.webhook_secret is None:
            raise ValueError("RECEIVE=webhook needs WEBHOOK_URL and WEBHOOK_SECRET")
        parts = urlsplit(self.webhook_url)
        if not parts.hostname or parts.scheme not in ("https", "http"):
            raise ValueError("WEBHOOK_URL must be an address such as https://bot.example.org/hook")
        if self.telegram_api_base_url != TELEGRAM:
            return
        if parts.scheme != "https" or (parts.port or 443) not in WEBHOOK_PORTS:
            raise ValueError(
                "WEBHOOK_URL: Telegram calls only https, on the ports 443, 80, 88 and 8443"
            )

    @property
    def health(self) -> tuple[str, int] | None:
        """Where `/healthz`, `/readyz` and `/metrics` listen: the loopback unless an address is
        named; None when nothing is to listen."""
        if not self.health_bind:
            return None
        address, _, port = self.health_bind.rpartition(":")
        return address.strip("[]") or "127.0.0.1", int(port)

    @property
    def database(self) -> str:
        """The SQLAlchemy URL; SQLite in `DATA_DIR` unless `DATABASE_URL` says otherwise."""
        if self.database_url:
            url = self.database_url.get_secret_value()
            return re.sub(r"^postgres(ql)?://", "postgresql+asyncpg://", url)
        return f"sqlite+aiosqlite:///{self.data_dir / 'isocompanion.db'}"


def load_settings(**overrides: object) -> Settings:
    """Read and check all settings. Raises `InvalidSettings` that names every error at once."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        lines = []
        for finding in error.errors(include_url=False, include_input=False):
            name = "_".join(str(part) for part in finding["loc"][:1]).upper()
            text = finding["msg"].removeprefix("Value error, ")
            lines.append(f"  {name}: {text}" if name else f"  {text}")
        raise InvalidSettings("These settings are wrong:\n" + "\n".join(lines)) from None
