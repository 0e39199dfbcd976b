"""What comes before every other handler: private chats only, and every text is heard.

Group -4 lets only private chats and the care team's chat pass. Group -3 looks for concerns in any
text, caption or edited message, in any state; what it raises ends the turn. Group -2 leaves
unanswered what is far too much, once it has been heard. Group -1 (`ownership`) asks whose account
this is, where there is a doubt.
"""

from __future__ import annotations

from telegram import Chat, ChatMember, Update
from telegram.ext import ApplicationHandlerStop

from bot.domain import clinic
from bot.domain.checkin_actions import CheckinAnswer
from bot.domain.message import Message
from bot.domain.outgoing import Leave
from bot.domain.patient import PatientState
from bot.domain.safety_actions import EscalationAnswer, PossibleConcernAnswer, ShowContacts
from bot.domain.safety_plan_actions import ShowSafetyPlan
from bot.domain.setup_actions import ConfirmDelete, DeleteForGood, KeepAll
from bot.domain.symptom_actions import AnswerSymptom, ChooseSymptom, StopSymptoms
from bot.domain.trusted import code_of
from bot.handlers.turn import Turn
from bot.services import care_team, concerns, escalations, notes, reachability, safety_plan
from bot.services.concerns import Nothing, Raised, Unsure
from bot.storage import conversations
from bot.tg.callback_codec import decode

ANSWERED_IN_A_RUSH = (
    EscalationAnswer,
    ShowContacts,
    PossibleConcernAnswer,
    CheckinAnswer,
    AnswerSymptom,
    ChooseSymptom,
    StopSymptoms,
    ShowSafetyPlan,
    ConfirmDelete,
    DeleteForGood,
    KeepAll,
)
COMMANDS_IN_A_RUSH = {"/sos", "/doctor", "/delete"}

# Four times what Telegram lets a person write; a longer text would keep everybody else waiting.
LONGEST_HEARD = 4 * 4096

_GONE = {ChatMember.LEFT, ChatMember.BANNED}


async def private_only(update: Update, turn: Turn) -> None:
    """Explain and leave any group; note blocks and unblocks; greet back whoever returns."""
    if update.inline_query is not None:
        return  # typed in some other chat: what is offered there is `handlers/inline.py`
    chat = update.effective_chat
    if update.my_chat_member is not None and chat is not None and chat.type == Chat.PRIVATE:
        await _membership(update, turn)
        raise ApplicationHandlerStop
    if chat is None or chat.type == Chat.CHANNEL:
        raise ApplicationHandlerStop
    if chat.type != Chat.PRIVATE:
        if await care_team.is_team_chat(turn.tx, turn.desk, chat.id):
            return
        joined = update.my_chat_member
        if joined is not None and joined.new_chat_member.status in _GONE:
            raise ApplicationHandlerStop
        say = turn.desk.team_say
        await turn.reply(Message(say("group-goodbye")))
        await turn.reply(Leave())
        raise ApplicationHandlerStop
    if turn.patient.doubted_at is not None:
        return  # nothing is shown to somebody who may be somebody else: `ownership.ask_first`
    if turn.patient.state is PatientState.UNREACHABLE:
        await reachability.back_again(turn.tx, turn.patient, turn.now)
        await turn.refresh()
    await escalations.seen(turn.tx, turn.patient, turn.now)


async def hear(update: Update, turn: Turn) -> None:
    """Concern detection, before anything else reads the text."""
    message = update.effective_message
    if update.callback_query is not None or message is None or turn.work.patient is None:
        return
    if await care_team.is_team_chat(turn.tx, turn.desk, turn.work.chat_id):
        return
    if message.via_bot is not None and message.via_bot.id == turn.bot.id:
        raise ApplicationHandlerStop  # one of our own answers, chosen from an inline list
    if code_of(message.text or "") or clinic.code_of(message.text or ""):
        return  # Telegram wrote this, from a link that we have made
    text = without_command(message.text or message.caption or "")[:LONGEST_HEARD]
    if not text.strip():
        return
    rush = turn.work.rush is not None
    match await concerns.hear(
        turn.tx, turn.desk, turn.patient, text, turn.source, turn.now, rush=rush
    ):
        case Raised():
            raise ApplicationHandlerStop
        case Unsure(question, key):
            await turn.reply(question, key=key)
            await _set_note_aside(turn, message.text or "", text)
            raise ApplicationHandlerStop
        case Nothing():
            return


async def in_a_rush(update: Update, turn: Turn) -> None:
    """Far too much from one chat: it has been heard, and is not answered. Said once."""
    rush, patient = turn.work.rush, turn.work.patient
    if rush is None or await care_team.is_team_chat(turn.tx, turn.desk, turn.work.chat_id):
        return
    if not rush.far_over and _keeps_safe(update):
        return
    if patient is not None and update.inline_query is None:
        words = Message(turn.say(f"rush-{rush.kind}"))
        await turn.reply(words, key=f"rush:{patient.id}:{rush.window}")
    raise ApplicationHandlerStop


def _keeps_safe(update: Update) -> bool:
    """What is answered in a rush, too: the way to help, answers about danger, and leaving."""
    query, message = update.callback_query, update.message
    if query is not None:
        return isinstance(decode(query.data), ANSWERED_IN_A_RUSH)
    words = (message.text or "").split(maxsplit=1) if message is not None else []
    return bool(words) and words[0].partition("@")[0].lower() in COMMANDS_IN_A_RUSH


async def _set_note_aside(turn: Turn, said: str, words: str) -> None:
    """What she wanted to note, or to have in her plan, must not get lost because a question comes
    first."""
    going = await conversations.load(turn.tx, turn.patient.id)
    if going is not None and going.flow == safety_plan.FLOW:
        await safety_plan.set_aside(turn.tx, turn.patient, going, words, turn.now)
        return
    asked = going is not None and going.flow == notes.FLOW
    if said.partition(" ")[0].partition("@")[0].lower() == "/note" or asked:
        await notes.set_aside(turn.tx, turn.patient, words, turn.now)


def without_command(text: str) -> str:
    """The words behind a leading command; all of them when there is none."""
    if not text.startswith("/"):
        return text
    _, _, rest = text.partition(" ")
    return rest


async def _membership(update: Update, turn: Turn) -> None:
    changed = update.my_chat_member
    assert changed is not None
    if changed.new_chat_member.status in _GONE:
        await reachability.lost(turn.tx, turn.patient, turn.now)
    else:
        await reachability.back_again(turn.tx, turn.patient, turn.now)
