"""Where the encryption keys come from: the setting, or a file made on the first run."""

from __future__ import annotations

import base64
import os
from collections.abc import Sequence
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
        return _keyring(setting.split(","), "ENCRYPTION_KEYS"), None
    path = data_dir / KEY_FILE
    if path.exists():
        return _keyring(path.read_text().split(), str(path)), None
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = os.urandom(32)
    _keep(path, base64.b64encode(key).decode() + "\n")
    return Keyring([key]), path


def known_keyring(setting: str | None, data_dir: Path) -> Keyring | None:
    """The keyring that there is; None when there is none yet. Makes nothing. Raises `BadKeys`."""
    if not setting and not (data_dir / KEY_FILE).exists():
        return None
    return load_keyring(setting, data_dir)[0]


def _keyring(texts: Sequence[str], origin: str) -> Keyring:
    keys = [_decode(text) for text in texts if text.strip()]
    if not keys:
        raise BadKeys(f"{origin} holds no encryption key")
    return Keyring(keys)


def _keep(path: Path, text: str) -> None:
    """On the disk, whole, before anything is sealed with it: a power cut must not take it back."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(descriptor)
    os.link(draft, path)  # unlike a rename, never over a key that is there
    draft.unlink()
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def _decode(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except ValueError:
        raise BadKeys("an encryption key is not base64") from None
    if len(key) != 32:
        raise BadKeys("an encryption key must be 32 bytes, in base64 (44 characters)")
    return key
