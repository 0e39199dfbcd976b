"""Writes a `Table` as CSV that spreadsheets open as it is meant."""

from __future__ import annotations

import csv
import io

from bot.domain.record import Table

# A cell that begins so is read as a formula by spreadsheets, and could fetch or send something.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(table: Table) -> bytes:
    """UTF-8 with its mark, because one spreadsheet takes anything else for another alphabet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
