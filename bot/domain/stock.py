"""The capsules at home: counted by the patient, counted down by what she records as taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class StockCount:
    """What was at home when she counted: capsules by strength in milligrams."""

    id: int
    capsules: Mapping[float, int]
    counted_on: date
    counted_at: datetime
