"""/start and the onboarding."""

from __future__ import annotations

from telegram import Update

from bot.domain import clinic
from bot.domain.message import Message
from bot.domain.patient import PatientState
from bot.domain.routine_kind import RoutineKind
from bot.domain.setup_actions import Setup, SetupBack, SetupResume
from bot.domain.trusted import code_of
from bot.handlers import clinics, crisis, faq, trusted
from bot.handlers.gate import without_command
from bot.handlers.presses import pressed
from bot.handlers.turn import Turn
from bot.services import onboarding, routine_settings
from bot.services.onboarding import AllSet, Asked, Progress, TooYoung
from bot.services.setup_answers import Step
from bot.storage import conversations, routines
from bot.views import onboarding as view
from bot.views.inline import QUESTIONS, SOS

_DOORS = {SOS: crisis.sos, QUESTIONS: faq.menu_below}
WORDS_OF_A_QUESTION = 4  # fewer are a try at the step itself


async def start(update: Update, turn: Turn) -> None:
    """Begin, go on with what was left, or say that all is set. Doors of inline answers come here
    with a word: what they promised comes first."""
    opened = (
        without_command(update.effective_message.text or "") if update.effective_message else ""
    )
    if (door := _DOORS.get(opened.strip())) is not None:
        await door(update, turn)
        return
    message = update.effective_message
    if message is not None and (code := code_of(message.text or "")) is not None:
        await trusted.opened(turn, code)
        return
    if message is not None and (code := clinic.code_of(message.text or "")) is not None:
        await clinics.opened(turn, code)
        return
    going = await conversations.load(turn.tx, turn.patient.id)
    if going is not None and going.flow == onboarding.FLOW:
        await turn.reply(view.resume(turn.say))
    elif turn.patient.state is PatientState.ACTIVE:
        await turn.reply(view.already(turn.say))
    else:
        asked = await onboarding.begin(turn.tx, turn.desk, turn.patient, turn.now)
        await turn.reply(_question(turn, asked))


@pressed(SetupResume)
async def go_on(turn: Turn, action: SetupResume) -> None:
    going = await conversations.load(turn.tx, turn.patient.id)
    if action.again or going is None or going.flow != onboarding.FLOW:
        asked = await onboarding.begin(turn.tx, turn.desk, turn.patient, turn.now)
    else:
        asked = await onboarding.resume(turn.tx, turn.desk, turn.patient, going, turn.now)
    await turn.show(_question(turn, asked))


@pressed(Setup)
async def chosen(turn: Turn, action: Setup) -> None:
    going = await conversations.load(turn.tx, turn.patient.id)
    if going is None or going.flow != onboarding.FLOW or action.step not in set(Step):
        await turn.reply(Message(turn.say("stale-button")))
        return
    progress = await onboarding.choose(
        turn.tx, turn.desk, turn.patient, going, action.step, action.value, turn.now
    )
    await _go_on(turn, progress, edit=True, zone_was_open=going.step == Step.ZONE)


@pressed(SetupBack)
async def back(turn: Turn, action: SetupBack) -> None:
    going = await conversations.load(turn.tx, turn.patient.id)
    if going is None or going.flow != onboarding.FLOW:
        await turn.reply(Message(turn.say("stale-button")))
        return
    asked = await onboarding.back(turn.tx, turn.desk, turn.patient, going, action.step, turn.now)
    await turn.show(_question(turn, asked))


async def typed(turn: Turn, going: conversations.Conversation, text: str) -> None:
    """A typed answer to the open step."""
    progress = await onboarding.typed(turn.tx, turn.desk, turn.patient, going, text, turn.now)
    if (
        isinstance(progress, Asked)
        and progress.problem
        and len(text.split()) >= WORDS_OF_A_QUESTION
    ):
        await faq.answer_if_known(turn, text)  # a question is answered first, then the step again
    await _go_on(turn, progress, edit=False, zone_was_open=going.step == Step.ZONE)


async def located(
    turn: Turn, going: conversations.Conversation, latitude: float, longitude: float
) -> None:
    progress = await onboarding.located(
        turn.tx, turn.desk, turn.patient, going, latitude, longitude, turn.now
    )
    await _go_on(turn, progress, edit=False, zone_was_open=True)


async def _go_on(turn: Turn, progress: Progress, *, edit: bool, zone_was_open: bool) -> None:
    await turn.refresh()
    match progress:
        case Asked() as asked:
            zone = asked.data.get("zone")
            if zone_was_open and asked.step is not Step.ZONE and zone:
                await turn.reply(view.location_taken(turn.say, zone, turn.now))
                edit = False  # the question belongs below what was just noted
            message = _question(turn, asked)
            await (turn.show(message) if edit else turn.reply(message))
            if asked.step is Step.ZONE and not zone_was_open:
                await turn.reply(view.ask_location(turn.say))
        case TooYoung(teen):
            await turn.show(view.refused(turn.say, teen=teen))
        case AllSet(patient, mood):
            dues = [
                each.next.due_at
                for each in await routines.of_patient(turn.tx, patient.id)
                if each.next is not None
            ]
            first = min(dues, default=None)
            await turn.show(view.all_set(turn.say, patient, mood=mood, first=first))


def _question(turn: Turn, asked: Asked) -> Message:
    return view.question(
        turn.say,
        view.Question(
            step=asked.step,
            number=asked.number,
            of=asked.of,
            data=asked.data,
            offered=tuple(RoutineKind(kind) for kind in routine_settings.OFFERED),
            languages=tuple(turn.desk.messages.languages),
            operator=turn.desk.choices.operator_name,
            problem=asked.problem,
            places=tuple(view.Place(offer.value, offer.name) for offer in asked.offers),
        ),
    )
