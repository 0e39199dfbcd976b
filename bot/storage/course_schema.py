"""The tables about the course: the plan and its history, corrections, stock, and dates.

Part of `bot.storage.schema`, which everybody imports; the same habits hold.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from bot.storage.columns import BigId, Encrypted, Instant
from bot.storage.metadata import metadata, patient_column

plans = Table(  # the dose as on the label, from a local date on; nothing is ever overwritten
    "plans",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("capsules", Encrypted("plans.capsules"), nullable=False),
    Column("times_per_day", Integer, nullable=False),
    Column("rule", String(200), nullable=False),  # RFC 5545, on local dates from effective_from
    Column("effective_from", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),  # written down wrongly, or changed before it began
    Index("ix_plans_patient", "patient_id", "effective_from"),
    sqlite_autoincrement=True,
)

corrections = Table(  # the patient says afterwards what happened on an earlier day
    "corrections",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column(
        "occurrence_id",
        BigId,
        ForeignKey("occurrences.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("was", String(20)),  # the state before; null: the day had no record
    Column("was_reason", String(24)),
    Column("became", String(20), nullable=False),
    Column("became_reason", String(24)),
    Column("recorded_at", Instant, nullable=False),
    Index("ix_corrections_patient", "patient_id", "recorded_at"),
    Index("ix_corrections_occurrence", "occurrence_id"),
    sqlite_autoincrement=True,
)

stock_counts = Table(  # what the patient has counted at home; the newest counts
    "stock_counts",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("capsules", Encrypted("stock_counts.capsules"), nullable=False),  # mg -> how many
    Column("counted_on", Date, nullable=False),
    Column("counted_at", Instant, nullable=False),
    Column("lead_days", Integer),  # remind so long before they run out; null: do not
    Column("ordered_at", Instant),  # the reminder was answered: more is on its way
    Index("ix_stock_counts_patient", "patient_id", "counted_at"),
    sqlite_autoincrement=True,
)

dated_events = Table(  # a blood test, an appointment, ...: its next date and how it goes on
    "dated_events",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("kind", String(24), nullable=False),
    Column("on_date", Date, nullable=False),  # the next date, or the last when it is over
    Column("at_time", String(5)),  # of an appointment, "14:30"
    Column("repeats", String(16)),  # null | monthly:31 | days28
    Column("note", Encrypted("dated_events.note")),  # where or with whom, as typed
    Column("state", String(12), nullable=False),  # planned | over | cancelled
    Column("source", String(48)),  # the programme it was taken from, with its version
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Index("ix_dated_events_patient", "patient_id", "on_date"),
    sqlite_autoincrement=True,
)

event_outcomes = Table(  # what became of one date of an event
    "event_outcomes",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("event_id", BigId, ForeignKey("dated_events.id", ondelete="CASCADE"), nullable=False),
    Column("on_date", Date, nullable=False),
    Column("outcome", String(12), nullable=False),  # done | moved | cancelled
    Column("moved_to", Date),
    Column("recorded_at", Instant, nullable=False),
    Index("ix_event_outcomes_patient", "patient_id", "on_date"),
    Index("ix_event_outcomes_event", "event_id"),
    sqlite_autoincrement=True,
)

programme_choices = Table(  # which pregnancy prevention programme the patient says applies
    "programme_choices",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("choice", Encrypted("programme_choices.choice"), nullable=False),
    Column("chosen_at", Instant, nullable=False),
    UniqueConstraint("patient_id"),
    sqlite_autoincrement=True,
)
