"""The table of what care teams have written to their patients. It is no patient's own.

Part of `bot.storage.schema`, which everybody imports; the same habits hold.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Table

from bot.storage.columns import BigId, Encrypted, Instant
from bot.storage.metadata import metadata

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("clinic_id", BigId, ForeignKey("clinics.id", ondelete="CASCADE")),
    Column("chat_id", BigInteger, nullable=False),  # the team's chat it was written in
    Column("text", Encrypted("broadcasts.text"), nullable=False),
    Column("state", String(12), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("confirmed_at", Instant),
    Column("after_id", BigInteger, nullable=False, server_default="0"),
    Column("next_at", Instant),  # when it is looked after again, while it is being sent
    sqlite_autoincrement=True,
)
Index(
    "ix_broadcasts_next",
    broadcasts.c.next_at,
    sqlite_where=broadcasts.c.next_at.is_not(None),
    postgresql_where=broadcasts.c.next_at.is_not(None),
)
