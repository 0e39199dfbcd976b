"""One browser's view: follows the simulated Telegram and passes on what people do."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from nicegui import events, ui

from playground.page import frame, side
from playground.page.pane import Pane
from playground.page.region import Region
from playground.telegram.model import Press
from playground.telegram.people import Person
from playground.world import World

REFRESH_SECONDS = 0.08
MOST_PANES = 3


class ChatView:
    """`people` are those whose chats it shows first, side by side."""

    def __init__(self, world: World, people: Sequence[Person]) -> None:
        self._world = world
        self._dirty = True
        self._seen: dict[int, int] = {}
        self._presses: list[Press] = []
        self._panes: list[Pane] = []
        self._build()
        for person in people[:MOST_PANES]:
            self._panes.append(Pane(world, person, self._place))
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
            ui.html(frame.NOTICE, sanitize=False, tag="header").props("class=notice")
            self._tabs = Region("nav", 'class="tabs" aria-label="Chats"')
            self._place = ui.element("div").classes("panes")
            with ui.element("aside").classes("tools").props('aria-label="Time, faults and outbox"'):
                with ui.element("section").props("aria-label=Time"):
                    self._now = Region("p", "class=now")
                    self._travel = Region("div", "class=grid")
                with ui.element("section").props("aria-label=Faults"):
                    ui.html("Faults", sanitize=False, tag="h2")
                    self._faults = Region("div", "class=grid")
                with ui.element("section").props("aria-label=Cases"):
                    ui.html("Cases", sanitize=False, tag="h2")
                    self._cases = Region("div", "class=owed-rows")
                with ui.element("section").props("aria-label=Outbox"):
                    self._owed_title = Region("h2", "")
                    self._owed = Region("div", "class=owed-rows")
            ui.html(frame.dialogs(), sanitize=False)

    # from the simulation to the page

    def _follow(self) -> None:
        if not self._dirty:
            return
        self._dirty = False
        world = self._world
        for pane in self._panes:
            pane.follow()
            self._seen[pane.person.id] = max(pane.person.chat.messages, default=0)
        unseen = {
            p.id: sum(1 for m in p.received if m.id > self._seen.get(p.id, 0))
            for p in (*world.patients, world.care_team)
        }
        shown = [pane.person for pane in self._panes]
        self._tabs.show(frame.chat_tabs(world, shown, unseen, len(shown) < MOST_PANES))
        self._now.show(side.now_line(world))
        self._travel.show(side.travel_buttons(world))
        self._faults.show(side.faults(world, shown[0]))
        self._cases.show(side.cases(world))
        self._owed_title.show(side.owed_title(world.watch.board))
        self._owed.show(side.owed(world))
        self._presses_follow()

    def _presses_follow(self) -> None:
        for press in [press for press in self._presses if press.answered]:
            self._presses.remove(press)
            alert = str((press.answer or {}).get("show_alert", "")).lower() == "true"
            self._script("answered", press.message_id, press.data, press.toast, alert)

    def _script(self, function: str, *arguments: object) -> None:
        given = ", ".join(json.dumps(argument) for argument in arguments)
        ui.run_javascript(f"playground.{function}({given})")

    # which chats are open

    def _pane_of(self, args: dict[str, Any]) -> Pane:
        """The pane in which something was done; the first when the page names none."""
        wanted = str(args.get("pane", ""))
        return next((p for p in self._panes if str(p.person.id) == wanted), self._panes[0])

    def _open(self, pane: Pane, person: Person) -> None:
        """In this pane, unless the chat is open already."""
        if all(each.person is not person for each in self._panes):
            pane.show(person)
        self._opened(person)

    def _beside(self, person: Person) -> None:
        if all(each.person is not person for each in self._panes):
            if len(self._panes) == MOST_PANES:
                self._panes.pop(0).close()
            self._panes.append(Pane(self._world, person, self._place))
        self._opened(person)

    def _close(self, pane: Pane) -> None:
        if len(self._panes) > 1:
            self._panes.remove(pane)
            pane.close()
            self._opened(self._panes[-1].person)

    def _opened(self, person: Person) -> None:
        self._dirty = True
        self._follow()
        self._script("opened", person.id, [each.person.id for each in self._panes])

    # from the page to the simulation

    def _on_event(self, event: events.GenericEventArguments) -> None:
        args: dict[str, Any] = event.args
        text = str(args.get("text", ""))
        pane, world = self._pane_of(args), self._world
        person = pane.person
        shown = [pane, *self._panes]

        def named() -> Person:
            return world.telegram.people[int(args["person"])]

        acts: dict[str, Callable[[], object]] = {
            "start": person.start,
            "say": lambda: person.say(text),
            "edit": lambda: person.edit(text, person.chat.messages[int(args["message"])]),
            "tap": lambda: person.tap(text),
            "press": lambda: self._press(person, int(args["message"]), str(args["data"])),
            "photo": lambda: person.send_photo(text),
            "file": lambda: person.send_document("notes.txt", SAMPLE_FILE, text),
            "sticker": person.send_sticker,
            "voice": person.send_voice,
            "location": lambda: share(person, text),
            "unblock": person.unblock,
            "block": lambda: person.unblock() if person.chat.blocked else person.block(),
            "open": lambda: self._open(pane, named()),
            "beside": lambda: self._beside(named()),
            "close": lambda: self._close(pane),
            "new": lambda: self._open(
                pane, world.new_patient(text, str(args.get("language", "en")))
            ),
            "copy-test": lambda: self._script("showTest", world.as_test(person)),
            "travel": lambda: world.traveller.go(text, [each.person.id for each in shown]),
            "stop-travel": world.traveller.stop,
            "fault": lambda: world.switch_fault(text),
            "kill": world.kill,
        }
        try:
            acts[str(args.get("act"))]()
        except (LookupError, ValueError, RuntimeError) as problem:
            self._script("toast", str(problem.args[0] if problem.args else problem))
        self._dirty = True
        self._follow()

    def _press(self, person: Person, message_id: int, data: str) -> None:
        message = person.chat.messages[message_id]
        self._presses.append(person.press_data(data, message))


SAMPLE_FILE = b"Notes for the next visit: lips, mornings, sleep.\n"


def share(person: Person, text: str) -> None:
    """A place as "latitude,longitude", by the key that asks for one where there is one."""
    latitude, longitude = (float(part) for part in text.split(","))
    key = next((k for k in person.keys if k.get("request_location")), None)
    if key is not None:
        person.tap(key["text"], (latitude, longitude))
    else:
        person.share_location(latitude, longitude)
