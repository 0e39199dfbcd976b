"""Patients who go on with their lives whatever happens to the program.

They see what is on their phones and nothing else. Each act waits for its answer before the next
one, except for bursts of several at once. An answer that does not come within `PATIENCE` is left to
the judge, who has the ledger.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

from playground.telegram import Call, Group, Message, Person, Press, Telegram
from tests.soak.record import Act, Hold, Plan, Record

PATIENCE = 300.0  # real seconds: longer than the slowest start
CRY = "I want to kill myself"
DANGER = "<b>Please call your local emergency number"
TALK_TODAY = "Please talk to a person today"
HELD = "What did the doctor say about isotretinoin"
GOES_ON = "the doctor said to continue"

# What can be said at any time, and words of its answer.
SAYINGS = {
    "/help": "<b>What I can do</b>",
    "/privacy": "<b>What is kept, and why</b>",
    "/settings": "<b>Settings</b>",
    "/doctor": "<b>Your doctor</b>",
    "/cancel": "There is nothing to stop",
    "/sos": "In danger now?",
    "can I drink alcohol?": "best not to drink during treatment",
    "why are my lips dry?": "Dry, cracked lips</b>",
    "blorp zxcv": "I have no answer to that",
}

CHECK_IN = (  # what is asked, and the press that leads to "contact your doctor now"
    ("Little interest or pleasure", "Not at all"),
    ("Feeling down, depressed", "Not at all"),
    ("better off dead, or of hurting", "Several days"),
    ("have you wished you were dead", "No"),
    ("your family would be better off if you were dead", "Yes"),
    ("thoughts about killing yourself", "No"),
    ("Have you ever tried to kill yourself", "No"),
    ("killing yourself right now", "No"),
)

SET_UP = (  # the question, and its answer: a text, or a [button]
    ("I am a companion", "[I understand]"),
    ("How old are you?", "[18 or older]"),
    ("May I remind you", "[Yes, remind me]"),
    ("May I ask how you are", "[Yes, ask me]"),
    ("May I tell the care team", "[Yes, tell them]"),
    ("Where are you", "Accra"),  # UTC all year
    ("Which country are you in", "Ghana"),
    ("✓ Sunscreen", "[✓ Sunscreen]"),
    ("▫️ Sunscreen", "[✓ Lip balm]"),
    ("▫️ Lip balm", "[Continue]"),
    ("label say for one dose", "20 mg"),
    ("How many times a day", "[Twice]"),
    ("How much do you weigh", "[Skip this]"),
    ("At which two times", "TIMES"),
    ("Shall I start like this?", "[Start]"),
)


@dataclass(slots=True)
class Calm:
    """While somebody is in a check-in the clock does not jump: leaving one has its own effect."""

    busy: int = 0

    @contextmanager
    def __call__(self) -> Iterator[None]:
        self.busy += 1
        try:
            yield
        finally:
            self.busy -= 1


def words_of(call: Call) -> str:
    """Everything readable of a call: text, labels and what the buttons mean."""
    keyboard = call.params.get("reply_markup")
    shown = json.dumps(json.loads(keyboard), ensure_ascii=False) if keyboard else ""
    return f"{call.params.get('text', '')} {shown}"


def accepted(call: Call) -> bool:
    return call.outcome in ("accepted", "accepted_unheard")


class Voice:
    """One chat's side of the conversation, and the record of it."""

    def __init__(self, telegram: Telegram, record: Record, chat_id: int) -> None:
        self.telegram = telegram
        self.record = record
        self.chat_id = chat_id
        self._taken: set[int] = set()  # calls that were the answer to something

    def did(self, kind: str, answer: str, pressed: int | None = None) -> Act:
        """Note what has just been done."""
        said = self.telegram.ledger.said[-1]
        assert said.update_id is not None
        act = Act(self.chat_id, said.update_id, kind, answer, said.mono, said.at, pressed)
        self.record.acts.append(act)
        return act

    async def hears(self, act: Act) -> Call | None:
        """The answer to an act; None when it does not come."""
        calls = self.telegram.ledger.calls
        seen = 0

        def found() -> int | None:
            nonlocal seen
            for index in range(seen, len(calls)):
                call = calls[index]
                if call.mono > act.mono and index not in self._taken and answers(call, act):
                    return index + 1
            seen = len(calls)
            return None

        try:
            index = await self.telegram.wait_until(found, PATIENCE)
        except TimeoutError:
            return None
        assert index is not None
        self._taken.add(index - 1)
        return calls[index - 1]


def answers(call: Call, act: Act) -> bool:
    """Whether Telegram accepted something that answers this act."""
    return (
        call.chat_id == act.chat_id
        and (act.pressed is None or _changes(call, act.pressed))
        and accepted(call)
        and act.answer in words_of(call)
    )


def _changes(call: Call, message_id: int) -> bool:
    return call.method.startswith("edit") and call.message_id == message_id


