"""A simulated Telegram in memory. Speaks the Bot API; knows nothing about any particular bot.

How tests drive it
==================

    from playground.telegram import Telegram, serve

    telegram = Telegram()                                  # token: telegram.token
    async with serve(telegram) as base_url:                # "http://127.0.0.1:PORT/bot"
        ... start the bot with TELEGRAM_API_BASE_URL=base_url, BOT_TOKEN=telegram.token
        ann = telegram.person("Ann")
        ann.start()
        await ann.sees("Welcome")
        ann.press("Yes, let's begin")

Acts of people are plain functions and take effect at once; only waiting is awaited.

Telegram(token=DEFAULT_TOKEN, *, username="iso_companion_bot", name="Companion",
         clock=real_clock, enforce_rates=False)
    .token .bot (getMe's user) .clock (assignable: Callable[[], aware datetime])
    .person(name="Ann", *, language="en", username=None, id=None, started=False) -> Person
    .group(title="Care team", *, id=None) -> Group
    .messages(chat_id) -> list[Message]          all visible messages, oldest first
    .sent(chat_id=None) -> list[Message]         the bot's visible messages
    .chats[chat_id] -> Chat, .people[user_id] -> Person
    await .wait_until(predicate, timeout=5.0)    first truthy value; woken by each change;
                                                 TimeoutError tells the last events
    .redeliver(update_id)                        duplicate delivery of an update
    .updates.pending                             updates not confirmed: {update_id: Update}
    .notify()                                    wake the waiters (after changing the clock)
    await .call(token, method, params, files={}) -> (status, body)      without HTTP
    .webhook_pause = 1.0                         seconds before the first webhook retry
    .inline_answers[query_id]                    what answerInlineQuery gave

Person: .id .name .chat .messages .received .last .keys
    start(payload="") say(text) edit(text, message=None) forward(text, from_name="Somebody")
    send_photo(caption="", content=PNG) send_document(name, content, caption="")
    send_sticker(emoji="🙂") send_voice(seconds=4, caption="") share_location(lat, lon)
    share_contact(phone="+10000000000", name="")                         -> Message
    press(label, message=None, chat=None) -> Press      newest message with that button;
                                                        exact label before a part of it;
                                                        LookupError when there is none
    press_data(data, message=None, chat=None) -> Press  raw or forged data, any message or chat
    tap(label, location=None) -> Message                a key of the reply keyboard
    inline_query(query) -> query id, choose_inline(query_id, number)
    block() unblock() deactivate()
    await sees(text, timeout=5.0, after=0) -> Message   bot message containing text, newest first
    await hears(timeout=5.0, after=None) -> Message     the bot's next message
    await answered(press, timeout=5.0) -> Press

Group: .id .chat .received  add_bot(by) remove_bot(by) say(person, text) migrate() -> Group

Message: .id .chat_id .by_bot .at .api (Bot API object) .text (or caption) .entities .buttons
    .labels .button(label) .silent .deleted .versions (older api objects)
Press: .id .data .answer .answered .answers .toast .update_id .message_id
Chat: .id .kind .messages .visible() .reply_keyboard .started .blocked .typing_until

telegram.faults: each returns a Fault with .off() and .hits; all take
    method=None, chat=None, times=None, when=None  (when: Callable[[method, params], bool])
    too_many_requests(retry_after=1) server_error(status=502) outage()
    slow(seconds)               happens at once, answered later
    error(code, description, parameters=None) blocked(chat) close_at_once()
    lose_request(hang=60.0)     nothing happens, no answer
    lose_response(hang=60.0)    accepted and recorded, no answer
    cut_response()              accepted and recorded, connection cut
    clear()

telegram.ledger: independent record; entries have .at (clock) and .mono (perf_counter)
    .said: Said(chat_id, user_id, kind, text, message_id, update_id)
    .delivered: Delivered(update_id, via)   .confirmed: Confirmed(update_id)
    .calls: Call(method, chat_id, params, outcome, code, description, message_id)
        outcome: accepted | refused | lost_before | accepted_unheard
        (getters are there only when they fail)
    sent(chat_id=None) -> accepted sends   calls_of(method)   unconfirmed() -> update ids   tail()

Adapters: serve(telegram, port=0) above, or Server(telegram, port=0) with start(), stop(),
    stop_listening() (connections are refused until start() again), .base_url, .base_file_url.
Stand-alone process: python -m playground.telegram --port 0   (see playground.telegram.control)
"""

from __future__ import annotations

from playground.telegram.core import DEFAULT_TOKEN, Telegram
from playground.telegram.errors import ApiError, ConnectionCut
from playground.telegram.faults import Fault, Faults
from playground.telegram.groups import Group
from playground.telegram.http_aiohttp import Server, serve
from playground.telegram.ledger import Call, Confirmed, Delivered, Ledger, Said
from playground.telegram.model import Chat, Message, Press
from playground.telegram.people import Person

__all__ = [
    "DEFAULT_TOKEN",
    "ApiError",
    "Call",
    "Chat",
    "Confirmed",
    "ConnectionCut",
    "Delivered",
    "Fault",
    "Faults",
    "Group",
    "Ledger",
    "Message",
    "Person",
    "Press",
    "Said",
    "Server",
    "Telegram",
    "serve",
]
