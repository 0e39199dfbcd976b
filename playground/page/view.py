"""One browser's view: follows the simulated Telegram and passes on what the person does."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from nicegui import events, ui

from playground.page import frame
from playground.page.bubbles import bubble, day_line, local
from playground.telegram.model import Json, Press
from playground.telegram.people import Person
from playground.world import World

REFRESH_SECONDS = 0.08


class Region:
    """A part of the page that is sent again only when its HTML differs."""

    def __init__(self, tag: str, attributes: str) -> None:
        self._element = ui.html("", sanitize=False, tag=tag).props(attributes)
        self._shown = ""

    def show(self, html: str) -> None:
        if html != self._shown:
            self._shown = html
            self._element.set_content(html)


class ChatView:
    """`person` is whose chat it shows first."""

    def __init__(self, world: World, person: Person) -> None:
        self._world = world
        self._person = person
        self._dirty = True
        self._rows: dict[int, tuple[ui.html, Json, bool]] = {}
        self._days: dict[date, ui.html] = {}
        self._today: date | None = None
        self._seen: dict[int, int] = {}
        self._presses: list[Press] = []
        self._build()
        ui.on("playground", self._on_event)
        self._stop = world.telegram.changes.listen(self._mark)
        ui.context.client.on_delete(self._stop)
        ui.timer(REFRESH_SECONDS, self._follow)
        ui.timer(1.0, self._mark)
        self._follow()

    def _mark(self) -> None:
        self._dirty = True

    def _build(self) -> None:
        with ui.element("div").classes("app"):
            ui.html(frame.NOTICE, sanitize=False, tag="header").props("class=notice role=note")
            self._tabs = Region("nav", 'class="tabs" aria-label="Chats"')
            with ui.element("section").classes("chat").props("aria-label=Chat"):
                with ui.element("div").classes("head"):
                    self._head = Region("div", 'class="who-place"')
                    self._chip = Region("span", 'class="clock-chip" aria-hidden=true')
                    ui.html(frame.TOOLS_BUTTON, sanitize=False).classes("tools-button")
                with (
                    ui.element("div")
                    .classes("scroll")
                    .props("role=log aria-label=Messages aria-live=polite tabindex=0")
                ):
                    self._intro = Region("div", 'class="intro-place"')
                    self._log = ui.element("div").classes("rows")
                with ui.element("footer").classes("foot") as self._foot:
                    self._commands = Region(
                        "div", 'class="menu commands" role=menu aria-label=Commands hidden'
                    )
                    ui.html(frame.composer(), sanitize=False).classes("compose")
                    self._only = Region("div", 'class="only-place"')
                    self._keys = Region("div", 'class="keys-place"')
            with ui.element("aside").classes("tools").props('aria-label="Time and faults"'):
                with ui.element("section").props("aria-label=Time"):
                    ui.html("Time", sanitize=False, tag="h2")
                    self._now = Region("p", "class=now")
                    self._travel = Region("div", "class=grid")
                with ui.element("section").props("aria-label=Faults"):
                    ui.html("Faults", sanitize=False, tag="h2")
                    self._faults = Region("div", "class=faults")
            ui.html(frame.dialogs(), sanitize=False)

    # from the simulation to the page

    def _follow(self) -> None:
        if not self._dirty:
            return
        self._dirty = False
        world, person = self._world, self._person
        self._rows_follow()
        self._seen[person.id] = max(person.chat.messages, default=0)
        unseen = {
            p.id: sum(1 for m in p.received if m.id > self._seen.get(p.id, 0))
            for p in (*world.patients, world.care_team)
        }
        self._tabs.show(frame.chat_tabs(world, person, unseen))
        self._head.show(frame.chat_head(world, person))
        self._chip.show(f"{world.traveller.local_now():%a %H:%M}")
        self._intro.show(frame.welcome(world, person))
        only = frame.foot(world, person)
        self._only.show(only)
        self._foot.classes(add="closed" if only else "", remove="" if only else "closed")
        self._keys.show("" if only else frame.reply_keys(person))
        self._commands.show(frame.command_list(world, person))
        self._now.show(frame.now_line(world))
        self._travel.show(frame.travel_buttons(world))
        self._faults.show(frame.faults(world, person))
        self._presses_follow()

    def _rows_follow(self) -> None:
        pending = {
            update.body["message"]["message_id"]
            for update in self._world.telegram.updates.pending.values()
            if "message" in update.body
        }
        today = self._world.traveller.local_now().date()
        if today != self._today:
            self._today = today
            for day, line in self._days.items():
                line.set_content(day_line(day, today))
        for message in list(self._person.chat.messages.values()):
            known = self._rows.get(message.id)
            if message.deleted:
                if known:
                    self._rows.pop(message.id)[0].delete()
                continue
            delivered = message.id not in pending
            if known is None:
                html = bubble(message, delivered)
                day = local(message.at).date()
                if day not in self._days:
                    with self._log:
                        line = ui.html(day_line(day, today), sanitize=False)
                    self._days[day] = line.classes("day")
                with self._log:
                    side = "in" if message.by_bot else "out"
                    row = ui.html(html, sanitize=False).classes(f"row {side}")
                self._rows[message.id] = (row, message.api, delivered)
            elif known[1] is not message.api or known[2] != delivered:
                known[0].set_content(bubble(message, delivered))
                self._rows[message.id] = (known[0], message.api, delivered)

    def _presses_follow(self) -> None:
        for press in [press for press in self._presses if press.answered]:
            self._presses.remove(press)
            alert = str((press.answer or {}).get("show_alert", "")).lower() == "true"
            self._script("answered", press.message_id, press.data, press.toast, alert)

    def _script(self, function: str, *arguments: object) -> None:
        given = ", ".join(json.dumps(argument) for argument in arguments)
        ui.run_javascript(f"playground.{function}({given})")

    def _open(self, person: Person) -> None:
        if person is self._person:
            return
        self._person = person
        self._log.clear()
        self._rows.clear()
        self._days.clear()
        self._dirty = True
        self._script("opened", person.id)

    # from the page to the simulation

    def _on_event(self, event: events.GenericEventArguments) -> None:
        args: dict[str, Any] = event.args
        text = str(args.get("text", ""))
        person, world = self._person, self._world
        acts: dict[str, Callable[[], object]] = {
            "start": person.start,
            "say": lambda: person.say(text),
            "edit": lambda: person.edit(text, person.chat.messages[int(args["message"])]),
            "tap": lambda: person.tap(text),
            "press": lambda: self._press(int(args["message"]), str(args["data"])),
            "photo": lambda: person.send_photo(text),
            "sticker": person.send_sticker,
            "voice": person.send_voice,
            "location": lambda: self._share(text),
            "unblock": person.unblock,
            "block": lambda: person.unblock() if person.chat.blocked else person.block(),
            "open": lambda: self._open(world.telegram.people[int(args["person"])]),
            "new": lambda: self._open(world.new_patient(text, str(args.get("language", "en")))),
            "travel": lambda: world.traveller.go(text),
            "stop-travel": world.traveller.stop,
            "fault": lambda: world.switch_fault(text),
            "kill": world.supervisor.kill,
        }
        try:
            acts[str(args.get("act"))]()
        except (LookupError, ValueError, RuntimeError) as problem:
            self._script("toast", str(problem))
        self._dirty = True
        self._follow()

    def _press(self, message_id: int, data: str) -> None:
        message = self._person.chat.messages[message_id]
        self._presses.append(self._person.press_data(data, message))

    def _share(self, text: str) -> None:
        latitude, longitude = (float(part) for part in text.split(","))
        keyboard = self._person.chat.reply_keyboard or {}
        key = next((k for k in self._person.keys if k.get("request_location")), None)
        if key is not None and keyboard:
            self._person.tap(key["text"], (latitude, longitude))
        else:
            self._person.share_location(latitude, longitude)
