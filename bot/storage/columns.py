"""Column types: UTC instants, and fields that only somebody with the key can read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary
from sqlalchemy.types import TypeDecorator

BigId = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers only INTEGER keys itself

_FORMAT = b"\x01"
_NONCE_BYTES = 12
HEAD_BYTES = 5  # the format and the fingerprint of the key


class WrongKey(Exception):
    """A field was written with a key that `ENCRYPTION_KEYS` does not hold, or was tampered with."""


class Keyring:
    """The keys of this installation: the first writes, all of them read.

    Keys are 32 bytes. Each field is AES-256-GCM with a fresh nonce; the name of its column is
    authenticated, so that a value copied into another column does not decrypt.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys or any(len(key) != 32 for key in keys):
            raise ValueError("every encryption key must be 32 bytes")
        self._ciphers = {_fingerprint(key): AESGCM(key) for key in keys}
        self._current = _fingerprint(keys[0])
        self.log_key = hashes_of(b"logs", keys[-1])
        self.content_key = hashes_of(b"content", keys[0])

    def seal(self, data: bytes, column: str) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._ciphers[self._current].encrypt(nonce, data, column.encode())
        return _FORMAT + self._current + nonce + sealed

    def open(self, token: bytes, column: str) -> bytes:
        """Raises `WrongKey`."""
        cipher = self._ciphers.get(token[1:5])
        if token[:1] != _FORMAT or cipher is None or len(token) < HEAD_BYTES + _NONCE_BYTES:
            raise WrongKey(f"no key for a value in {column}")
        nonce, sealed = token[HEAD_BYTES:][:_NONCE_BYTES], token[HEAD_BYTES + _NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, sealed, column.encode())
        except InvalidTag:
            raise WrongKey(f"a value in {column} does not open") from None

    @property
    def current_head(self) -> bytes:
        """How every value begins that was written with the first key (`HEAD_BYTES` long)."""
        return _FORMAT + self._current


def hashes_of(purpose: bytes, key: bytes) -> bytes:
    """A key derived for another purpose, so that no key serves two."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(purpose + b"\x00" + key)
    return digest.finalize()


def _fingerprint(key: bytes) -> bytes:
    return hashes_of(b"fingerprint", key)[:4]


class Encrypted(TypeDecorator[Any]):
    """Any JSON value, sealed at rest. The keyring hangs on the engine's dialect
    (`bot.storage.store` puts it there), so that no key is ever a global."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        keyring: Keyring = dialect.keyring  # type: ignore[attr-defined]
        return keyring.seal(text.encode("utf-8", "surrogatepass"), self.column)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        keyring: Keyring = dialect.keyring  # type: ignore[attr-defined]
        return json.loads(keyring.open(bytes(value), self.column).decode("utf-8", "surrogatepass"))


class Instant(TypeDecorator[datetime]):
    """A UTC instant. Naive times are refused: they are the start of every reminder bug."""

    impl = DateTime(timezone=True)
    cache_ok = True

    # The processors are given whole, because they run for every time of every row: SQLite keeps
    # "2026-11-20 08:00:00.000000", in UTC, which sorts as it should.

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        sqlite = dialect.name == "sqlite"

        def process(value: datetime | None) -> Any:
            if value is None:
                return None
            if value.tzinfo is not UTC:
                if value.tzinfo is None:
                    raise ValueError("a naive time reached the database")
                value = value.astimezone(UTC)
            return value.isoformat(" ", "microseconds")[:26] if sqlite else value

        return process

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], datetime | None]:
        sqlite = dialect.name == "sqlite"

        def process(value: Any) -> datetime | None:
            if value is None:
                return None
            if sqlite:
                return datetime.fromisoformat(value).replace(tzinfo=UTC)
            instant: datetime = value
            return instant.astimezone(UTC)

        return process
