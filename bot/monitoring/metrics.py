"""Every metric, by name, and how its numbers are read off what was measured.

Numbers only: no name, no chat, no country of a patient, no text. docs/operations.md explains each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.priority import Priority
from bot.monitoring.counts import Counts
from bot.monitoring.exposition import Metric, Sample, exposed
from bot.storage.vitals import Vitals

_PREFIX = "isocompanion_"


def _metric(name: str, kind: str, text: str) -> Metric:
    return Metric(_PREFIX + name, kind, text)


INFO = _metric("info", "gauge", "Always 1; the version of the program as a label.")
STARTED = _metric("start_time_seconds", "gauge", "When this process started, Unix time.")
DATABASE_UP = _metric("database_up", "gauge", "1 when the database answered this scrape.")
TICKER_AGE = _metric("ticker_age_seconds", "gauge", "Since the clockwork last looked.")
TELEGRAM_AGE = _metric("telegram_answer_age_seconds", "gauge", "Since Telegram last answered.")
IN_FLIGHT = _metric("sends_in_flight", "gauge", "Sends that this process has under way.")
REPLICAS = _metric("replicas", "gauge", "Replicas on record (PostgreSQL), or 0 on SQLite.")
LATENESS = _metric(
    "reminder_lateness_seconds", "histogram", "From the due time of a reminder to its delivery."
)
SENT = _metric("messages_sent_total", "counter", "Messages that Telegram took, by class.")
ERRORS = _metric("send_errors_total", "counter", "Sends that failed or may have, by reason.")
GIVEN_UP = _metric("updates_given_up_total", "counter", "Updates that failed for good: bugs.")
QUEUED = _metric("outbox_queued", "gauge", "Messages that wait, by priority.")
DUE = _metric("outbox_due", "gauge", "Of these, what may leave now.")
OLDEST_DUE = _metric(
    "outbox_oldest_due_seconds", "gauge", "How long the first of these has waited."
)
CASES = _metric("cases_open", "gauge", "Open cases, by tier.")
UNACKNOWLEDGED = _metric(
    "cases_unacknowledged", "gauge", "Open cases that neither the patient nor the team answered."
)
UNDELIVERED = _metric(
    "escalations_undelivered", "gauge", "Urgent messages that Telegram has not taken, by reason."
)
UNDELIVERED_AGE = _metric(
    "escalations_undelivered_oldest_seconds", "gauge", "How long the first of them is owed."
)
INBOX = _metric("inbox_open", "gauge", "Updates that have no effect yet.")
INBOX_AGE = _metric("inbox_oldest_seconds", "gauge", "How long the first of them has waited.")
CONTACTS_STALE = _metric(
    "contacts_stale", "gauge", "Numbers that are not shown: never verified, or too long ago."
)
CONTACTS_DARK = _metric(
    "contacts_countries_dark", "gauge", "Countries for which no crisis line can be shown."
)

METRICS: tuple[Metric, ...] = tuple(each for each in vars().values() if isinstance(each, Metric))


@dataclass(frozen=True, slots=True)
class Process:
    """What this process knows of itself. Ages in seconds; None: never."""

    version: str
    started_at: float
    ticker_age: float
    telegram_age: float | None
    in_flight: int
    contacts_stale: int
    countries_dark: int


def page(process: Process, counts: Counts, vitals: Vitals | None, now: datetime) -> str:
    """The whole of `/metrics`; without `vitals` what the process alone knows."""
    measured = [*_of_process(process, counts, vitals is not None)]
    if vitals is not None:
        measured += _of_database(vitals, now)
    return exposed(measured)


def _of_process(
    process: Process, counts: Counts, database_up: bool
) -> Iterable[tuple[Metric, Sequence[Sample]]]:
    yield INFO, [Sample(1, {"version": process.version})]
    yield STARTED, [Sample(process.started_at)]
    yield DATABASE_UP, [Sample(int(database_up))]
    yield TICKER_AGE, [Sample(process.ticker_age)]
    if process.telegram_age is not None:
        yield TELEGRAM_AGE, [Sample(process.telegram_age)]
    yield IN_FLIGHT, [Sample(process.in_flight)]
    yield LATENESS, counts.lateness.samples()
    yield SENT, [Sample(n, {"class": name}) for name, n in sorted(counts.sent.items())]
    errors = sorted(counts.errors.items())
    yield ERRORS, [Sample(n, {"result": kind, "reason": why}) for (kind, why), n in errors]
    yield GIVEN_UP, [Sample(counts.given_up)]
    yield CONTACTS_STALE, [Sample(process.contacts_stale)]
    yield CONTACTS_DARK, [Sample(process.countries_dark)]


def _of_database(vitals: Vitals, now: datetime) -> Iterable[tuple[Metric, Sequence[Sample]]]:
    def age(at: datetime | None) -> float:
        return 0.0 if at is None else max(0.0, (now - at).total_seconds())

    def named(priority: Priority) -> dict[str, str]:
        return {"priority": priority.name.lower()}

    queues = vitals.queues.items()
    yield QUEUED, [Sample(queue.waiting, named(each)) for each, queue in queues]
    yield DUE, [Sample(queue.due, named(each)) for each, queue in queues]
    yield OLDEST_DUE, [Sample(age(queue.oldest_due_at), named(each)) for each, queue in queues]
    cases = sorted(vitals.cases.items())
    yield CASES, [Sample(each.open, {"tier": tier}) for tier, each in cases]
    yield UNACKNOWLEDGED, [Sample(sum(each.unacknowledged for _, each in cases))]
    owed = vitals.undelivered
    yield (
        UNDELIVERED,
        [
            Sample(each.count, {"class": str(each.send_class), "reason": each.reason or "waiting"})
            for each in owed
        ],
    )
    yield UNDELIVERED_AGE, [Sample(max((age(each.since) for each in owed), default=0.0))]
    yield INBOX, [Sample(vitals.inbox_open)]
    yield INBOX_AGE, [Sample(age(vitals.inbox_oldest_at))]
    yield REPLICAS, [Sample(vitals.replicas)]
