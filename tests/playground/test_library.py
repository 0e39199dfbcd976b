"""python-telegram-bot itself sends to and reads from the simulated Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    KeyboardButton,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken

from playground.telegram import Person, Server, Telegram
from playground.telegram.clock import OffsetClock
from playground.telegram.methods.settings import commands_for
from playground.telegram.pictures import BLANK_PNG

ACTS: dict[str, tuple[Callable[[Person], object], Callable[[Update], object]]] = {
    "text": (lambda p: p.say("hi"), lambda u: u.message and u.message.text == "hi"),
    "start": (
        lambda p: p.start("from-leaflet"),
        lambda u: u.message and u.message.text == "/start from-leaflet" and u.message.entities,
    ),
    "edit": (
        lambda p: p.edit("better", p.say("worse")),
        lambda u: u.edited_message and u.edited_message.text == "better",
    ),
    "photo": (
        lambda p: p.send_photo("look"),
        lambda u: u.message and u.message.photo and u.message.caption == "look",
    ),
    "document": (
        lambda p: p.send_document("a.txt", b"x"),
        lambda u: u.message and u.message.document and u.message.document.file_name == "a.txt",
    ),
    "sticker": (lambda p: p.send_sticker(), lambda u: u.message and u.message.sticker),
    "voice": (lambda p: p.send_voice(), lambda u: u.message and u.message.voice),
    "location": (
        lambda p: p.share_location(1.5, 2.5),
        lambda u: u.message and u.message.location and u.message.location.longitude == 2.5,
    ),
    "contact": (lambda p: p.share_contact(), lambda u: u.message and u.message.contact),
    "forward": (
        lambda p: p.forward("from a friend"),
        lambda u: u.message and u.message.forward_origin and u.message.text,
    ),
    "press": (
        lambda p: p.press_data("x:1"),
        lambda u: u.callback_query and u.callback_query.data == "x:1",
    ),
    "block": (
        lambda p: p.block(),
        lambda u: u.my_chat_member and u.my_chat_member.new_chat_member.status == "kicked",
    ),
    "inline query": (
        lambda p: p.inline_query("dry lips"),
        lambda u: u.inline_query and u.inline_query.query == "dry lips",
    ),
}


@pytest.mark.parametrize(("act", "holds"), ACTS.values(), ids=ACTS.keys())
async def test_updates_are_what_the_library_reads(
    bot: Bot,
    ann: Person,
    act: Callable[[Person], object],
    holds: Callable[[Update], object],
) -> None:
    act(ann)
    update = (await bot.get_updates(allowed_updates=Update.ALL_TYPES))[-1]
    assert holds(update)
    assert update.effective_user is not None
    assert update.effective_user.id == ann.id


async def test_a_message_with_everything(bot: Bot, ann: Person) -> None:
    rows = [
        [InlineKeyboardButton("Yes", callback_data="y", style="success")],
        [InlineKeyboardButton("Number", copy_text=CopyTextButton("112"))],
        [InlineKeyboardButton("Read", url="https://example.org")],
    ]
    sent = await bot.send_message(
        ann.id,
        "<b>Bold</b> <a href='https://example.org'>link</a>",
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(rows),
        disable_notification=True,
    )
    seen = await ann.sees("Bold link")
    assert seen.id == sent.message_id
    assert seen.silent
    assert seen.labels == ["Yes", "Number", "Read"]
    assert [entity.type for entity in sent.entities] == ["bold", "text_link"]
    edited = await sent.edit_text("Done")
    assert isinstance(edited, type(sent))
    assert (seen.text, len(seen.versions)) == ("Done", 1)


async def test_press_is_answered(bot: Bot, ann: Person) -> None:
    markup = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Taken", callback_data="t"))
    await bot.send_message(ann.id, "Your dose", reply_markup=markup)
    press = ann.press("Taken")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    await update.callback_query.answer("Noted")
    assert (await ann.answered(press)).toast == "Noted"


async def test_reply_keyboard_with_location(bot: Bot, ann: Person) -> None:
    keys = ReplyKeyboardMarkup(
        [[KeyboardButton("Share", request_location=True)], ["No"]], one_time_keyboard=True
    )
    await bot.send_message(ann.id, "Where are you?", reply_markup=keys)
    assert [key["text"] for key in ann.keys] == ["Share", "No"]
    ann.tap("Share", location=(52.5, 13.4))
    assert ann.keys == []
    await bot.send_message(ann.id, "Where?", reply_markup=keys)
    await bot.send_message(ann.id, "Never mind", reply_markup=ReplyKeyboardRemove())
    assert ann.keys == []


async def test_files(bot: Bot, ann: Person) -> None:
    document = await bot.send_document(ann.id, b"a" * 3_000_000, filename="r.csv", caption="c")
    assert document.document is not None
    assert document.document.file_size == 3_000_000
    photo = await bot.send_photo(ann.id, BLANK_PNG)
    assert (photo.photo[-1].width, photo.photo[-1].height) == (320, 240)
    again = await bot.send_photo(ann.id, photo.photo[-1].file_id)
    file = await bot.get_file(again.photo[-1].file_id)
    assert await file.download_as_bytearray() == BLANK_PNG


async def test_menu_and_texts(bot: Bot, telegram: Telegram, ann: Person) -> None:
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands(
        [BotCommand("help", "Hilfe")], BotCommandScopeAllPrivateChats(), language_code="de"
    )
    assert commands_for(telegram, ann.id, "en")[0]["description"] == "Help"
    assert commands_for(telegram, ann.id, "de")[0]["description"] == "Hilfe"
    await bot.set_my_description("What it does")
    assert (await bot.get_my_description()).description == "What it does"
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert (await bot.get_chat(ann.id)).first_name == "Ann"


async def test_inline_answer(bot: Bot, telegram: Telegram, ann: Person) -> None:
    query_id = ann.inline_query("lips")
    (update,) = await bot.get_updates()
    assert update.inline_query is not None
    article = InlineQueryResultArticle("1", "Dry lips", InputTextMessageContent("Use a balm"))
    await update.inline_query.answer([article])
    assert telegram.inline_answers[query_id]["results"][0]["title"] == "Dry lips"


async def test_errors_reach_the_library_as_its_own(bot: Bot, ann: Person, server: Server) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(12345, "x")
    ann.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ann.id, "x")
    stranger = Bot("1:wrong", base_url=server.base_url)
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_offsets_confirm(bot: Bot, telegram: Telegram, ann: Person) -> None:
    for text in "abc":
        ann.say(text)
    first = await bot.get_updates(limit=2)
    assert [u.effective_message.text for u in first if u.effective_message] == ["a", "b"]
    assert len(await bot.get_updates()) == 3
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [u.effective_message.text for u in rest if u.effective_message] == ["c"]
    assert len(telegram.ledger.confirmed) == 2
    assert telegram.ledger.unconfirmed() == [rest[0].update_id]
    assert [u.update_id for u in await bot.get_updates(offset=-1)] == [rest[0].update_id]


async def test_a_long_poll_wakes_at_once(bot: Bot, telegram: Telegram, ann: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.wait_until(lambda: telegram.updates.polling)
    ann.say("hi")
    async with asyncio.timeout(2):
        assert len(await poll) == 1


async def test_only_one_poller(bot: Bot, telegram: Telegram, ann: Person) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.wait_until(lambda: telegram.updates.polling)
    second = asyncio.create_task(bot.get_updates(timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    ann.say("hi")
    assert len(await second) == 1


async def test_allowed_updates_choose(bot: Bot, telegram: Telegram, ann: Person) -> None:
    await bot.get_updates(allowed_updates=["message"])
    ann.press_data("x")
    ann.say("hi")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert [said.update_id for said in telegram.ledger.said] == [None, update.update_id]


async def test_duplicate_delivery(bot: Bot, telegram: Telegram, ann: Person) -> None:
    ann.say("once")
    (update,) = await bot.get_updates()
    assert await bot.get_updates(offset=update.update_id + 1) == ()
    telegram.redeliver(update.update_id)
    (again,) = await bot.get_updates(offset=update.update_id + 1)
    assert again.update_id == update.update_id


async def test_groups_show_only_what_privacy_mode_lets_through(
    bot: Bot, telegram: Telegram
) -> None:
    group, nurse = telegram.group(), telegram.person("Nurse")
    group.add_bot(nurse)
    group.say(nurse, "coffee?")
    group.say(nurse, "/cases@iso_companion_bot")
    added, command = await bot.get_updates()
    assert added.my_chat_member is not None
    assert command.message is not None
    assert command.message.chat.type == "group"
    assert await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(group.id, "x")


async def test_updates_are_forgotten_after_a_day() -> None:
    clock = OffsetClock()
    telegram = Telegram(clock=clock)
    ann = telegram.person("Ann")
    lost = ann.say("nobody was there").id
    clock.advance(23 * 3600)
    ann.say("still here")
    clock.advance(2 * 3600)
    _, body = await telegram.call(telegram.token, "getUpdates", {})
    assert [update["message"]["text"] for update in body["result"]] == ["still here"]
    (said, _) = telegram.ledger.said
    assert (said.message_id, telegram.updates.expired) == (lost, [said.update_id])
