"""/symptoms, in words or by buttons."""

from __future__ import annotations

from telegram import Update

from bot.domain.message import Message
from bot.domain.symptom_actions import AnswerSymptom, ChooseSymptom, StartSymptoms, StopSymptoms
from bot.handlers.gate import without_command
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import symptom_checks
from bot.services.symptom_checks import Asking, Ended, Progress
from bot.views import symptoms as view


async def symptoms(update: Update, turn: Turn) -> None:
    """Works without an account: something may be wrong right now."""
    message = update.effective_message
    words = without_command(message.text or "") if message is not None else ""
    progress = await symptom_checks.begin(
        turn.tx, turn.desk, turn.patient, turn.now, words=words.strip() or None
    )
    await show(turn, progress)


@pressed(StartSymptoms)
async def start(turn: Turn, action: StartSymptoms) -> None:
    await symptom_checks.weekly_answered(turn.tx, turn.patient, turn.now)
    progress = await symptom_checks.begin(
        turn.tx, turn.desk, turn.patient, turn.now, area=action.area
    )
    await show(turn, progress)


@pressed(AnswerSymptom)
async def answer(turn: Turn, action: AnswerSymptom) -> None:
    progress = await symptom_checks.answer(
        turn.tx, turn.desk, turn.patient, action.check_id, action.question, action.answer, turn.now
    )
    await show(turn, progress, edit=True)


@pressed(ChooseSymptom)
async def choose(turn: Turn, action: ChooseSymptom) -> None:
    progress = await symptom_checks.choose(
        turn.tx, turn.desk, turn.patient, action.check_id, action.question, action.choice, turn.now
    )
    await show(turn, progress, edit=True)


@pressed(StopSymptoms)
async def stop(turn: Turn, action: StopSymptoms) -> None:
    progress = await symptom_checks.stop(
        turn.tx, turn.desk, turn.patient, action.check_id, turn.now
    )
    await show(turn, progress, edit=True)


async def show(turn: Turn, progress: Progress, *, edit: bool = False) -> None:
    """The next question, or what to do. N and E have been queued by the service before this."""
    say, store = turn.say, turn.desk.symptoms_for(turn.patient)
    match progress:
        case Asking(check_id, question, understood):
            message = view.symptom_question(say, question, check_id)
            if understood:
                heard = view.understood(say, store, understood)
                message = Message(f"{heard}\n\n{message.html}", message.rows)
            await (turn.show(message) if edit else turn.reply(message))
        case Ended(result, _):
            if result.tier.escalates:
                ended = Message(say("symptom-urgent"))
            else:
                ended = view.symptom_outcome(say, store, result)
            await (turn.show(ended) if edit else turn.reply(ended))
        case _:
            await turn.reply(Message(say("stale-button")))
