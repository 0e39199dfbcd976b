"""Errors that are sentences for whoever runs the bot, and not bugs.

The modules that define them may not have been imported, so they are compared by name.
"""

from __future__ import annotations

_KNOWN = {
    ("bot.stats", "NoDatabase"),
    ("bot.upkeep", "NotAPlayground"),
    ("bot.first_run", "CannotSetUp"),
    ("bot.settings", "InvalidSettings"),
    ("bot.catalog.bad_content", "BadContent"),
    ("bot.storage.keys", "BadKeys"),
    ("bot.storage.columns", "WrongKey"),
    ("bot.storage.locking", "AlreadyRunning"),
    ("bot.storage.backup", "BackupRefused"),
    ("telegram.error", "InvalidToken"),
}


def explained(error: Exception) -> str | None:
    """What to print instead of a traceback; None when this error is a surprise."""
    if not any((kind.__module__, kind.__name__) in _KNOWN for kind in type(error).__mro__):
        return None
    if type(error).__name__ == "WrongKey":
        return (
            f"The encryption keys do not open this database ({error}). Put back the key file or "
            "the ENCRYPTION_KEYS it was written with."
        )
    return str(error)
