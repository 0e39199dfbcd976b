"""The patient's own plan for hard days, in her words."""

from __future__ import annotations

from bot.catalog.messages import Safe, Say
from bot.domain.message import Button, Message, Rows
from bot.domain.safety_plan import LONGEST_PART, PlanPart, SafetyPlan
from bot.domain.safety_plan_actions import (
    DeletePlan,
    ShowSafetyPlan,
    SkipPlanPart,
    WritePlanPart,
)


def words(say: Say, plan: SafetyPlan) -> Safe:
    """One line for each part that was written."""
    lines = [
        say("plan-line", part=say(f"plan-part-{part}"), text=plan.parts[part])
        for part in PlanPart
        if part in plan.parts
    ]
    return Safe("\n".join(lines))


def shown(say: Say, plan: SafetyPlan | None, *, may_write: bool, saved: bool = False) -> Message:
    """The plan with what can be done about it; in hard times it is only shown."""
    if plan is None or plan.empty:
        if not may_write:
            return Message(say("plan-none"))
        write = Button(say.plain("plan-button-write"), WritePlanPart(PlanPart.WARNING, on=True))
        return Message(say("plan-about"), ((write,),))
    parts: list[str] = [say("plan-saved")] if saved else []
    parts.append(f"{say('plan-title')}\n{words(say, plan)}")
    if not may_write:
        parts.append(say("plan-only-shown"))
        return Message("\n\n".join(parts))
    changes = [
        Button(
            say.plain("plan-button-change", part=say(f"plan-part-{part}")),
            WritePlanPart(part, on=False),
        )
        for part in PlanPart
    ]
    delete = Button(say.plain("plan-button-delete"), DeletePlan(sure=False))
    rows = (*(tuple(changes[at : at + 2]) for at in range(0, len(changes), 2)), (delete,))
    return Message("\n\n".join(parts), rows)


def ask(say: Say, part: PlanPart, now_says: str | None, *, too_long: bool = False) -> Message:
    text: list[str] = [say("plan-too-long", most=LONGEST_PART)] if too_long else []
    text.append(f"<b>{say(f'plan-part-{part}')}</b>\n{say(f'plan-ask-{part}')}")
    if now_says:
        text.append(say("plan-now", text=now_says))
    if part is PlanPart.WARNING:
        text.append(f"<i>{say('plan-ask-heard')}</i>")
    skip = Button(say.plain("common-skip"), SkipPlanPart(part))
    return Message("\n\n".join(text), ((skip,),))


def ask_delete(say: Say) -> Message:
    yes = Button(say.plain("plan-button-delete-yes"), DeletePlan(sure=True), style="danger")
    no = Button(say.plain("plan-button-delete-no"), ShowSafetyPlan())
    return Message(say("plan-delete-ask"), ((yes,), (no,)))


def row(say: Say) -> Rows:
    """The button below a message that says "get help"."""
    return ((Button(say.plain("plan-button-show"), ShowSafetyPlan()),),)
