"""The command line. Each command imports what it needs when it runs: auditing a sentence must
not wait for Telegram or the database, and must work where neither is set up."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot import VERSION, clinic_command, init_command, watch_commands
from bot.operator_errors import explained

if TYPE_CHECKING:
    from bot.audit import Judge
    from bot.settings import Settings

DONE, FAILED, UNUSABLE = 0, 1, 2  # exit codes: 2 is "nothing was done; put this right first"


def run_command(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; what stops it is one message on stderr."""
    options = _parser().parse_args(arguments)
    _speak_utf8()
    try:
        return COMMANDS[options.command](options)
    except BrokenPipeError:
        # The reader has seen enough (`| head`); the interpreter must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if (text := explained(error)) is None:
            raise
        print(text, file=sys.stderr)
        return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="isocompanion", description="A Telegram companion for people who take isotretinoin."
    )
    parser.add_argument("--version", action="version", version=f"isocompanion {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    commands.add_parser("run", help="run the bot (settings: environment or .env)")
    init_command.add_options(
        commands.add_parser("init", help="from a token to settings, a key and a menu")
    )
    doctor = commands.add_parser("doctor", help="is everything there, and how to mend it")
    doctor.add_argument("--strict", action="store_true", help="fail on warnings too")
    commands.add_parser("sbom", help="what is installed, as CycloneDX JSON")
    playground = commands.add_parser(
        "playground", help="run the bot against a simulated Telegram in the browser", add_help=False
    )
    playground.add_argument("rest", nargs=argparse.REMAINDER)
    commands.add_parser("migrate", help="bring the database to this version and stop")
    commands.add_parser(
        "rotate-keys", help="seal everything anew with the first of ENCRYPTION_KEYS"
    )
    backup = commands.add_parser("backup", help="copy the database while the bot runs")
    backup.add_argument("path", type=Path, help="the new file, or a folder for it")
    restore = commands.add_parser("restore", help="put a copy in the place of the database")
    restore.add_argument("path", type=Path, help="a file that `backup` has made")
    watch_commands.add_options(commands)
    clinic_command.add_options(commands)

    check = commands.add_parser("check-content", help="check everything under content/")
    check.add_argument("--json", action="store_true", help="for machines: one JSON object")
    check.add_argument(
        "--strict", action="store_true", help="fail on warnings too, and list unsigned texts"
    )
    check.add_argument(
        "--watch", action="store_true", help="show each topic as the chat would when it is saved"
    )
    ask = commands.add_parser("ask", help="where questions lead: stdin to JSON lines")
    ask.add_argument("--language", help="the patient's language (default: DEFAULT_LANGUAGE)")
    classify = commands.add_parser("classify", help="what texts reveal: stdin to JSON lines")
    triage = commands.add_parser("triage", help="how soon, for symptoms in words: stdin to JSON")
    for audit in (ask, classify, triage):
        audit.add_argument(
            "--jsonl", action="store_true", help='each line is {"id": ..., "text": "..."}'
        )
    for reader in (check, ask, classify, triage):
        reader.add_argument("--content-dir", type=Path, help="default: CONTENT_DIR")
    return parser


def _init(options: argparse.Namespace) -> int:
    return init_command.run(options, print)


def _doctor(options: argparse.Namespace) -> int:
    from bot.doctor import examine
    from bot.doctor.line import Level, shown

    lines = asyncio.run(examine(_settings()))
    print(shown(lines))
    levels = {line.level for line in lines}
    failed = Level.ERROR in levels or (options.strict and Level.WARN in levels)
    return FAILED if failed else DONE


def _sbom(_: argparse.Namespace) -> int:
    from bot.clock import SystemClock
    from bot.sbom import bill_of_materials

    print(bill_of_materials(SystemClock().now().strftime("%Y-%m-%dT%H:%M:%SZ")))
    return DONE


def _run(_: argparse.Namespace) -> int:
    settings = _settings()
    if settings.bot_token is None:
        print(
            "No BOT_TOKEN is set, so this starts the playground: a simulated Telegram", flush=True
        )
        print("on this machine, with the same bot. For Telegram itself see the README.", flush=True)
        return _playground(argparse.Namespace(rest=[]))
    from bot.catalog.lasting import made_to_last

    with made_to_last():
        from bot.app import run
    asyncio.run(run(settings))
    return DONE


def _playground(options: argparse.Namespace) -> int:
    os.execv(sys.executable, [sys.executable, "-m", "playground", *options.rest])  # noqa: S606


def _rotate_keys(_: argparse.Namespace) -> int:
    from bot.upkeep import rotate_keys

    rows, left = asyncio.run(rotate_keys(_settings()))
    print(f"{rows} rows are sealed with the first key now.")
    if left:
        print(f"{left} rows are not yet: please run this again.")
        return FAILED
    print("The older keys can be taken out of ENCRYPTION_KEYS, once no backup needs them.")
    return DONE


def _migrate(_: argparse.Namespace) -> int:
    from bot.upkeep import migrate_only

    asyncio.run(migrate_only(_settings()))
    print("The database is up to date.")
    return DONE


def _backup(options: argparse.Namespace) -> int:
    from bot.clock import SystemClock
    from bot.storage.backup import back_up, delete_expired
    from bot.storage.keys import KEY_FILE

    settings, now = _settings(), SystemClock().now()
    copy = back_up(settings.database, options.path, now)
    keys = "ENCRYPTION_KEYS" if settings.encryption_keys else str(settings.data_dir / KEY_FILE)
    print(f"The database was copied to {copy} ({copy.stat().st_size:,} bytes).")
    print(f"Keep the encryption keys too ({keys}), in another place: without them nobody can read")
    print("names, messages and answers in the copy.")
    days = settings.backup_keep_days
    for old in delete_expired(copy.parent, days, now.date()):
        print(f"Deleted: {old} (older than BACKUP_KEEP_DAYS={days}).")
    gone = now.date() + timedelta(days=days + 1)
    print(f"This copy is deleted by the first backup made here from {gone} on.")
    return DONE


def _restore(options: argparse.Namespace) -> int:
    from bot.clock import SystemClock
    from bot.upkeep import restore

    settings = _settings()
    kept = asyncio.run(restore(settings, options.path, SystemClock().now()))
    print(f"The database is now the copy {options.path}.")
    if kept is not None:
        print(f"What was there before is in {kept}; delete it when you do not need it.")
    print("Patients who were deleted after the copy was made are in it again: see docs/backup.md.")
    return DONE


def _check_content(options: argparse.Namespace) -> int:
    from bot.catalog.checks import check_all
    from bot.catalog.checks.report import as_json, as_table
    from bot.clock import SystemClock
    from bot.domain.contacts import voucher_of

    settings = _settings()
    if options.watch:
        return _watch(options.content_dir or settings.content_dir)
    voucher = voucher_of(
        settings.contacts_vouched_by,
        settings.contacts_vouched_on,
        settings.contacts_vouched_countries,
    )
    today = SystemClock().now().date()
    report = check_all(options.content_dir or settings.content_dir, today, voucher=voucher)
    print(as_json(report) if options.json else as_table(report, strict=options.strict))
    failed = report.errors or (options.strict and report.warnings)
    return FAILED if failed else DONE


def _watch(content_dir: Path) -> int:
    from bot.catalog.bad_content import BadContent
    from bot.catalog.changes import changed_topics
    from bot.catalog.message_files import load_messages
    from bot.views.preview import preview

    messages, problems = load_messages(content_dir / "messages")
    if messages is None:
        raise BadContent(problems)
    saved = changed_topics(content_dir)
    print(f"Watching {content_dir / 'faq'}. Save a topic file to see it; Ctrl+C ends.", flush=True)
    for path in saved:
        print(preview(content_dir, path, messages, bright=sys.stdout.isatty()), flush=True)
    return DONE


def _ask(options: argparse.Namespace) -> int:
    from bot import audit

    settings = _settings()
    language = options.language or settings.default_language
    judge = audit.asking(options.content_dir or settings.content_dir, language)
    return _audit(judge, options.jsonl)


def _classify(options: argparse.Namespace) -> int:
    from bot import audit

    return _audit(audit.classifying(_content_dir(options)), options.jsonl)


def _triage(options: argparse.Namespace) -> int:
    from bot import audit

    return _audit(audit.triaging(_content_dir(options)), options.jsonl)


def _audit(judge: Judge, jsonl: bool) -> int:
    from bot import audit

    unread = audit.answer_lines(sys.stdin.buffer, sys.stdout, judge, jsonl=jsonl)
    if unread:
        print(f"{unread} lines could not be read; each has an error in its place", file=sys.stderr)
    return DONE


def _settings() -> Settings:
    from bot.settings import load_settings

    return load_settings()


def _content_dir(options: argparse.Namespace) -> Path:
    return options.content_dir or _settings().content_dir


def _speak_utf8() -> None:
    """Half a surrogate pair in a text becomes its JSON escape instead of a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


COMMANDS = {
    "run": _run,
    "init": _init,
    "doctor": _doctor,
    "sbom": _sbom,
    "playground": _playground,
    "migrate": _migrate,
    "rotate-keys": _rotate_keys,
    "backup": _backup,
    "restore": _restore,
    "clinic": clinic_command.run,
    "stats": watch_commands.stats,
    "board": watch_commands.board,
    "demo": watch_commands.demo,
    "check-content": _check_content,
    "ask": _ask,
    "classify": _classify,
    "triage": _triage,
}
