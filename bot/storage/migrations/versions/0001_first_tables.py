"""The first tables."""

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
    op.create_table(
        "clinics",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("name", SEALED, nullable=False),
        sa.Column("phone", SEALED, nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("team_chat_id", sa.BigInteger(), nullable=True),
        sa.Column("team_backup_chat_id", sa.BigInteger(), nullable=True),
        sa.Column("link_hash", sa.String(length=64), nullable=True),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_clinics"),
        sa.UniqueConstraint("link_hash", name="uq_clinics_link_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "local_date", name="pk_counters"),
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", SEALED, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_facts"),
    )
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lane", sa.BigInteger(), nullable=False),
        sa.Column("payload", SEALED, nullable=True),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("handled_at", INSTANT, nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failed", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    op.create_index(
        "ix_inbox_open",
        "inbox",
        ["lane", "update_id"],
        sqlite_where=sa.text("handled_at IS NULL"),
        postgresql_where=sa.text("handled_at IS NULL"),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_leases"),
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("clinic_id", BIG_ID, nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("text", SEALED, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("confirmed_at", INSTANT, nullable=True),
        sa.Column("after_id", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("next_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["clinic_id"], ["clinics.id"], name="fk_broadcasts_clinic_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_broadcasts"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_broadcasts_next",
        "broadcasts",
        ["next_at"],
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_table(
        "patients",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=True),
        sa.Column("home_zone", sa.String(length=64), nullable=True),
        sa.Column("age_group", sa.String(length=8), nullable=True),
        sa.Column("name", SEALED, nullable=True),
        sa.Column("doctor", SEALED, nullable=True),
        sa.Column("quiet_start", sa.String(length=5), server_default="22:00", nullable=False),
        sa.Column("quiet_end", sa.String(length=5), server_default="07:00", nullable=False),
        sa.Column("paused_since", INSTANT, nullable=True),
        sa.Column("unreachable_since", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("course_started_on", sa.Date(), nullable=True),
        sa.Column("course_ended_on", sa.Date(), nullable=True),
        sa.Column("prescriber_knows_at", INSTANT, nullable=True),
        sa.Column("checkin_invited_at", INSTANT, nullable=True),
        sa.Column("next_checkin_at", INSTANT, nullable=True),
        sa.Column("checkins_missed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("discreet", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("clinic_id", BIG_ID, nullable=True),
        sa.Column("account_sign", SEALED, nullable=True),
        sa.Column("heard_at", INSTANT, nullable=True),
        sa.Column("doubted_at", INSTANT, nullable=True),
        sa.Column("delete_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["clinic_id"], ["clinics.id"], name="fk_patients_clinic_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_patients"),
        sa.UniqueConstraint("chat_id", name="uq_patients_chat_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_patients_clinic", "patients", ["clinic_id"])
    op.create_index(
        "ix_patients_delete",
        "patients",
        ["delete_at"],
        sqlite_where=sa.text("delete_at IS NOT NULL"),
        postgresql_where=sa.text("delete_at IS NOT NULL"),
    )
    op.create_index(
        "ix_patients_next_checkin",
        "patients",
        ["next_checkin_at"],
        sqlite_where=sa.text("next_checkin_at IS NOT NULL"),
        postgresql_where=sa.text("next_checkin_at IS NOT NULL"),
    )
    op.create_table(
        "checkins",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("touched_at", INSTANT, nullable=False),
        sa.Column("finished_at", INSTANT, nullable=True),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("answers", SEALED, nullable=True),
        sa.Column("tier", sa.String(length=1), nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_checkins_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_checkins"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_checkins_open",
        "checkins",
        ["touched_at"],
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index("ix_checkins_patient", "checkins", ["patient_id", "started_at"])
    op.create_table(
        "consents",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("granted_at", INSTANT, nullable=False),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_consents_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consents_open", "consents", ["patient_id", "purpose"])
    op.create_table(
        "conversations",
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("flow", sa.String(length=24), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("data", SEALED, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_conversations_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("patient_id", name="pk_conversations"),
    )
    op.create_table(
        "daily_moods",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("mood", SEALED, nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_daily_moods_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_daily_moods"),
        sa.UniqueConstraint(
            "patient_id", "local_date", name="uq_daily_moods_patient_id_local_date"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "dated_events",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at_time", sa.String(length=5), nullable=True),
        sa.Column("repeats", sa.String(length=16), nullable=True),
        sa.Column("note", SEALED, nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("source", sa.String(length=48), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_dated_events_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_dated_events"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dated_events_patient", "dated_events", ["patient_id", "on_date"])
    op.create_table(
        "escalations",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("tier", sa.String(length=1), nullable=False),
        sa.Column("label", sa.String(length=24), nullable=False),
        sa.Column("whose", sa.String(length=8), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("reasons", SEALED, nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("raised_at", INSTANT, nullable=False),
        sa.Column("delivered_at", INSTANT, nullable=True),
        sa.Column("seen_at", INSTANT, nullable=True),
        sa.Column("acknowledged_at", INSTANT, nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("said", sa.String(length=12), nullable=True),
        sa.Column("holds_dose", sa.Boolean(), nullable=False),
        sa.Column("hold_released_at", INSTANT, nullable=True),
        sa.Column("team_acked_at", INSTANT, nullable=True),
        sa.Column("team_member", SEALED, nullable=True),
        sa.Column("team_chased", sa.Integer(), server_default="0", nullable=False),
        sa.Column("team_next_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_escalations_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_escalations"),
        sa.UniqueConstraint("source", name="uq_escalations_source"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_escalations_open",
        "escalations",
        ["raised_at"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index("ix_escalations_patient", "escalations", ["patient_id", "raised_at"])
    op.create_index(
        "ix_escalations_team",
        "escalations",
        ["team_next_at"],
        sqlite_where=sa.text("team_next_at IS NOT NULL"),
        postgresql_where=sa.text("team_next_at IS NOT NULL"),
    )
    op.create_table(
        "notes",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("text", SEALED, nullable=False),
        sa.Column("written_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_notes_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notes_patient", "notes", ["patient_id"])
    op.create_table(
        "outbox",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("key", sa.String(length=96), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=True),
        sa.Column("send_class", sa.String(length=16), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("payload", SEALED, nullable=True),
        sa.Column("escalation_id", BIG_ID, nullable=True),
        sa.Column("not_before", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("uncertain", sa.Integer(), server_default="0", nullable=False),
        sa.Column("leased_until", INSTANT, nullable=True),
        sa.Column("leased_by", sa.String(length=40), nullable=True),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_outbox_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_leased",
        "outbox",
        ["leased_until"],
        sqlite_where=sa.text("state = 'leased'"),
        postgresql_where=sa.text("state = 'leased'"),
    )
    op.create_index("ix_outbox_patient", "outbox", ["patient_id"])
    op.create_index(
        "ix_outbox_queued",
        "outbox",
        ["priority", "not_before", "id"],
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_table(
        "plans",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("capsules", SEALED, nullable=False),
        sa.Column("times_per_day", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=200), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_plans_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_plans"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plans_patient", "plans", ["patient_id", "effective_from"])
    op.create_table(
        "programme_choices",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("choice", SEALED, nullable=False),
        sa.Column("chosen_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["patients.id"],
            name="fk_programme_choices_patient_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_choices"),
        sa.UniqueConstraint("patient_id", name="uq_programme_choices_patient_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "safety_plans",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("plan", SEALED, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_safety_plans_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_safety_plans"),
        sa.UniqueConstraint("patient_id", name="uq_safety_plans_patient_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stock_counts",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("capsules", SEALED, nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("counted_at", INSTANT, nullable=False),
        sa.Column("lead_days", sa.Integer(), nullable=True),
        sa.Column("ordered_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_stock_counts_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_stock_counts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stock_counts_patient", "stock_counts", ["patient_id", "counted_at"])
    op.create_table(
        "symptom_reports",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("tier", sa.String(length=1), nullable=False),
        sa.Column("report", SEALED, nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["patients.id"],
            name="fk_symptom_reports_patient_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_symptom_reports"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_symptom_reports_patient", "symptom_reports", ["patient_id", "at"])
    op.create_table(
        "trusted_people",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("trusted_id", BIG_ID, nullable=True),
        sa.Column("shown_name", SEALED, nullable=True),
        sa.Column("link_hash", sa.String(length=64), nullable=True),
        sa.Column("link_expires_at", INSTANT, nullable=True),
        sa.Column("named_at", INSTANT, nullable=False),
        sa.Column("agreed_at", INSTANT, nullable=True),
        sa.Column("level", sa.String(length=8), server_default="nothing", nullable=False),
        sa.Column("asked_level", sa.String(length=8), nullable=True),
        sa.Column("next_line_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_trusted_people_patient_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["trusted_id"], ["patients.id"], name="fk_trusted_people_trusted_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_trusted_people"),
        sa.UniqueConstraint("link_hash", name="uq_trusted_people_link_hash"),
        sa.UniqueConstraint("patient_id", name="uq_trusted_people_patient_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_trusted_people_line",
        "trusted_people",
        ["next_line_at"],
        sqlite_where=sa.text("next_line_at IS NOT NULL"),
        postgresql_where=sa.text("next_line_at IS NOT NULL"),
    )
    op.create_index("ix_trusted_people_trusted", "trusted_people", ["trusted_id"])
    op.create_table(
        "case_timers",
        sa.Column("escalation_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["escalation_id"],
            ["escalations.id"],
            name="fk_case_timers_escalation_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("escalation_id", "kind", name="pk_case_timers"),
    )
    op.create_index("ix_case_timers_due", "case_timers", ["due_at"])
    op.create_table(
        "escalation_events",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("escalation_id", BIG_ID, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["escalation_id"],
            ["escalations.id"],
            name="fk_escalation_events_escalation_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_escalation_events"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_escalation_events_case", "escalation_events", ["escalation_id"])
    op.create_table(
        "event_outcomes",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("event_id", BIG_ID, nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("moved_to", sa.Date(), nullable=True),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["dated_events.id"], name="fk_event_outcomes_event_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_event_outcomes_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_event_outcomes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_outcomes_event", "event_outcomes", ["event_id"])
    op.create_index("ix_event_outcomes_patient", "event_outcomes", ["patient_id", "on_date"])
    op.create_table(
        "routines",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("rule", sa.String(length=200), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("local_times", sa.String(length=200), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("meal_times", sa.String(length=1000), nullable=True),
        sa.Column("later", sa.String(length=1000), nullable=True),
        sa.Column("event_id", BIG_ID, nullable=True),
        sa.Column("leads", sa.String(length=40), nullable=True),
        sa.Column("next_local_date", sa.Date(), nullable=True),
        sa.Column("next_slot", sa.Integer(), nullable=True),
        sa.Column("next_due_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["dated_events.id"], name="fk_routines_event_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_routines_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_routines"),
        sa.UniqueConstraint("event_id", name="uq_routines_event_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_routines_due",
        "routines",
        ["next_due_at"],
        sqlite_where=sa.text("next_due_at IS NOT NULL"),
        postgresql_where=sa.text("next_due_at IS NOT NULL"),
    )
    op.create_index("ix_routines_patient", "routines", ["patient_id"])
    op.create_index(
        "uq_routines_kind",
        "routines",
        ["patient_id", "kind"],
        unique=True,
        sqlite_where=sa.text("event_id IS NULL"),
        postgresql_where=sa.text("event_id IS NULL"),
    )
    op.create_table(
        "occurrences",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("routine_id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("routine_version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=True),
        sa.Column("asked", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_step", sa.String(length=8), nullable=True),
        sa.Column("next_step_at", INSTANT, nullable=True),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_occurrences_patient_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["routine_id"], ["routines.id"], name="fk_occurrences_routine_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_occurrences"),
        sa.UniqueConstraint(
            "routine_id", "local_date", "slot", name="uq_occurrences_routine_id_local_date_slot"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_occurrences_day", "occurrences", ["patient_id", "local_date"])
    op.create_index(
        "ix_occurrences_step",
        "occurrences",
        ["next_step_at"],
        sqlite_where=sa.text("next_step_at IS NOT NULL"),
        postgresql_where=sa.text("next_step_at IS NOT NULL"),
    )
    op.create_table(
        "corrections",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("patient_id", BIG_ID, nullable=False),
        sa.Column("occurrence_id", BIG_ID, nullable=False),
        sa.Column("was", sa.String(length=20), nullable=True),
        sa.Column("was_reason", sa.String(length=24), nullable=True),
        sa.Column("became", sa.String(length=20), nullable=False),
        sa.Column("became_reason", sa.String(length=24), nullable=True),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["occurrences.id"],
            name="fk_corrections_occurrence_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name="fk_corrections_patient_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_occurrence", "corrections", ["occurrence_id"])
    op.create_index("ix_corrections_patient", "corrections", ["patient_id", "recorded_at"])
    op.create_table(
        "outbox_items",
        sa.Column("outbox_id", BIG_ID, nullable=False),
        sa.Column("occurrence_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["occurrences.id"],
            name="fk_outbox_items_occurrence_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["outbox_id"], ["outbox.id"], name="fk_outbox_items_outbox_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("outbox_id", "occurrence_id", name="pk_outbox_items"),
    )
    op.create_index("ix_outbox_items_occurrence", "outbox_items", ["occurrence_id"])


def downgrade() -> None:
    op.drop_table("outbox_items")
    op.drop_table("corrections")
    op.drop_table("occurrences")
    op.drop_table("routines")
    op.drop_table("event_outcomes")
    op.drop_table("escalation_events")
    op.drop_table("case_timers")
    op.drop_table("trusted_people")
    op.drop_table("symptom_reports")
    op.drop_table("stock_counts")
    op.drop_table("safety_plans")
    op.drop_table("programme_choices")
    op.drop_table("plans")
    op.drop_table("outbox")
    op.drop_table("notes")
    op.drop_table("escalations")
    op.drop_table("dated_events")
    op.drop_table("daily_moods")
    op.drop_table("conversations")
    op.drop_table("consents")
    op.drop_table("checkins")
    op.drop_table("patients")
    op.drop_table("broadcasts")
    op.drop_table("leases")
    op.drop_table("inbox")
    op.drop_table("facts")
    op.drop_table("counters")
    op.drop_table("clinics")
