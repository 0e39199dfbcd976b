"""Line icons, drawn here: the page loads nothing from elsewhere."""

from __future__ import annotations

_PATHS = {
    "attach": "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.4 3.4 0 0 1 4.8 4.8L9.6 17.2"
    "a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6",
    "send": "M4 12l16-8-6 17-3.2-6.8z M10.8 14.2L20 4",
    "close": "M6 6l12 12M18 6L6 18",
    "tools": "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4",
    "plus": "M12 5v14M5 12h14",
    "photo": "M4 6h16v12H4z M4 15l4.5-4.5 4 4 3-3L20 16 M15.5 9.5h.01",
    "sticker": "M12 4a8 8 0 1 0 8 8c-4.5 0-8-3.5-8-8z M12 4l8 8",
    "voice": "M12 4a3 3 0 0 0-3 3v4a3 3 0 0 0 6 0V7a3 3 0 0 0-3-3z M6 11a6 6 0 0 0 12 0 M12 17v3.5",
    "place": "M12 21s7-6.4 7-11.5a7 7 0 0 0-14 0C5 14.6 12 21 12 21z M12 12a2.5 2.5 0 1 0 0-5 "
    "2.5 2.5 0 0 0 0 5z",
    "edit": "M5 19l1-4L16.5 4.5l3 3L9 18z M14.5 6.5l3 3",
    "test": "M9 4h9v13H9z M6 8v12h9",
    "beside": "M4 5h16v14H4z M12 5v14",
    "file": "M6 3.500h8l4 4V20.500H6z M14 3.500v4h4",
    "keys": "M4 7h16v10H4z M8 10.5h.01M12 10.5h.01M16 10.5h.01M8.5 14h7",
}


def icon(name: str) -> str:
    return (
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{_PATHS[name]}"/></svg>'
    )
