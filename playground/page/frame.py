"""The fixed parts of the page, and the parts that follow the state, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from playground.page.icons import icon
from playground.page.rendering import rich_text
from playground.telegram.entities import finish
from playground.telegram.methods.settings import commands_for, text_for
from playground.telegram.people import Person
from playground.world import World

NOTICE = (
    "<h1><strong>Playground: a simulated Telegram on this machine. Nothing leaves it.</strong> "
    "<span>No clinician has signed the texts yet.</span></h1>"
)
PANE_BUTTONS = (
    '<button type="button" class="round" data-act="copy-test" aria-label="Copy as test" '
    f'title="Copy as test">{icon("test")}</button>'
    '<button type="button" class="round close-pane" data-act="close" aria-label="Close this chat" '
    f'title="Close this chat">{icon("close")}</button>'
    '<button type="button" class="round tools-button" data-toggle="tools" '
    f'aria-label="Time, faults and outbox" title="Time, faults and outbox">{icon("tools")}</button>'
)
CITIES = (
    ("Berlin", 52.52, 13.405),
    ("London", 51.507, -0.128),
    ("New York", 40.713, -74.006),
    ("São Paulo", -23.551, -46.633),
    ("Cairo", 30.044, 31.236),
    ("Mumbai", 19.076, 72.878),
    ("Sydney", -33.869, 151.209),
)
LANGUAGES = (
    ("en", "English"),
    ("ar", "العربية"),
    ("ur", "اردو"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("hi", "हिन्दी"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("zh", "中文"),
)


def avatar(name: str, tint: int) -> str:
    return f'<span class="avatar tint{tint % 6}" aria-hidden="true">{escape(name[:1])}</span>'


def chat_tabs(world: World, shown: Sequence[Person], unseen: dict[int, int], room: bool) -> str:
    """Who there is; those that are `shown` are marked. `room`: another chat fits beside them."""
    tabs = []
    for number, person in enumerate([*world.patients, world.care_team]):
        visible = person.messages
        preview = visible[-1].text.split("\n")[0][:60] if visible else "No messages yet"
        waiting = unseen.get(person.id, 0)
        badge = (
            f'<span class="badge" role="img" aria-label="{waiting} unread">{waiting}</span>'
            if waiting
            else ""
        )
        here = ' aria-current="page"' if person in shown else ""
        name = escape(person.name)
        beside = (
            f'<button type="button" class="round beside" data-act="beside" '
            f'data-person="{person.id}" aria-label="Beside: {name}" title="Open beside">'
            f"{icon('beside')}</button>"
            if room and person not in shown
            else ""
        )
        hint = " <em>week 6</em>" if person is world.demo else ""
        tabs.append(
            f'<div class="tab-row"><button type="button" class="tab" data-act="open" '
            f'data-person="{person.id}"{here}>{avatar(person.name, number)}<span class="who">'
            f'<b dir="auto">{name}{hint}</b>'
            f'<small dir="auto">{escape(preview)}</small></span>{badge}</button>{beside}</div>'
        )
    tabs.append(
        f'<button type="button" class="tab new" data-open="new-patient">'
        f'<span class="avatar plain" aria-hidden="true">{icon("plus")}</span>'
        f'<span class="who"><b>New patient</b></span></button>'
    )
    return "".join(tabs)


def chat_status(world: World, person: Person) -> str:
    """The line below the bot's name."""
    match world.supervisor.state:
        case "starting":
            return "bot is starting…"
        case "restarting":
            return "bot has stopped; it is started again…"
        case "stopped":
            return "bot is not running"
    if person.chat.typing_until > world.clock().timestamp():
        return '<span class="typing">typing<i></i><i></i><i></i></span>'
    return "bot"


def chat_head(world: World, person: Person) -> str:
    name = text_for(world.telegram, "Name", person.language) or world.telegram.bot["first_name"]
    return (
        f'<span class="avatar bot" aria-hidden="true">{escape(name[:1])}</span>'
        f'<div class="title"><h2 dir="auto">{escape(name)}</h2>'
        f'<p role="status"><span dir="auto">{escape(person.name)}</span>’s phone · '
        f"{chat_status(world, person)}</p></div>"
    )


def welcome(world: World, person: Person) -> str:
    """What an empty chat shows: the bot's own description, as Telegram does."""
    described = text_for(world.telegram, "Description", person.language)
    if person.messages or not described:
        return ""
    text = rich_text(*finish(described, []))
    return f'<div class="intro"><b>What can this bot do?</b><div dir="auto">{text}</div></div>'


