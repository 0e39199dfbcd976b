"""Writes the first migration from the tables in `bot.storage.schema`, cleanly:

    python -m tests.storage.initial_migration

Only until the first release: from then on a change of a table is a new migration.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bot.storage.columns import BigId, Encrypted, Instant
from bot.storage.migrate import MIGRATIONS
from bot.storage.schema import metadata

TARGET = MIGRATIONS / "versions" / "0001_first_tables.py"

HEAD = '''"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# What the columns are made of, written out: a migration never imports code that moves on.
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
SEALED = sa.LargeBinary()


def upgrade() -> None:
'''


def source() -> str:
    """The text of the migration that makes all tables and drops them again."""
    with create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection, opts={"target_metadata": metadata})
        script = produce_migrations(context, metadata)
    assert script.upgrade_ops is not None
    body = render_python_code(script.upgrade_ops, render_item=_own_types)
    body = re.sub(r"op\.f\(('\w+')\)", r"\1", body)
    body = body.replace(", unique=False", "")
    lines = [line for line in body.splitlines() if "###" not in line]
    drops = [f'    op.drop_table("{table.name}")' for table in reversed(metadata.sorted_tables)]
    text = HEAD + "\n".join(lines) + "\n\n\ndef downgrade() -> None:\n" + "\n".join(drops) + "\n"
    return _formatted(text)


def _own_types(kind: str, item: Any, _: Any) -> str | Literal[False]:
    if kind == "type":
        if isinstance(item, Encrypted):
            return "SEALED"
        if isinstance(item, Instant):
            return "INSTANT"
        if item is BigId:
            return "BIG_ID"
    return False


def _formatted(text: str) -> str:
    ruff = Path(sys.executable).with_name("ruff")
    formatted = subprocess.run(
        [str(ruff), "format", "-"], input=text, capture_output=True, text=True, check=True
    )
    return formatted.stdout


if __name__ == "__main__":
    TARGET.write_text(source())
