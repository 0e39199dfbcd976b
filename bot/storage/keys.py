"""Where the encryption keys come from: the setting, or a file made on the first run."""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path

from bot.storage.columns import Keyring

KEY_FILE = "encryption.key"


class BadKeys(Exception):
    """`ENCRYPTION_KEYS` or the key file cannot be used."""


def load_keyring(setting: str | None, data_dir: Path) -> tuple[Keyring, Path | None]:
    """The keyring, and the path of the key file if this call made one. Raises `BadKeys`.

    `setting`: comma-separated base64 keys of 32 bytes; the first writes, the others only read.
    """
    if setting:
        return Keyring([_decode(part) for part in setting.split(",") if part.strip()]), None
    path = data_dir / KEY_FILE
    if path.exists():
        return Keyring([_decode(line) for line in path.read_text().split()]), None
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = os.urandom(32)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(base64.b64encode(key).decode() + "\n")
    return Keyring([key]), path


def _decode(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        raise BadKeys("an encryption key is not base64") from None
    if len(key) != 32:
        raise BadKeys("an encryption key must be 32 bytes, in base64 (44 characters)")
    return key