def foot(person: Person) -> str:
    """`compose`, or the one button that takes its place; the reply keyboard; the commands."""
    if person.chat.blocked:
        return '<button type="button" class="only" data-act="unblock">Unblock</button>'
    if not person.chat.started:
        return '<button type="button" class="only" data-act="start">Start</button>'
    return ""


def reply_keys(person: Person) -> str:
    keyboard = person.chat.reply_keyboard
    if not keyboard:
        return ""
    rows = "".join(
        '<div class="keys-row">' + "".join(_reply_key(key) for key in row) + "</div>"
        for row in keyboard["keyboard"]
    )
    return f'<div class="keys" role="group" aria-label="Reply keyboard">{rows}</div>'


def _reply_key(key: dict[str, Any]) -> str:
    label, style = escape(key["text"]), escape(key.get("style", ""))
    if key.get("request_location"):
        act = 'data-open="cities"'
        return f'<button type="button" class="key {style}" {act}>{icon("place")}{label}</button>'
    return (
        f'<button type="button" class="key {style}" dir="auto" data-act="tap" '
        f'data-text="{label}">{label}</button>'
    )


def command_list(world: World, person: Person) -> str:
    commands = commands_for(world.telegram, person.id, person.language)
    if not commands:
        return '<p class="empty">The bot has set no commands.</p>'
    return "".join(
        f'<button type="button" role="menuitem" data-act="say" data-text="/{escape(c["command"])}">'
        f'<b>/{escape(c["command"])}</b><span dir="auto">{escape(c["description"])}</span></button>'
        for c in commands
    )


def composer() -> str:
    attach = "".join(
        f'<button type="button" role="menuitem" {act}>{icon(name)}{label}</button>'
        for name, label, act in (
            ("photo", "Photo", 'data-act="photo"'),
            ("file", "File", 'data-act="file"'),
            ("sticker", "Sticker", 'data-act="sticker"'),
            ("voice", "Voice message", 'data-act="voice"'),
            ("place", "Location", 'data-open="cities"'),
            ("edit", "Edit last message", 'data-edit="last"'),
        )
    )
    return (
        f'<div class="editing" hidden><span>{icon("edit")}Edit message</span>'
        f'<button type="button" class="round" data-edit="cancel" aria-label="Stop editing">'
        f"{icon('close')}</button></div>"
        f'<form class="composer">'
        f'<button type="button" class="round" data-menu="commands" aria-haspopup="menu" '
        f'aria-expanded="false" aria-label="Commands"><b class="slash">/</b></button>'
        f'<textarea rows="1" dir="auto" maxlength="4096" placeholder="Message" '
        f'aria-label="Message" '
        f'enterkeyhint="send"></textarea>'
        f'<button type="button" class="round" data-menu="attach" aria-haspopup="menu" '
        f'aria-expanded="false" aria-label="Attach">{icon("attach")}</button>'
        f'<button type="submit" class="round send" aria-label="Send">{icon("send")}</button>'
        f'</form><div class="menu attach" role="menu" aria-label="Attach" hidden>{attach}</div>'
    )


def dialogs() -> str:
    cities = "".join(
        f'<button type="button" data-act="location" data-text="{lat},{lon}">{name}</button>'
        for name, lat, lon in CITIES
    )
    languages = "".join(f'<option value="{code}">{name}</option>' for code, name in LANGUAGES)
    return (
        f'<dialog id="cities" aria-label="Share a location"><h2>Share a location</h2>'
        f'<div class="cities">{cities}</div>'
        f'<button type="button" class="quiet" data-close>Cancel</button></dialog>'
        f'<dialog id="new-patient" aria-label="New patient"><h2>New patient</h2>'
        f'<form class="person"><label>Name<input name="name" maxlength="40" dir="auto" '
        f'autocomplete="off"></label><label>Language of the app<select name="language">{languages}'
        f'</select></label><button type="submit" class="main">Open the chat</button>'
        f'<button type="button" class="quiet" data-close>Cancel</button></form></dialog>'
        f'<dialog id="test" class="wide-dialog" aria-label="The conversation as a test">'
        f"<h2>The conversation as a test</h2><p>Paste it into a new file in tests/journeys and run "
        f'it with pytest.</p><pre tabindex="0" aria-label="Python"></pre>'
        f'<button type="button" class="main" data-copy-test>Copy</button>'
        f'<button type="button" class="quiet" data-close>Close</button></dialog>'
        f'<dialog id="alert" aria-label="Notice"><p dir="auto"></p>'
        f'<button type="button" class="main" data-close>OK</button></dialog>'
        f'<div id="toast" role="status" aria-live="polite" dir="auto"></div>'
    )