class Patient(Voice):
    """Somebody on two doses a day, who moisturizes, asks, answers, and is at times in danger."""

    def __init__(
        self, telegram: Telegram, record: Record, number: int, seed: int, calm: Calm
    ) -> None:
        self.person: Person = telegram.person(f"Patient {number}")
        super().__init__(telegram, record, self.person.id)
        self._random = Random(f"{seed} {number}")
        self._calm = calm
        minute = self._random.randrange(1, 59)
        self.plan = Plan(
            self.chat_id,
            (f"{self._random.randrange(8, 12):02}:{minute:02}", f"20:{minute:02}"),
            ("07:30", "21:30"),
        )
        record.plans.append(self.plan)
        self._hold: Hold | None = None
        self._checked_in = False
        self._answered: set[str] = set()

    async def live(self, closing: asyncio.Event) -> None:
        await self._set_up()
        while not closing.is_set():
            await self._choose()()
            await asyncio.sleep(self._random.uniform(0, 0.6))

    def _choose(self) -> Callable[[], Awaitable[None]]:
        chance = self._random.random()
        if self._hold is not None and chance < 0.25:
            return self._spoke_to_a_doctor
        if chance < 0.04:
            return self._cries
        if chance < 0.12 and not self._checked_in and not self.plan.holds:
            return self._checks_in
        if chance < 0.45 and self._open_reminder() is not None:
            return self._does_it
        if chance < 0.60:
            return self._says_much
        return self._says_something

    async def _says_something(self) -> None:
        await self.hears(self._say(self._random.choice(sorted(SAYINGS))))

    async def _says_much(self) -> None:
        many = self._random.sample(sorted(SAYINGS), self._random.randint(2, 4))
        for act in [self._say(text) for text in many]:
            await self.hears(act)

    def _say(self, text: str) -> Act:
        self.person.say(text)
        return self.did(text, SAYINGS[text])

    async def _cries(self) -> None:
        self.person.say(CRY)
        act = self.did("danger", DANGER)
        if self._hold is None:
            self._is_held(act)
        await self.hears(act)

    def _is_held(self, since: Act) -> None:
        self._hold = Hold(since)
        self.plan.holds.append(self._hold)

    async def _checks_in(self) -> None:
        with self._calm():
            self._checked_in = True
            self.person.say("/checkin")
            act = self.did("check-in", CHECK_IN[0][0])
            self._is_held(act)
            wanted = [question for question, _ in CHECK_IN[1:]] + [TALK_TODAY]
            for (_, label), following in zip(CHECK_IN, wanted, strict=True):
                if (asked := await self.hears(act)) is None:
                    return
                self._press(label, asked)
                act = self.did("check-in", following)
            await self.hears(act)

    async def _spoke_to_a_doctor(self) -> None:
        assert self._hold is not None
        self._press("I have spoken to a doctor")
        if (asked := await self.hears(self.did("spoken", HELD))) is None:
            return
        self._press("Continue", asked)
        act = self.did("continue", GOES_ON)
        self._hold.released = act
        if (answer := await self.hears(act)) is not None:
            self._hold.over = answer.at
            self._hold = None

    def _open_reminder(self) -> Message | None:
        """The newest reminder of something she has not answered yet."""
        for message in reversed(self.person.received[-12:]):
            data = next((b["callback_data"] for b in _done_buttons(message)), None)
            if data is not None and data not in self._answered:
                return message
        return None

    async def _does_it(self) -> None:
        message = self._open_reminder()
        assert message is not None
        button = _done_buttons(message)[0]
        self._answered.add(button["callback_data"])
        self.person.press_data(button["callback_data"], message)
        await self.hears(self.did("done", "· your routine", pressed=message.id))

    def _press(self, label: str, under: Call | None = None) -> Press:
        """The button below that very message; without one, below the newest that has it."""
        message = (
            self.person.chat.messages[under.message_id] if under and under.message_id else None
        )
        return self.person.press(label, message)

    async def _set_up(self) -> None:
        self.person.start()
        act = self.did("setup", SET_UP[0][0])
        questions = [question for question, _ in SET_UP[1:]] + ["All set."]
        for (_, reply), following in zip(SET_UP, questions, strict=True):
            asked = await self.hears(act)
            if reply.startswith("["):
                self._press(reply.strip("[]"), asked)
            else:
                self.person.say(" and ".join(self.plan.doses) if reply == "TIMES" else reply)
            act = self.did("setup", following)
        last = await self.hears(act)
        self.plan.since = last.at if last else None


def _done_buttons(message: Message) -> list[dict[str, str]]:
    rows = message.api.get("reply_markup", {}).get("inline_keyboard", [])
    return [b for row in rows for b in row if b.get("text") in ("Taken", "Done")]


class CareTeam(Voice):
    """A group in which somebody acknowledges cases, sooner or later."""

    def __init__(self, telegram: Telegram, record: Record, group: Group, seed: int) -> None:
        super().__init__(telegram, record, group.id)
        self._group = group
        self._nurse = telegram.person("Nurse")
        self._random = Random(f"{seed} nurse")
        group.add_bot(self._nurse)
        self._acknowledged: set[str] = set()

    async def work(self, closing: asyncio.Event) -> None:
        while not closing.is_set():
            await asyncio.sleep(self._random.uniform(0.2, 1.5))
            for message in self._group.received:
                for label in message.labels:
                    if label.startswith("Acknowledge case") and label not in self._acknowledged:
                        self._acknowledged.add(label)
                        self._nurse.press(label, message, self._group.chat)
                        number = label.rsplit(" ", 1)[1]
                        await self.hears(self.did("acknowledge", f"Case {number} is yours now"))


def monotonic() -> float:
    """The ledger's clock."""
    return time.perf_counter()
