"""A conversation as a journey test: what people did, when, and what they saw because of it.

Read off the ledger of the simulated Telegram, which knows nothing of the bot. Numbers in the bot's
words (times of day, case numbers) are left out of what the test looks for.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from playground.telegram.core import Telegram
from playground.telegram.ledger import Call, Said
from playground.telegram.model import Message
from playground.telegram.people import Person

SHOWS = ("sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup", "editMessage")
ANSWER_WITHIN = timedelta(seconds=10)  # what comes so soon after an act is its answer
LEFT_BEHIND = timedelta(minutes=5)  # so far the test's clock may be behind when somebody acts
MOST_ALONE = 6  # messages that come by themselves in a row and are all looked for
LONGEST = 60
LINES, FEW_LETTERS = 4, 6
DAY = timedelta(days=1)
# Numbers differ from run to run, and so do invisible marks at their edges.
_VARIES = re.compile(r"[\d\u2066-\u2069\u200e\u200f\n]+")
_CASE = re.compile(r"(?<=case )\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw: the text of one message, new or changed."""

    at: datetime
    mono: float
    chat_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the test. `demo`: made by `demo_patient`; `team`: the care team's chat."""

    people: Sequence[Person]
    zone: str
    began: datetime
    demo: int | None = None
    team: int | None = None
    disturbed: bool = False


def as_test(telegram: Telegram, cast: Cast) -> str:
    """Python that runs as it is in a file of `tests/journeys`."""
    events = _events(telegram, {person.id for person in cast.people})
    starts = [each.at for each in events if isinstance(each, Said)][:1] or [telegram.now()]
    began = cast.began if cast.demo in {person.id for person in cast.people} else starts[0]
    began = _minute(began)
    writer = _Writer(telegram, cast, began)
    for position, event in enumerate(events):
        if isinstance(event, Said):
            writer.acts(event)
        elif not _is_one_of_many(events, position):
            writer.sees(event)
    return _header(cast, writer.names, began) + "\n".join(f"    {line}" for line in writer.lines)


def _events(telegram: Telegram, chats: set[int]) -> list[Said | Seen]:
    said = [each for each in telegram.ledger.said if each.chat_id in chats]
    shown: dict[int, int] = {}
    seen: list[Seen] = []
    for call in telegram.ledger.calls:
        if call.chat_id in chats and _shows(call):
            message = telegram.chats[call.chat_id].messages[call.message_id or 0]
            version = shown[message.id] = shown.get(message.id, -1) + 1
            texts = _texts(message)
            text = texts[min(version, len(texts) - 1)]
            seen.append(Seen(call.at, call.mono, call.chat_id, text))
    return sorted([*said, *seen], key=lambda each: each.mono)


def _shows(call: Call) -> bool:
    heard = call.outcome in ("accepted", "accepted_unheard")
    return heard and call.message_id is not None and call.method.startswith(SHOWS)


def _texts(message: Message) -> list[str]:
    return [str(api.get("text") or api.get("caption") or "") for api in _versions(message)]


def _versions(message: Message) -> list[dict[str, object]]:
    return [*message.versions, message.api]


def _is_one_of_many(events: Sequence[Said | Seen], position: int) -> bool:
    """One of a long row that came while time was passing; the last of it is kept."""
    row = 0
    for later in events[position + 1 :]:
        if isinstance(later, Said):
            break
        row += 1
    before = 0
    for earlier in reversed(events[:position]):
        if isinstance(earlier, Said):
            break
        before += 1
    return row > 0 and row + before >= MOST_ALONE


