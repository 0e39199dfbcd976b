"""One chat on the page: its head, its messages, the field below them."""

from __future__ import annotations

from datetime import date

from nicegui import ui

from playground.page import frame
from playground.page.bubbles import bubble, day_line, local
from playground.page.region import Region
from playground.telegram.model import Json
from playground.telegram.people import Person
from playground.world import World


class Pane:
    """Shows `person`'s chat until `close`. `number` is its place among those side by side."""

    def __init__(self, world: World, person: Person, place: ui.element) -> None:
        self._world = world
        self.person = person
        self._rows: dict[int, tuple[ui.html, Json, bool]] = {}
        self._days: dict[date, tuple[ui.html, ui.element]] = {}  # its line, and all of it
        self._today: date | None = None
        with place:
            self._section = ui.element("section").classes("chat")
        self._name()
        with self._section:
            with ui.element("div").classes("head"):
                self._head = Region("div", 'class="who-place"')
                self._chip = Region("span", 'class="clock-chip" aria-hidden=true')
                ui.html(frame.PANE_BUTTONS, sanitize=False).classes("pane-buttons")
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

    def _name(self) -> None:
        self._section.props.update(
            {"data-pane": str(self.person.id), "aria-label": f"Chat of {self.person.name}"}
        )
        self._section.update()

    def show(self, person: Person) -> None:
        """Somebody else's chat in this place."""
        self.person = person
        self._name()
        self._log.clear()
        self._rows.clear()
        self._days.clear()

    def close(self) -> None:
        self._section.delete()

    def follow(self) -> None:
        """Bring the page up to what the simulation holds."""
        world, person = self._world, self.person
        self._rows_follow()
        self._head.show(frame.chat_head(world, person))
        self._chip.show(f"{world.traveller.local_now():%a %H:%M}")
        self._intro.show(frame.welcome(world, person))
        only = frame.foot(person)
        self._only.show(only)
        self._foot.classes(add="closed" if only else "", remove="" if only else "closed")
        self._keys.show("" if only else frame.reply_keys(person))
        self._commands.show(frame.command_list(world, person))

    def _rows_follow(self) -> None:
        pending = {
            update.body["message"]["message_id"]
            for update in self._world.telegram.updates.pending.values()
            if "message" in update.body
        }
        today = self._world.traveller.local_now().date()
        if today != self._today:
            self._today = today
            for day, (line, _) in self._days.items():
                line.set_content(day_line(day, today))
        for message in list(self.person.chat.messages.values()):
            known = self._rows.get(message.id)
            if message.deleted:
                if known:
                    self._rows.pop(message.id)[0].delete()
                continue
            delivered = message.id not in pending
            if known is None:
                html = bubble(message, delivered, self.person.name)
                day = local(message.at).date()
                if day not in self._days:
                    with self._log, ui.element("div").classes("day-rows") as rows:
                        line = ui.html(day_line(day, today), sanitize=False).classes("day")
                    self._days[day] = line, rows
                with self._days[day][1]:
                    side = "in" if message.by_bot else "out"
                    row = ui.html(html, sanitize=False).classes(f"row {side}")
                self._rows[message.id] = (row, message.api, delivered)
            elif known[1] is not message.api or known[2] != delivered:
                known[0].set_content(bubble(message, delivered, self.person.name))
                self._rows[message.id] = (known[0], message.api, delivered)
