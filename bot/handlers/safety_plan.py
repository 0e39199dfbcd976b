"""/safetyplan and the buttons of the plan for hard days."""

from __future__ import annotations

from telegram import Update

from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.safety_plan import PlanPart
from bot.domain.safety_plan_actions import (
    DeletePlan,
    ShowSafetyPlan,
    SkipPlanPart,
    WritePlanPart,
)
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import safety_plan
from bot.services.safety_plan import Asked, Shown
from bot.storage.conversations import Conversation
from bot.views import safety_plan as view


async def command(update: Update, turn: Turn) -> None:
    if turn.patient.state is PatientState.ACTIVE:
        await turn.reply(_message(turn, await safety_plan.show(turn.tx, turn.patient)))
    else:
        await turn.reply(Message(turn.say("please-start")))


@pressed(ShowSafetyPlan)
async def show(turn: Turn, action: ShowSafetyPlan) -> None:
    """Below, not in the place of the message that says whom to call."""
    await turn.reply(_message(turn, await safety_plan.show(turn.tx, turn.patient)))


@pressed(WritePlanPart)
async def write(turn: Turn, action: WritePlanPart) -> None:
    if action.part not in set(PlanPart):
        await turn.reply(Message(turn.say("stale-button")))
        return
    part = PlanPart(action.part)
    outcome = await safety_plan.ask(turn.tx, turn.patient, part, turn.now, on=action.on)
    await turn.reply(_message(turn, outcome))


@pressed(SkipPlanPart)
async def skip(turn: Turn, action: SkipPlanPart) -> None:
    if action.part not in set(PlanPart):
        await turn.reply(Message(turn.say("stale-button")))
        return
    outcome = await safety_plan.skip(turn.tx, turn.patient, PlanPart(action.part), turn.now)
    await turn.show(_message(turn, outcome))


@pressed(DeletePlan)
async def delete(turn: Turn, action: DeletePlan) -> None:
    if not action.sure:
        await turn.reply(view.ask_delete(turn.say))
        return
    await safety_plan.delete(turn.tx, turn.patient)
    await turn.show(Message(turn.say("plan-deleted")))


async def typed(turn: Turn, going: Conversation, text: str) -> None:
    """The part that was asked for. Concerns have been looked for before."""
    outcome = await safety_plan.write(turn.tx, turn.patient, going, text, turn.now)
    await turn.reply(_message(turn, outcome))


async def ask_again(turn: Turn, going: Conversation) -> None:
    """After a direct question about what she wrote was answered with no: her words are kept, or,
    if there are none, the part is still open."""
    if words := going.data.get("words"):
        await typed(turn, going, words)
        return
    part = PlanPart(going.step)
    on = bool(going.data.get("on"))
    outcome = await safety_plan.ask(turn.tx, turn.patient, part, turn.now, on=on)
    await turn.reply(_message(turn, outcome))


def _message(turn: Turn, outcome: Asked | Shown) -> Message:
    match outcome:
        case Asked(part, words, too_long):
            return view.ask(turn.say, part, words, too_long=too_long)
        case Shown(plan, may_write, saved):
            return view.shown(turn.say, plan, may_write=may_write, saved=saved)
