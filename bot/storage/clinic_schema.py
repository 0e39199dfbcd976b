"""The table of the clinics that send their patients here. It is the operator's, not a patient's.

Part of `bot.storage.schema`, which everybody imports; the same habits hold.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, String, Table

from bot.storage.columns import BigId, Encrypted, Instant
from bot.storage.metadata import metadata

clinics = Table(
    "clinics",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("name", Encrypted("clinics.name"), nullable=False),
    Column("phone", Encrypted("clinics.phone")),  # shown where a doctor should be called
    Column("language", String(8)),
    Column("country", String(2)),
    Column("team_chat_id", BigInteger),  # its care team's chat; none: nobody is told of cases
    Column("team_backup_chat_id", BigInteger),
    Column("link_hash", String(64), unique=True),  # of the code in its link; gone once revoked
    Column("added_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    sqlite_autoincrement=True,
)
