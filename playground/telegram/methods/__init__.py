"""The Bot API methods of the simulated Telegram, one file per family."""

from __future__ import annotations

from playground.telegram.methods import editing, files, inline, receiving, sending, settings
from playground.telegram.methods.registry import METHODS

__all__ = ["METHODS", "editing", "files", "inline", "receiving", "sending", "settings"]
