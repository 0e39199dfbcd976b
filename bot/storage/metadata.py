"""What all tables share: how their parts are named, and the column that says whose a row is."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData

from bot.storage.columns import BigId

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def patient_column() -> Column[int]:
    return Column(
        "patient_id", BigId, ForeignKey("patients.id", ondelete="CASCADE"), nullable=False
    )
