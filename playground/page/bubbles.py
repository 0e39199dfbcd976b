"""One message as HTML: its bubble, its inline keyboard, and the lines between days."""

from __future__ import annotations

from datetime import date, datetime
from html import escape
from typing import Any

from playground.page.rendering import rich_text
from playground.telegram.model import Message

Json = dict[str, Any]

_COPY = (
    '<svg class="corner" viewBox="0 0 16 16" aria-hidden="true"><rect x="5.5" y="5.5" width="8" '
    'height="8" rx="2"/><path d="M10.5 3.5v-.2a1.8 1.8 0 0 0-1.8-1.8H4.3a1.8 1.8 0 0 0-1.8 1.8'
    'v4.4a1.8 1.8 0 0 0 1.8 1.8h.2"/></svg>'
)
_AWAY = (
    '<svg class="corner" viewBox="0 0 16 16" aria-hidden="true"><path d="M5 11l6-6M6 5h5v5"/></svg>'
)
_PIN = (
    '<svg class="pin" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 21s7-6.4 7-11.5A7 7 0 0 '
    '0 5 9.5C5 14.6 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.6"/></svg>'
)


def local(at: datetime) -> datetime:
    return at.astimezone()


def day_line(day: date, today: date) -> str:
    name = "Today" if day == today else f"{day.day} {day:%B}"
    if day.year != today.year:
        name += f" {day.year}"
    return f"<span>{name}</span>"


def bubble(message: Message, delivered: bool, name: str = "You") -> str:
    """The HTML inside a message's row. `delivered`: the bot has confirmed it; `name`: of the
    person whose chat it is."""
    api = message.api
    body = [_attachment(api)]
    if message.text:
        body.append(
            f'<div class="text" dir="auto">{rich_text(message.text, message.entities)}</div>'
        )
    if "forward_origin" in api:
        sender = escape(api["forward_origin"].get("sender_user_name", ""))
        body.insert(0, f'<div class="forwarded">Forwarded from {sender}</div>')
    at = local(message.at)
    # As in Telegram: a bot's own change of a message with buttons is not marked.
    marked = "edit_date" in api and "reply_markup" not in api
    edited = "edited " if message.versions and marked else ""
    ticks = "" if message.by_bot else _ticks(delivered)
    mute = " · silent" if message.silent else ""
    body.append(
        f'<div class="meta">{edited}<time datetime="{at.isoformat()}">{at:%H:%M}</time>'
        f"{mute}{ticks}</div>"
    )
    wide = " wide" if edited or mute else ""
    who = "The bot" if message.by_bot else escape(name)
    media = " media" if "photo" in api else ""
    bare = " bare" if "sticker" in api else ""
    return (
        f'<div class="stack"><article class="bubble{media}{bare}{wide}" '
        f'aria-label="{who}, {at:%H:%M}" data-id="{message.id}" '
        f'data-text="{escape(message.text)}">{"".join(body)}</article>'
        f"{_keyboard(message)}</div>"
    )


def _ticks(delivered: bool) -> str:
    label = "Read by the bot" if delivered else "Sent"
    second = '<path d="M8.2 12.2l.6.5L15.4 6"/>' if delivered else ""
    return (
        f'<svg class="ticks" viewBox="0 0 18 18" role="img" aria-label="{label}">'
        f'<path d="M1.6 9.6l3.1 3.1L11.2 6"/>{second}</svg>'
    )


def _attachment(api: Json) -> str:
    if "photo" in api:
        photo = api["photo"][-1]
        # The caption stands below it; read out twice it would only be long.
        spoken = "Photo, described below" if api.get("caption") else "Photo"
        source = f"/playground/files/{escape(photo['file_id'])}"
        return (
            f'<img src="{source}" alt="{spoken}" loading="lazy" '
            f'width="{photo["width"]}" height="{photo["height"]}">'
        )
    if "document" in api:
        file = api["document"]
        name = escape(file["file_name"])
        return (
            f'<a class="file" href="/playground/files/{escape(file["file_id"])}" download="{name}">'
            f'<span class="disc" aria-hidden="true">{_ARROW}</span>'
            f"<span><b>{name}</b><small>{_size(file['file_size'])}</small></span></a>"
        )
    if "location" in api:
        place = api["location"]
        return (
            f'<div class="place">{_PIN}<span>Location<small>{place["latitude"]:.3f}, '
            f"{place['longitude']:.3f}</small></span></div>"
        )
    if "voice" in api:
        bars = "".join(
            f'<i style="height:{h}px"></i>' for h in (6, 11, 17, 9, 14, 20, 12, 7, 15, 9, 5)
        )
        return (
            f'<div class="voice"><span class="disc" aria-hidden="true">{_PLAY}</span>'
            f'<span class="wave" aria-hidden="true">{bars}</span>'
            f"<small>Voice message, {api['voice']['duration']} s</small></div>"
        )
    if "sticker" in api:
        return f'<div class="sticker" role="img" aria-label="Sticker">{_STICKER}</div>'
    if "contact" in api:
        return f'<div class="place">{escape(api["contact"]["phone_number"])}</div>'
    return ""


_STICKER = (
    '<svg viewBox="0 0 120 120"><path class="rim" d="M60 10c26 16 42 38 42 62a42 42 0 0 1-84 0'
    'c0-24 16-46 42-62z"/><path class="drop" d="M60 20c21 14 34 33 34 53a34 34 0 0 1-68 0'
    'c0-20 13-39 34-53z"/><path class="line" d="M44 74v3M76 74v3M50 88c5 6 15 6 20 0"/></svg>'
)
_ARROW = '<svg viewBox="0 0 24 24"><path d="M12 4v12M6.5 11l5.5 5.5 5.5-5.5M5 20h14"/></svg>'
_PLAY = '<svg viewBox="0 0 24 24"><path class="solid" d="M8 5.5v13l11-6.5z"/></svg>'


def _size(count: int) -> str:
    return f"{count} B" if count < 1024 else f"{count / 1024:.1f} KB"


def _keyboard(message: Message) -> str:
    rows = [
        '<div class="buttons">' + "".join(_button(message.id, button) for button in row) + "</div>"
        for row in message.buttons
    ]
    return (
        f'<div class="keyboard" role="group" aria-label="Buttons">{"".join(rows)}</div>'
        if rows
        else ""
    )


def _button(message_id: int, button: Json) -> str:
    label = f'<span dir="auto">{escape(button["text"])}</span>'
    style = f" {button['style']}" if "style" in button else ""
    if "url" in button:
        return (
            f'<a class="inline{style}" href="{escape(button["url"])}" target="_blank" '
            f'rel="noopener noreferrer">{label}{_AWAY}</a>'
        )
    if "copy_text" in button:
        text = escape(button["copy_text"]["text"])
        return (
            f'<button type="button" class="inline{style}" data-copy="{text}">'
            f"{label}{_COPY}</button>"
        )
    data = escape(button.get("callback_data", ""))
    return (
        f'<button type="button" class="inline{style}" data-act="press" '
        f'data-message="{message_id}" data-data="{data}">{label}</button>'
    )
