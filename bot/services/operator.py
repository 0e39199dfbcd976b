"""What whoever runs the bot is told in a chat: about the program, never about a patient."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.message import Message
from bot.domain.priority import SendClass
from bot.domain.watchdog import Told, Verdict, judged
from bot.services.desk import Desk
from bot.services.replies import reply
from bot.storage import facts, vitals
from bot.storage.store import Tx
from bot.storage.vitals import Undelivered
from bot.views.times import day_text

TOLD = "operator_told"  # of urgent messages that wait
WORTH_AN_HOUR = timedelta(hours=1)


async def content_refused(tx: Tx, desk: Desk, problems: str, now: datetime) -> bool:
    """Queue why new content was not taken. False when no operator's chat is set."""
    text = desk.team_say("operator-content-refused", problems=problems)
    key = f"content-refused:{now.timestamp()}"
    return await _tell(tx, desk, text, key, now, SendClass.BROADCAST)


async def watch_urgent(tx: Tx, desk: Desk, now: datetime) -> bool:
    """Tell when urgent messages have waited for too long, and when all have left. True when
    something was queued."""
    if desk.choices.operator_chat_id is None:
        return False
    patience = timedelta(minutes=desk.choices.operator_alert_minutes)
    waiting = await vitals.undelivered(tx, owed_before=now - patience)
    count, told = sum(each.count for each in waiting), await _told(tx)
    match judged(told, count, now):
        case Verdict.TROUBLE:
            await facts.write(tx, TOLD, {"count": count, "at": now.isoformat()})
            text = _trouble(desk, waiting)
            # What is said when Telegram is back is no news any more.
            return await _tell(
                tx, desk, text, f"undelivered:{now.timestamp()}", now, for_the_hour=True
            )
        case Verdict.OVER:
            await facts.forget(tx, TOLD)
            text = desk.team_say("operator-delivered")
            return await _tell(
                tx, desk, text, f"delivered:{now.timestamp()}", now, for_the_hour=True
            )
        case Verdict.NOTHING:
            if told is not None and count < told.count:  # so that the next one counts as more
                await facts.write(tx, TOLD, {"count": count, "at": told.at.isoformat()})
            return False


async def was_away(
    tx: Tx, desk: Desk, since: datetime | None, now: datetime, patients_told: int
) -> bool:
    """Tell from when to when the bot was down, if it was for longer than the operator's patience.
    `since`: when it was last known to run; None: never."""
    patience = timedelta(minutes=desk.choices.operator_alert_minutes)
    if since is None or now - since < patience:
        return False
    zone = desk.choices.care_team_time_zone
    text = desk.team_say(
        "operator-was-away",
        start=_moment(desk, since, zone),
        end=_moment(desk, now, zone),
        zone=zone,
        count=patients_told,
    )
    return await _tell(tx, desk, text, f"away:{since.isoformat()}", now)


def _trouble(desk: Desk, waiting: Sequence[Undelivered]) -> str:
    reasons: dict[str, int] = {}
    for each in waiting:
        reason = each.reason or desk.team_say.plain("operator-not-tried")
        reasons[reason] = reasons.get(reason, 0) + each.count
    return desk.team_say(
        "operator-undelivered",
        count=sum(reasons.values()),
        minutes=desk.choices.operator_alert_minutes,
        team=sum(each.count for each in waiting if each.send_class is SendClass.CARE_TEAM),
        reasons=", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items())),
    )


def _moment(desk: Desk, at: datetime, zone: str) -> str:
    local = at.astimezone(ZoneInfo(zone))
    return f"{day_text(desk.team_say.language, local.date())}, {local:%H:%M}"


async def _told(tx: Tx) -> Told | None:
    value = await facts.read(tx, TOLD)
    return Told(value["count"], datetime.fromisoformat(value["at"])) if value else None


async def _tell(
    tx: Tx,
    desk: Desk,
    text: str,
    key: str,
    now: datetime,
    send_class: SendClass = SendClass.REPLY,
    *,
    for_the_hour: bool = False,
) -> bool:
    chat_id = desk.choices.operator_chat_id
    if chat_id is None:
        return False
    expires_at = now + WORTH_AN_HOUR if for_the_hour else None
    await reply(
        tx, chat_id, Message(text), now, key=key, send_class=send_class, expires_at=expires_at
    )
    return True
