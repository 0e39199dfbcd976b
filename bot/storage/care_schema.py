"""The tables about a patient's safety: her diary, her cases, her plan, and whom she named.

Part of `bot.storage.schema`, which everybody imports; the same habits hold.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from bot.storage.columns import BigId, Encrypted, Instant
from bot.storage.metadata import metadata, patient_column

symptom_reports = Table(
    "symptom_reports",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("at", Instant, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("tier", String(1), nullable=False),
    Column("report", Encrypted("symptom_reports.report")),
    Index("ix_symptom_reports_patient", "patient_id", "at"),
    sqlite_autoincrement=True,
)

escalations = Table(
    "escalations",
    metadata,
    Column("id", BigId, primary_key=True),  # the case number
    patient_column(),
    Column("tier", String(1), nullable=False),
    Column("label", String(24), nullable=False),
    Column("whose", String(8), nullable=False),
    Column("source", String(64), nullable=False, unique=True),
    Column("reasons", Encrypted("escalations.reasons")),
    Column("state", String(16), nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("delivered_at", Instant),
    Column("seen_at", Instant),
    Column("acknowledged_at", Instant),
    Column("closed_at", Instant),
    Column("said", String(12)),  # what the doctor said: continue | pause | stop
    Column("holds_dose", Boolean, nullable=False),
    Column("hold_released_at", Instant),
    Column("team_acked_at", Instant),
    Column("team_member", Encrypted("escalations.team_member")),  # who of the team has it
    Column("team_chased", Integer, nullable=False, server_default="0"),
    Column("team_next_at", Instant),
    Index("ix_escalations_patient", "patient_id", "raised_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_escalations_team",
    escalations.c.team_next_at,
    sqlite_where=escalations.c.team_next_at.is_not(None),
    postgresql_where=escalations.c.team_next_at.is_not(None),
)
Index(
    "ix_escalations_open",
    escalations.c.raised_at,
    sqlite_where=escalations.c.closed_at.is_(None),
    postgresql_where=escalations.c.closed_at.is_(None),
)

escalation_events = Table(
    "escalation_events",
    metadata,
    Column("id", BigId, primary_key=True),
    Column(
        "escalation_id",
        BigId,
        ForeignKey("escalations.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("at", Instant, nullable=False),
    Column("what", String(32), nullable=False),
    Index("ix_escalation_events_case", "escalation_id"),
    sqlite_autoincrement=True,
)

case_timers = Table(  # what happens next in the life of a case, and when
    "case_timers",
    metadata,
    Column(
        "escalation_id",
        BigId,
        ForeignKey("escalations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("kind", String(16), primary_key=True),
    Column("due_at", Instant, nullable=False),
    Index("ix_case_timers_due", "due_at"),
)

safety_plans = Table(  # written by the patient for herself; sent to nobody
    "safety_plans",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("plan", Encrypted("safety_plans.plan"), nullable=False),
    Column("changed_at", Instant, nullable=False),
    UniqueConstraint("patient_id"),
    sqlite_autoincrement=True,
)

trusted_people = Table(  # somebody the patient has named, who agrees on her or his own /start
    "trusted_people",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("trusted_id", BigId, ForeignKey("patients.id", ondelete="CASCADE")),  # once agreed
    Column("shown_name", Encrypted("trusted_people.shown_name")),  # how they know the patient
    Column("link_hash", String(64), unique=True),  # of the link's code; gone once used
    Column("link_expires_at", Instant),
    Column("named_at", Instant, nullable=False),
    Column("agreed_at", Instant),
    Column("level", String(8), nullable=False, server_default="nothing"),  # what is shown
    Column("asked_level", String(8)),  # more than that: once the person has agreed to it
    Column("next_line_at", Instant),  # when the next line about the days is due
    UniqueConstraint("patient_id"),
    Index("ix_trusted_people_trusted", "trusted_id"),
    sqlite_autoincrement=True,
)
Index(
    "ix_trusted_people_line",
    trusted_people.c.next_line_at,
    sqlite_where=trusted_people.c.next_line_at.is_not(None),
    postgresql_where=trusted_people.c.next_line_at.is_not(None),
)

daily_moods = Table(  # the unscored daily tap
    "daily_moods",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("local_date", Date, nullable=False),
    Column("mood", Encrypted("daily_moods.mood"), nullable=False),
    UniqueConstraint("patient_id", "local_date"),
    sqlite_autoincrement=True,
)

notes = Table(  # what the patient wants to ask at the next visit
    "notes",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("text", Encrypted("notes.text"), nullable=False),
    Column("written_at", Instant, nullable=False),
    Index("ix_notes_patient", "patient_id"),
    sqlite_autoincrement=True,
)
