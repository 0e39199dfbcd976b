"""All tables. SQL lives in this package only; nothing here knows what a reminder looks like.

Columns that hold names, free texts, answers or message bodies are `Encrypted`. States are short
words so that an operator can read a row. Times are UTC `Instant`s, except `local_*`.

`sqlite_autoincrement`: without it SQLite gives the number of the newest deleted row to the next
one. An old button would then point to somebody else's dose, `/ack 12` to another person's case,
and the outbox key of a deleted case would swallow the alarm of a new one.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.storage.broadcast_schema import broadcasts
from bot.storage.care_schema import (
    case_timers,
    daily_moods,
    escalation_events,
    escalations,
    notes,
    safety_plans,
    symptom_reports,
    trusted_people,
)
from bot.storage.clinic_schema import clinics
from bot.storage.columns import BigId, Encrypted, Instant
from bot.storage.course_schema import (
    corrections,
    dated_events,
    event_outcomes,
    plans,
    programme_choices,
    stock_counts,
)
from bot.storage.metadata import metadata, patient_column

__all__ = [
    "broadcasts",
    "case_timers",
    "checkins",
    "clinics",
    "consents",
    "conversations",
    "corrections",
    "counters",
    "daily_moods",
    "dated_events",
    "escalation_events",
    "escalations",
    "event_outcomes",
    "facts",
    "inbox",
    "leases",
    "metadata",
    "notes",
    "occurrences",
    "outbox",
    "outbox_items",
    "patients",
    "plans",
    "programme_choices",
    "routines",
    "safety_plans",
    "stock_counts",
    "symptom_reports",
    "trusted_people",
]

patients = Table(
    "patients",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("state", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("country", String(2)),
    Column("time_zone", String(64)),
    Column("home_zone", String(64)),  # while she travels: the clock that her routines stay on
    Column("age_group", String(8)),  # adult | teen
    Column("name", Encrypted("patients.name")),
    Column("doctor", Encrypted("patients.doctor")),  # the prescriber's number, as typed
    Column("quiet_start", String(5), nullable=False, server_default="22:00"),
    Column("quiet_end", String(5), nullable=False, server_default="07:00"),
    Column("paused_since", Instant),
    Column("unreachable_since", Instant),
    Column("created_at", Instant, nullable=False),
    Column("course_started_on", Date),
    Column("course_ended_on", Date),  # the day of the last capsule
    Column("prescriber_knows_at", Instant),  # the patient said so, for the baseline rule
    Column("checkin_invited_at", Instant),
    Column("next_checkin_at", Instant),
    Column("checkins_missed", Integer, nullable=False, server_default="0"),
    Column("discreet", Boolean, nullable=False, server_default=text("true")),  # on lock screens
    Column("clinic_id", BigId, ForeignKey("clinics.id", ondelete="SET NULL")),
    # Whether it is still the same person who holds this account (`services/ownership.py`).
    Column("account_sign", Encrypted("patients.account_sign")),
    Column("heard_at", Instant),
    Column("doubted_at", Instant),
    Column("delete_at", Instant),  # she has said /delete, and may change her mind until then
    sqlite_autoincrement=True,
)
Index(
    "ix_patients_next_checkin",
    patients.c.next_checkin_at,
    sqlite_where=patients.c.next_checkin_at.is_not(None),
    postgresql_where=patients.c.next_checkin_at.is_not(None),
)
Index("ix_patients_clinic", patients.c.clinic_id)
Index(
    "ix_patients_delete",
    patients.c.delete_at,
    sqlite_where=patients.c.delete_at.is_not(None),
    postgresql_where=patients.c.delete_at.is_not(None),
)

consents = Table(
    "consents",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("purpose", String(24), nullable=False),
    Column("version", String(16), nullable=False),
    Column("granted_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Index("ix_consents_open", "patient_id", "purpose"),
    sqlite_autoincrement=True,
)

routines = Table(
    "routines",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("kind", String(24), nullable=False),
    Column("enabled", Boolean, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("rule", String(200), nullable=False),  # RFC 5545, on local dates
    Column("start_on", Date, nullable=False),
    Column("local_times", String(200), nullable=False),  # "07:30,21:30"
    Column("until", Date),  # its last date
    Column("meal_times", String(1000)),  # other times on some weekdays or dates
    Column("later", String(1000)),  # other rules from a date on, see `storage.routines`
    # A dated event's reminders: which event, and how many days before each of its dates.
    Column("event_id", BigId, ForeignKey("dated_events.id", ondelete="CASCADE"), unique=True),
    Column("leads", String(40)),  # "7,1,0"
    # The next slot by name and by instant: a delayed slot keeps its name.
    Column("next_local_date", Date),
    Column("next_slot", Integer),
    Column("next_due_at", Instant),
    sqlite_autoincrement=True,
)
# One of each kind, and any number of dated ones.
Index(
    "uq_routines_kind",
    routines.c.patient_id,
    routines.c.kind,
    unique=True,
    sqlite_where=routines.c.event_id.is_(None),
    postgresql_where=routines.c.event_id.is_(None),
)
Index("ix_routines_patient", routines.c.patient_id)
Index(
    "ix_routines_due",
    routines.c.next_due_at,
    sqlite_where=routines.c.next_due_at.is_not(None),
    postgresql_where=routines.c.next_due_at.is_not(None),
)

occurrences = Table(
    "occurrences",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("routine_id", BigId, ForeignKey("routines.id", ondelete="CASCADE"), nullable=False),
    patient_column(),
    Column("kind", String(24), nullable=False),
    Column("local_date", Date, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("routine_version", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("reason", String(24)),
    Column("asked", Integer, nullable=False, server_default="0"),
    Column("next_step", String(8)),  # again | snoozed | close, at next_step_at
    Column("next_step_at", Instant),
    Column("settled_at", Instant),
    UniqueConstraint("routine_id", "local_date", "slot"),
    Index("ix_occurrences_day", "patient_id", "local_date"),
    sqlite_autoincrement=True,
)
Index(
    "ix_occurrences_step",
    occurrences.c.next_step_at,
    sqlite_where=occurrences.c.next_step_at.is_not(None),
    postgresql_where=occurrences.c.next_step_at.is_not(None),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),  # the chat whose order must hold
    Column("payload", Encrypted("inbox.payload")),
    Column("received_at", Instant, nullable=False),
    Column("handled_at", Instant),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("failed", String(64)),
)
Index(
    "ix_inbox_open",
    inbox.c.lane,
    inbox.c.update_id,
    sqlite_where=inbox.c.handled_at.is_(None),
    postgresql_where=inbox.c.handled_at.is_(None),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("key", String(96), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("patient_id", BigId, ForeignKey("patients.id", ondelete="CASCADE")),
    Column("send_class", String(16), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("payload", Encrypted("outbox.payload")),
    Column("escalation_id", BigId),
    Column("not_before", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("state", String(12), nullable=False),
    Column("reason", String(64)),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("uncertain", Integer, nullable=False, server_default="0"),
    Column("leased_until", Instant),
    Column("leased_by", String(40)),
    Column("settled_at", Instant),
    Column("message_id", BigInteger),
    Column("created_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)
_QUEUED = text("state = 'queued'")
_LEASED = text("state = 'leased'")
Index(
    "ix_outbox_queued",
    outbox.c.priority,
    outbox.c.not_before,
    outbox.c.id,
    sqlite_where=_QUEUED,
    postgresql_where=_QUEUED,
)
Index(
    "ix_outbox_leased",
    outbox.c.leased_until,
    sqlite_where=_LEASED,
    postgresql_where=_LEASED,
)
Index("ix_outbox_patient", outbox.c.patient_id)

outbox_items = Table(
    "outbox_items",
    metadata,
    Column("outbox_id", BigId, ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "occurrence_id",
        BigId,
        ForeignKey("occurrences.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Index("ix_outbox_items_occurrence", "occurrence_id"),
)

conversations = Table(
    "conversations",
    metadata,
    Column(
        "patient_id",
        BigId,
        ForeignKey("patients.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("flow", String(24), nullable=False),
    Column("step", String(32), nullable=False),
    Column("data", Encrypted("conversations.data"), nullable=False),
    Column("updated_at", Instant, nullable=False),
)

checkins = Table(
    "checkins",
    metadata,
    Column("id", BigId, primary_key=True),
    patient_column(),
    Column("kind", String(16), nullable=False),
    Column("state", String(12), nullable=False),  # open | finished | dropped | declined
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("local_date", Date, nullable=False),
    Column("answers", Encrypted("checkins.answers")),
    Column("tier", String(1)),
    Index("ix_checkins_patient", "patient_id", "started_at"),
    sqlite_autoincrement=True,
)
Index(
    "ix_checkins_open",
    checkins.c.touched_at,
    sqlite_where=text("state = 'open'"),
    postgresql_where=text("state = 'open'"),
)

counters = Table(  # what operators may count without any text: unanswered questions and the like
    "counters",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("local_date", Date, primary_key=True),
    Column("count", Integer, nullable=False),
)

facts = Table(  # single facts about this installation: next offset, key check, last tick
    "facts",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Encrypted("facts.value"), nullable=False),
)

leases = Table(  # which replicas are alive, and which of them polls (PostgreSQL)
    "leases",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("holder", String(40), nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("until", Instant, nullable=False),
)
