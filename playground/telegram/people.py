"""The patient's side: people who write, press and block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.telegram.entities import finish, utf16_length
from playground.telegram.incoming import ask_inline, membership, press, receive, revise
from playground.telegram.methods.files import document_object, image_size, photo_object
from playground.telegram.model import Chat, Json, Message, Press
from playground.telegram.params import Upload
from playground.telegram.pictures import BLANK_PNG

if TYPE_CHECKING:
    from playground.telegram.core import Telegram


class Person:
    """A person with a private chat with the bot. Acts are immediate (not awaited)."""

    def __init__(
        self,
        telegram: Telegram,
        id: int,
        name: str,
        language: str,
        username: str | None,
        started: bool,
    ) -> None:
        self.telegram = telegram
        self.id = id
        self.name = name
        self.api: Json = {"id": id, "is_bot": False, "first_name": name}
        chat: Json = {"id": id, "type": "private", "first_name": name}
        if username:
            self.api["username"] = chat["username"] = username
        if language:
            self.api["language_code"] = language
        self.chat = Chat(id, "private", chat, started=started)
        self._unseen = 0
        telegram.people[id] = self
        telegram.chats[id] = self.chat
        telegram.notify()

    @property
    def language(self) -> str:
        return str(self.api.get("language_code", ""))

    # writing

    def _write(self, kind: str, content: Json, shown: str = "") -> Message:
        if self.chat.deactivated:
            raise RuntimeError(f"{self.name}'s account is deactivated")
        if self.chat.blocked:
            raise RuntimeError(f"{self.name} has blocked the bot; unblock() first")
        self.chat.started = True
        return receive(self.telegram, self.chat, self, kind, content, shown)

    def start(self, payload: str = "") -> Message:
        """Press START, or open a link with a payload (at most 64 characters)."""
        if self.chat.blocked:
            self.unblock()
        return self.say(f"/start {payload}".strip())

    def say(self, text: str) -> Message:
        """Send text; 1 to 4,096 characters."""
        plain, entities = finish(text, [])
        if not plain or utf16_length(plain) > 4096:
            raise ValueError("Telegram sends 1 to 4,096 characters")
        content: Json = {"text": plain}
        if entities:
            content["entities"] = entities
        return self._write("text", content, plain)

    def edit(self, text: str, message: Message | None = None) -> Message:
        """Edit an own message, by default the last one; a caption stays a caption."""
        target = message or next(m for m in reversed(self.chat.visible()) if not m.by_bot)
        return revise(self.telegram, self.chat, self, target, text)

    def send_photo(self, caption: str = "", content: bytes = BLANK_PNG) -> Message:
        size = image_size(content) or (320, 240)
        upload = Upload("photo.jpg", content, "image/png")
        body: Json = {"photo": photo_object(self.telegram, upload, size)}
        return self._write("photo", _captioned(body, caption), caption)

    def send_document(self, name: str, content: bytes, caption: str = "") -> Message:
        upload = Upload(name, content, "application/octet-stream")
        body: Json = {"document": document_object(self.telegram, upload)}
        return self._write("document", _captioned(body, caption), caption)

    def send_sticker(self, emoji: str = "🙂") -> Message:
        sticker: Json = {
            "file_id": "CAACplayground",
            "file_unique_id": "AgADplay",
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
        }
        return self._write("sticker", {"sticker": sticker}, emoji)

    def send_voice(self, seconds: int = 4, caption: str = "") -> Message:
        voice: Json = {
            "file_id": "AwACplayground",
            "file_unique_id": "AgADvoice",
            "duration": seconds,
            "mime_type": "audio/ogg",
        }
        return self._write("voice", _captioned({"voice": voice}, caption), caption)

    def share_location(self, latitude: float, longitude: float) -> Message:
        location = {"latitude": latitude, "longitude": longitude}
        return self._write("location", {"location": location}, f"{latitude}, {longitude}")

    def share_contact(self, phone: str = "+10000000000", name: str = "") -> Message:
        contact = {"phone_number": phone, "first_name": name or self.name, "user_id": self.id}
        return self._write("contact", {"contact": contact}, phone)

    def forward(self, text: str, from_name: str = "Somebody") -> Message:
        """Forward a text that somebody else wrote."""
        plain, entities = finish(text, [])
        content: Json = {
            "text": plain,
            "forward_origin": {
                "type": "hidden_user",
                "sender_user_name": from_name,
                "date": int(self.telegram.now().timestamp()),
            },
        }
        if entities:
            content["entities"] = entities
        return self._write("forward", content, plain)

    # pressing

    def press(self, label: str, message: Message | None = None, chat: Chat | None = None) -> Press:
        """Press an inline button by its label, by default on the newest message that has it."""
        place = chat or self.chat
        candidates = [message] if message else list(reversed(place.visible()))
        for candidate in candidates:
            button = candidate.button(label)
            if button is None:
                continue
            if "callback_data" not in button:
                raise LookupError(f"button {label!r} opens or copies, it calls nothing")
            return self.press_data(button["callback_data"], candidate, chat)
        seen = next((m.labels for m in candidates if m.labels), [])
        raise LookupError(f"no button {label!r}; the newest keyboard has {seen}")

    def press_data(
        self, data: str, message: Message | None = None, chat: Chat | None = None
    ) -> Press:
        """Press with raw data, as a modified client can: forged, or on another's message."""
        place = chat or self.chat
        if message is None:
            message = next((m for m in reversed(place.visible()) if m.by_bot), None)
        return press(self.telegram, place, self, data, message)

    def tap(self, label: str, location: tuple[float, float] | None = None) -> Message:
        """Press a key of the reply keyboard; a location key shares `location`."""
        key = next((key for key in self.keys if key["text"] == label), None) or next(
            (key for key in self.keys if label in key["text"]), None
        )
        if key is None:
            raise LookupError(f"no key {label!r}; there are {[k['text'] for k in self.keys]}")
        keyboard = self.chat.reply_keyboard or {}
        if key.get("request_location"):
            if location is None:
                raise ValueError(f"{label!r} asks for a location")
            message = self.share_location(*location)
        elif key.get("request_contact"):
            message = self.share_contact()
        else:
            message = self.say(key["text"])
        if keyboard.get("one_time_keyboard") and self.chat.reply_keyboard is keyboard:
            self.chat.reply_keyboard = None
        return message

    def inline_query(self, query: str) -> str:
        """Type `@bot query` in any chat; the id of the query (see Telegram.inline_answers)."""
        return ask_inline(self.telegram, self, query)

    def choose_inline(self, query_id: str, number: int = 0, chat: Chat | None = None) -> Message:
        """Choose one of the answers: it is posted in her name, here or in another chat."""
        chosen = self.telegram.inline_answers[query_id]["results"][number]
        content: Json = {"text": chosen["text"], "via_bot": self.telegram.bot}
        if chosen["entities"]:
            content["entities"] = chosen["entities"]
        return receive(self.telegram, chat or self.chat, self, "inline", content, chosen["text"])

    # leaving and coming back

    def block(self) -> None:
        self._block(True)

    def unblock(self) -> None:
        self._block(False)

    def _block(self, blocked: bool) -> None:
        if self.chat.blocked == blocked:
            return
        self.chat.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        membership(self.telegram, self.chat, self, old, new)

    def deactivate(self) -> None:
        """The account is deleted; Telegram does not tell the bot."""
        self.chat.deactivated = True
        self.telegram.notify()

    # reading

    @property
    def messages(self) -> list[Message]:
        """Everything visible in the private chat, oldest first."""
        return self.chat.visible()

    @property
    def received(self) -> list[Message]:
        """The bot's visible messages, oldest first."""
        return [message for message in self.chat.visible() if message.by_bot]

    @property
    def last(self) -> Message | None:
        """The bot's newest visible message."""
        received = self.received
        return received[-1] if received else None

    @property
    def keys(self) -> list[Json]:
        """The keys of the reply keyboard below the input field."""
        rows: list[list[Json]] = (self.chat.reply_keyboard or {}).get("keyboard", [])
        return [key for row in rows for key in row]

    async def sees(self, text: str, timeout: float = 5.0, after: int = 0) -> Message:
        """Wait for a visible bot message that contains `text`, newer than message id `after`."""

        def found() -> Message | None:
            return next(
                (m for m in reversed(self.received) if m.id > after and text in m.text), None
            )

        try:
            message = await self.telegram.wait_until(found, timeout)
        except TimeoutError as problem:
            raise TimeoutError(f"{self.name} never saw {text!r} {problem}") from None
        assert message is not None
        return message

    async def hears(self, timeout: float = 5.0, after: int | None = None) -> Message:
        """Wait for the bot's next message after message id `after` (default: the newest now)."""
        last = self.last
        mark = after if after is not None else (last.id if last else 0)

        def newest() -> Message | None:
            now = self.last
            return now if now is not None and now.id > mark else None

        message = await self.telegram.wait_until(newest, timeout)
        assert message is not None
        return message

    async def answered(self, press: Press, timeout: float = 5.0) -> Press:
        """Wait until the bot has answered a press."""
        await self.telegram.wait_until(lambda: press.answered, timeout)
        return press


def _captioned(body: Json, caption: str) -> Json:
    if not caption:
        return body
    plain, entities = finish(caption, [])
    body["caption"] = plain
    if entities:
        body["caption_entities"] = entities
    return body