class _Writer:
    def __init__(self, telegram: Telegram, cast: Cast, began: datetime) -> None:
        self._telegram = telegram
        self._cast = cast
        self._now = began  # the test's clock
        self._last = began  # the playground's, at the latest event
        self._unanswered = 0  # acts in a row that nothing was seen after
        self._latest: dict[int, str] = {}
        self.names = _names(cast.people)
        self.lines: list[str] = []

    def acts(self, said: Said) -> None:
        line = self._act(said)
        if line is None:
            return
        if said.at - self._now >= LEFT_BEHIND:
            self._moves_to(_minute(said.at), said.chat_id)
        self._last = said.at
        self._unanswered += 1
        self._latest.clear()
        self.lines.append(line)

    def sees(self, seen: Seen) -> None:
        if seen.at - self._last > ANSWER_WITHIN and _minute(seen.at) > self._now:
            self._moves_to(_minute(seen.at), seen.chat_id)
            self._unanswered = 0
        self._last = max(self._last, seen.at)
        words = telling(seen.text)
        if not words or self._latest.get(seen.chat_id) == words:
            return
        self._latest[seen.chat_id] = words
        line = f"await {self.names[seen.chat_id]}.sees({_quoted(words)})"
        if self._unanswered > 1 and self.lines and ".sees(" in self.lines[-1]:
            self.lines[-1] = line  # of answers to several acts only the last is fresh
        else:
            self.lines.append(line)
        if self._unanswered == 1:
            self._unanswered = 0

    def _moves_to(self, goal: datetime, chat_id: int) -> None:
        delta, self._now = goal - self._now, goal
        if timedelta(0) < delta <= DAY:
            local = goal.astimezone(ZoneInfo(self._cast.zone))
            self.lines.append(f'await {self.names[chat_id]}.waits_until("{local:%H:%M}")')
        else:
            hours, minutes = divmod(delta.seconds // 60, 60)
            parts = {"days": delta.days, "hours": hours, "minutes": minutes}
            given = ", ".join(f"{name}={value}" for name, value in parts.items() if value)
            self.lines.append(f"await bot.passes({given})")
        self._latest.clear()

    def _act(self, said: Said) -> str | None:
        who = f"await {self.names[said.chat_id]}"
        match said.kind:
            case "text" | "forward":
                return f"{who}.says({_quoted(said.text)})"
            case "edit":
                return f"{who}.edits({_quoted(said.text)})"
            case "press":
                label = self._label(said)
                return None if label is None else f"{who}.presses({_quoted(label)})"
            case "photo":
                return f"{who}.sends_photo({_quoted(said.text) if said.text else ''})"
            case "voice":
                return f"{who}.sends_voice()"
            case "sticker":
                return f"{who}.sends_sticker()"
            case "location":
                return f"{who}.shares_location({said.text})"
            case "bot member -> kicked":
                return f"{who}.blocks()"
            case "bot kicked -> member":
                return f"{who}.unblocks()"
        return f"# {self.names[said.chat_id]}: {said.kind}, which a journey cannot do"

    def _label(self, said: Said) -> str | None:
        """The words on the button, as it was when it was pressed."""
        message = self._telegram.chats[said.chat_id].messages.get(said.message_id or 0)
        if message is None:
            return None
        versions = _versions(message)
        shown = sum(
            call.message_id == message.id and call.mono < said.mono and _shows(call)
            for call in self._telegram.ledger.calls
        )
        for api in reversed(versions[: max(1, shown)]):
            markup = api.get("reply_markup")
            rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
            for row in rows:
                for button in row:
                    if button.get("callback_data") == said.text:
                        return _CASE.split(str(button["text"]))[0].strip()
        return None


def telling(text: str) -> str:
    """The longest piece without numbers of the first lines of the bot's words."""
    pieces = [
        piece.strip(" ·•:,.—–-()▫◦▪✓️")
        for line in text.split("\n")[:LINES]
        for piece in _VARIES.split(line)
    ]
    longest = max(pieces, key=len)
    if sum(letter.isalpha() for letter in longest) < FEW_LETTERS:
        return ""
    return longest if len(longest) <= LONGEST else longest[:LONGEST].rsplit(" ", 1)[0]


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in plain) + '"'


def _minute(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def _names(people: Sequence[Person]) -> dict[int, str]:
    """A variable for each, from the name where it can be one."""
    found: dict[int, str] = {}
    for person in people:
        plain = unicodedata.normalize("NFKD", person.name).encode("ascii", "ignore").decode()
        name = re.sub(r"\W+", "_", plain.lower()).strip("_")
        if not name.isidentifier() or keyword.iskeyword(name) or name == "bot":
            name = "patient"
        taken = set(found.values())
        numbered = next(
            each for n in range(1, 99) if (each := name if n == 1 else f"{name}_{n}") not in taken
        )
        found[person.id] = numbered
    return found


def _header(cast: Cast, names: dict[int, str], began: datetime) -> str:
    lines = [
        '"""Copied from the playground. Name it after what it shows; leave out what does not."""',
        "",
        "from __future__ import annotations",
        "",
        "from datetime import UTC, datetime",
        "",
    ]
    has_demo = any(person.id == cast.demo for person in cast.people)
    if has_demo:
        lines.append("from tests.journeys.demo import demo_patient")
    lines += ["from tests.journeys.fixtures import StartBot", "", ""]
    lines.append("async def test_a_conversation_from_the_playground(start_bot: StartBot) -> None:")
    if cast.disturbed:
        lines.append(
            "    # Faults were on in the playground. Here are none: no repeats, no delays."
        )
    parts = ", ".join(str(part) for part in began.timetuple()[:5])
    at = f"datetime({parts}, tzinfo=UTC)"
    team = f", care_team_chat_id={cast.team}" if cast.team else ""
    lines.append(f"    bot = await start_bot(at={at}{team})")
    if cast.team and cast.team not in names:
        lines.append(f'    bot.patient("Care team", id={cast.team}, started=True)')
    for person in cast.people:
        lines.append(f"    {names[person.id]} = {_made(cast, person)}")
    return "\n".join([*lines, ""])


def _made(cast: Cast, person: Person) -> str:
    name, zone = _quoted(person.name), f'zone="{cast.zone}"'
    if person.id == cast.demo:
        return f"await demo_patient(bot, {name}, {zone})"
    if person.id == cast.team:
        return f"bot.patient({name}, {zone}, id={person.id}, started=True)"
    language = f'language="{person.language}", ' if person.language != "en" else ""
    return f"bot.patient({name}, {language}{zone})"
