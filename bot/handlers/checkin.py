"""/checkin and the buttons of the mood check-in."""

from __future__ import annotations

from telegram import Update

from bot.domain.checkin_actions import (
    CheckinAnswer,
    CheckinDecline,
    CheckinStart,
    DailyMood,
    PrescriberKnows,
)
from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.tier import Tier
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import checkin_invitations, checkin_records, checkins, daily_mood
from bot.services.checkins import Asking, Ended, NotToday, Over, Progress
from bot.storage import patients
from bot.views import checkin as view
from bot.views import daily_mood as daily_mood_view
from bot.views.times import clock_text, day_text


async def checkin(update: Update, turn: Turn) -> None:
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("please-start")))
        return
    await show(turn, await checkins.begin(turn.tx, turn.desk, turn.patient, turn.now))


@pressed(CheckinStart)
async def start(turn: Turn, action: CheckinStart) -> None:
    if turn.patient.state is not PatientState.ACTIVE:
        await turn.reply(Message(turn.say("please-start")))
    elif action.later:
        at = await checkin_invitations.later(turn.tx, turn.patient, turn.now)
        when = clock_text(turn.say.language, at, turn.patient.zone)
        await turn.show(Message(turn.say("mood-later", time=when)))
    else:
        progress = await checkins.begin(turn.tx, turn.desk, turn.patient, turn.now)
        await show(turn, progress)


@pressed(CheckinAnswer)
async def answer(turn: Turn, action: CheckinAnswer) -> None:
    progress = await checkins.answer(
        turn.tx,
        turn.desk,
        turn.patient,
        action.checkin_id,
        action.item_id,
        action.option,
        action.attempt,
        turn.now,
    )
    await show(turn, progress, edit=True)


@pressed(CheckinDecline)
async def decline(turn: Turn, action: CheckinDecline) -> None:
    """ "No, thanks" to questions that were left out: they may always be."""
    await checkin_records.settle_offer(turn.tx, turn.patient, "declined", turn.now)
    await turn.show(Message(turn.say("mood-declined")))


@pressed(PrescriberKnows)
async def prescriber_knows(turn: Turn, action: PrescriberKnows) -> None:
    known = turn.now if action.knows else None
    await patients.change(turn.tx, turn.patient.id, {"prescriber_knows_at": known})
    await turn.show(Message(turn.say("mood-prescriber-noted")))


@pressed(DailyMood)
async def daily_mood_tapped(turn: Turn, action: DailyMood) -> None:
    kept = action.mood in daily_mood_view.MOODS and await daily_mood.tap(
        turn.tx, turn.patient, action.mood, turn.now
    )
    if kept:
        await turn.reply(daily_mood_view.daily_reply(turn.say, action.mood))
    else:
        await turn.reply(Message(turn.say("stale-button")))


async def ask_if_prescriber_knows(turn: Turn) -> None:
    """For the baseline rule: asked where a high baseline stands, and renewed with each use."""
    if await checkin_records.has_high_baseline(turn.tx, turn.desk, turn.patient, turn.now):
        await turn.reply(view.prescriber_question(turn.say))


async def show(turn: Turn, progress: Progress, *, edit: bool = False) -> None:
    """Say what comes next. N and E have been queued by the service before this."""
    say = turn.say
    match progress:
        case Asking(checkin_id, ask, begun, unclear, stale):
            if begun is not None:
                phq = turn.desk.instruments.latest(begun.phq)
                await turn.reply(view.intro(say, begun, phq))
            if stale:
                await turn.reply(Message(say("mood-stale")))
                edit = False
            message = view.question(say, ask, checkin_id, unclear=unclear)
            await (turn.show(message) if edit and begun is None else turn.reply(message))
        case Ended(found, next_at, offer_again=offer_again, first=first):
            date = None
            if next_at is not None:
                date = day_text(say.language, next_at.astimezone(turn.patient.zone).date())
            help_ = turn.desk.help_for(turn.patient, turn.now)
            result = view.result(say, help_, found, next_date=date)
            if result is None:
                result = Message(say("mood-not-today"))
            await (turn.show(result) if edit else turn.reply(result))
            if "phq-known" in found.reasons:
                await ask_if_prescriber_knows(turn)
            elif offer_again:
                await turn.reply(view.offer_again(say))
            elif first and found.tier < Tier.WITHIN_24H:
                await turn.reply(view.first_offers(say))
        case NotToday():
            await turn.reply(Message(say("mood-not-today")))
        case Over():
            await turn.reply(Message(say("mood-over")))
