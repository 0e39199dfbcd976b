"""A part of the page that is sent again only when its HTML differs."""

from __future__ import annotations

from nicegui import ui


class Region:
    def __init__(self, tag: str, attributes: str) -> None:
        self._element = ui.html("", sanitize=False, tag=tag).props(attributes)
        self._shown = ""

    def show(self, html: str) -> None:
        if html != self._shown:
            self._shown = html
            self._element.set_content(html)
