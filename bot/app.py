"""The composition root: settings in, a running program out. Everything is wired here, once."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from datetime import datetime

import structlog
from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes

from bot.catalog import places
from bot.catalog.content import Content
from bot.catalog.kept import kept_content
from bot.clock import Clock, clock_with
from bot.delivery.budget import SendBudget
from bot.delivery.chat_limits import NoChatLimits
from bot.delivery.composing import Composer
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.intake import Intake
from bot.delivery.presence import presence_on
from bot.delivery.reloading import Reloader, check_in_a_process, shown_problems
from bot.delivery.rush import RushCounter
from bot.delivery.share import share_on
from bot.delivery.speakers import Speakers
from bot.delivery.studio import studio_in
from bot.delivery.ticker import Ticker
from bot.delivery.whereabouts import name_of_this_process
from bot.desk_setup import desk_from
from bot.domain.outgoing import Speech
from bot.domain.send_outcome import Outcome
from bot.handlers import commands, fallback
from bot.handlers.arrival import work_for
from bot.handlers.turn import Turn, current
from bot.logs import Pseudonyms, configure_logs
from bot.monitoring.counts import Counts
from bot.monitoring_setup import health_server_on
from bot.receiving import Receiving
from bot.services import downtime, operator
from bot.settings import Settings
from bot.storage.inbox import Waiting
from bot.storage.keys import load_keyring
from bot.storage.migrate import migrate
from bot.storage.store import Store, Tx
from bot.tg.client import TelegramClient
from bot.tg.commands import with_command_marked
from bot.tg.membership import Members
from bot.tg.menu import publish_menu
from bot.tg.receiver import NOWHERE, lane_of, said_at
from bot.tg.rendering import call_for

log = structlog.get_logger()

STOP_WITHIN_SECONDS = 8.0


class Program:
    """One running bot. `start` and `stop` are separate so that tests can hold it in their hands;
    what is given by name replaces what would be made from the settings."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Clock | None = None,
        content: Content | None = None,
        budget: SendBudget | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock or clock_with(settings.clock_offset_file)
        keys = settings.encryption_keys.get_secret_value() if settings.encryption_keys else None
        keyring, made = load_keyring(keys, settings.data_dir)
        if made is not None:
            log.warning("encryption_key_made", file=str(made), note="keep a copy in a safe place")
        content = content or kept_content(
            settings.content_dir, settings.data_dir, keyring.content_key
        )
        self.desk = desk_from(content, settings)
        self.reloader = Reloader(
            settings.content_dir,
            content,
            adopt=self._adopt,
            refused=self._refused,
            check=check_in_a_process,
            watch=settings.content_reload,
        )
        self.pseudonyms = Pseudonyms(keyring.log_key)
        self.store = Store(settings.database, keyring)
        token = settings.bot_token.get_secret_value() if settings.bot_token else ""
        self.client = TelegramClient(token, settings.telegram_api_base_url)
        self.application = (
            Application.builder()
            .bot(self.client)
            .updater(None)
            .job_queue(None)
            .context_types(ContextTypes(context=Turn))
            .build()
        )
        commands.register(self.application)
        self.speakers = Speakers(self.store, lambda: self.desk, Members(self.client).ask)
        self.rushes = RushCounter(settings.updates_per_minute, settings.updates_per_day)
        self.studio = studio_in(settings.data_dir)
        self.composer = Composer(lambda: self.desk, self.studio, self.client.show_busy)
        self.counts = Counts()
        worker = name_of_this_process()
        jumps = settings.clock_offset_file is not None
        budget = budget or SendBudget(settings.send_rate, chats=NoChatLimits() if jumps else None)
        self.dispatcher = Dispatcher(
            self.store,
            self.clock,
            budget,
            self._voice,
            compose=self.composer.compose,
            settled=self.composer.settled,
            worker=worker,
            share=share_on(self.store, budget, worker),
            counted=self.counts.ended if settings.health else None,
        )
        self.studio.ready = self.dispatcher.bring_forward
        self.intake = Intake(
            self.store,
            self.clock,
            lane_of=lane_of,
            handle=self._handle,
            before=self.speakers.look,
            apologise=self._apologise,
            committed=self.dispatcher.wake,
        )
        self.ticker = Ticker(
            self.store,
            self.clock,
            lambda: self.desk,
            planned=self.dispatcher.wake,
            recover=self._take_over,
            every=settings.tick_seconds,
        )
        self.presence = presence_on(self.store, worker, settings.receive, buried=self._take_over)
        self.receiving = Receiving(settings, self.client, self.intake, self.presence)
        self.health = health_server_on(
            settings,
            self.store,
            self.clock,
            self.client,
            self.counts,
            self.dispatcher,
            self.ticker,
            lambda: self.desk,
        )
        self._tasks: list[asyncio.Task[object]] = []

    async def start(self) -> None:
        """Open the database, catch up, and begin to receive. Raises `InvalidToken`,
        `AlreadyRunning`, `WrongKey`."""
        await self.store.open()
        await migrate(self.store)
        await self.store.check_key()
        await self.health.open()  # before Telegram: one must see that we wait for it
        await self._connect()
        alone = await self.presence.enter()
        self._tasks.append(asyncio.create_task(self.dispatcher.run(), name="dispatcher"))
        if alone:  # otherwise the service was not away
            await self._catch_up()
        self.ticker.start()
        await self.intake.resume()
        await self.receiving.open()
        self._tasks.append(asyncio.create_task(self.receiving.run(), name="receiver"))
        self._tasks.append(asyncio.create_task(publish_menu(self.client, self.desk.messages)))
        self._tasks.append(asyncio.create_task(self.reloader.run(), name="reloader"))
        self._tasks.append(asyncio.create_task(asyncio.to_thread(self._warm_up)))
        log.info("ready", bot=self.client.username, receive=self.settings.receive)

    async def wait(self) -> None:
        """Until the receiver or the dispatcher ends, which only a fault makes them do."""
        lasting = [task for task in self._tasks if task.get_name() in {"receiver", "dispatcher"}]
        done, _ = await asyncio.wait(lasting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    async def stop(self) -> None:
        """Stop receiving, finish what is in work, hand the rest back to the database. Harmless
        after a start that failed half-way."""
        self.health.stopping()
        for task in self._tasks:
            if task.get_name() != "dispatcher":
                task.cancel()
        self.ticker.stop()
        if any(task.get_name() == "dispatcher" for task in self._tasks):
            await self.intake.drain(STOP_WITHIN_SECONDS / 2)
            await self.dispatcher.stop(STOP_WITHIN_SECONDS / 2)
        await self.studio.close()
        with suppress(Exception):  # who cannot say good-bye is missed after a while
            await self.presence.leave()
        for task in self._tasks:
            with suppress(asyncio.CancelledError, Exception):
                await task
        await self.health.close()
        with suppress(TelegramError, RuntimeError):
            await self.application.shutdown()
        await self.client.hang_up()
        await self.store.close()
        log.info("stopped")

    def _warm_up(self) -> None:
        """What is otherwise made ready at first use, in a thread: the safety rules before the
        cities, because a frightened sentence must not wait."""
        self.desk.detector.warm()
        places.warm_up(self.settings.data_dir)

    async def _connect(self) -> None:
        """Ask Telegram who we are; wait as long as Telegram is away. A wrong token is final."""
        pause = 0.5
        while True:
            try:
                await self.application.initialize()
                return
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("telegram_out_of_reach", error=error, retry_in=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 15.0)

    async def _catch_up(self) -> None:
        """Plan what became due while we were away, before anything new is heard."""
        now = self.clock.now()
        async with self.store.write() as tx:
            since = await downtime.alive_at(tx)
            away = await downtime.remember_gap(tx, now)
        await self.ticker.planner.run()
        async with self.store.write() as tx:
            told = await downtime.tell(tx, self.desk, now)
            reported = await operator.was_away(tx, self.desk, since, now, told)
        if away or told or reported:
            log.warning("was_away", patients_told=told)
            self.dispatcher.wake()

    async def _take_over(self) -> None:
        """What a replica that is gone has left: rows in flight, chats with updates waiting."""
        await self.dispatcher.recover()
        await self.intake.sweep()

    async def _handle(self, tx: Tx, waiting: Waiting, now: datetime) -> None:
        """One update through the library's dispatcher, inside one transaction."""
        if waiting.lane == NOWHERE:
            return  # there is nobody to answer
        update = Update.de_json(with_command_marked(waiting.payload), self.client)
        if update is None or (update.effective_chat is None and update.inline_query is None):
            return
        work = await work_for(tx, self.desk, waiting, update, now)
        work.is_member = self.speakers.told(waiting.update_id)
        work.rush = self.rushes.count(work.chat_id, said_at(update, waiting.received_at))
        token = current.set(work)
        try:
            await self.application.process_update(update)
        finally:
            current.reset(token)
        if work.error is not None:
            raise work.error

    async def _adopt(self, content: Content) -> None:
        """Exchange the desk; turns that have begun keep the one they have."""
        before, self.desk = self.desk, desk_from(content, self.settings)
        if self.desk.messages is not before.messages:
            await publish_menu(self.client, self.desk.messages, before.messages.languages)

    async def _refused(self, problems: list[str]) -> None:
        async with self.store.write() as tx:
            text, now = shown_problems(problems), self.clock.now()
            if await operator.content_refused(tx, self.desk, text, now):
                self.dispatcher.wake()

    async def _apologise(self, tx: Tx, waiting: Waiting, now: datetime) -> None:
        self.counts.given_up += 1
        await fallback.apologise(tx, self.desk, waiting, now)

    async def _voice(self, chat_id: int, speech: Speech) -> Outcome:
        call = call_for(speech, chat_id)
        return await self.presence.within(lambda: self.client.say(call))


async def run(settings: Settings, *, content: Content | None = None) -> None:
    """Run until SIGINT or SIGTERM, with `content` if it has been read before."""
    configure_logs(settings.log_level, settings.log_format)
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    program = Program(settings, content=content)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    if hasattr(signal, "SIGHUP"):
        loop.add_signal_handler(signal.SIGHUP, program.reloader.ask)
    stopped = asyncio.create_task(stop.wait())
    try:
        for step in (program.start, program.wait):
            running = asyncio.create_task(step())
            await asyncio.wait({running, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                running.cancel()
                break
            running.result()
    finally:
        stopped.cancel()
        await program.stop()
