"""Who may import whom. An arrow that is not drawn here does not exist."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.source import ROOT, imports, modules, tree, where

# Each package of bot/ and what of bot/ it may know, besides itself.
MAY_KNOW: dict[str, set[str]] = {
    "domain": set(),
    "catalog": {"domain"},
    "storage": {"domain"},
    "views": {"domain", "catalog"},
    "services": {"domain", "catalog", "storage", "views"},
    "tg": {"domain", "catalog"},
    "handlers": {"domain", "catalog", "storage", "views", "services", "tg"},
    "delivery": {"domain", "catalog", "storage", "views", "services", "clock"},
    "monitoring": {"domain", "storage", "clock"},
    "drawing": {"domain"},  # a process of its own, which nobody else knows
}
# Modules beside the packages: they put things together, or are read by everybody.
COMPOSE = {
    "app",
    "desk_setup",
    "monitoring_setup",
    "cli",
    "__main__",
    "audit",
    "stats",
    "board",
    "watch_commands",
    "demo",
    "upkeep",
    "doctor",
    "first_run",
    "init_command",
    "clinic_command",
    "clinic_desk",
    "operator_errors",
    "sbom",
    "settings",
    "logs",
    "clock",
    "receiving",
}

# Where a library may be named at all.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "sqlalchemy": ("bot.storage", "bot.stats"),  # stats catches the driver's errors
    "alembic": ("bot.storage",),
    "aiosqlite": ("bot.storage",),
    "asyncpg": ("bot.storage",),
    "cryptography": ("bot.storage",),
    "telegram": ("bot.tg", "bot.handlers", "bot.app", "bot.receiving"),
    "aiohttp": ("bot.tg", "bot.monitoring.server"),
    "apscheduler": ("bot.delivery.ticker",),
    "pydantic": ("bot.catalog", "bot.settings"),
    "pydantic_settings": ("bot.settings",),
    "fluent": ("bot.catalog",),
    "yaml": ("bot.catalog",),
    "matplotlib": ("bot.drawing",),
    "fpdf": ("bot.drawing",),
    "uharfbuzz": ("bot.drawing",),
    "fhir": ("bot.drawing",),
    "icalendar": ("bot.drawing",),
}
# Trains, measures or shows; the running bot does without it.
NEVER_IN_THE_BOT = {"playground", "tests", "training", "benchmarks", "sklearn", "pytest", "nicegui"}
PURE = {
    "telegram", "sqlalchemy", "aiohttp", "structlog", "asyncio", "os", "pathlib",
    "logging", "socket", "time", "subprocess",
}  # fmt: skip


def package_of(module: str) -> str:
    """`bot.domain.tier` -> `domain`; `bot.app` -> `app`."""
    return module.split(".")[1] if "." in module else ""


def arrows() -> Iterator[tuple[str, str, str]]:
    """Importing package, imported package, and where, within bot/."""
    for name, path in modules("bot").items():
        for line, imported in imports(path):
            if imported.startswith("bot.") and package_of(imported) != package_of(name):
                yield package_of(name), package_of(imported), where(path, line)


def test_every_package_is_drawn() -> None:
    found = {package_of(name) for name in modules("bot")} - {""}
    assert found == set(MAY_KNOW) | COMPOSE


def test_packages_know_only_what_is_drawn() -> None:
    broken = [
        f"{place}: {importing} knows {imported}"
        for importing, imported, place in arrows()
        if importing in MAY_KNOW and imported not in MAY_KNOW[importing]
    ]
    assert broken == []


def test_only_the_composition_root_and_the_command_line_know_app() -> None:
    assert {importing for importing, imported, _ in arrows() if imported == "app"} <= {"cli"}


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_has_one_home(library: str) -> None:
    strangers = [
        where(path, line)
        for name, path in modules("bot").items()
        for line, imported in imports(path)
        if imported.split(".")[0] == library
        and not any(f"{name}.".startswith(f"{home}.") for home in ONLY_IN[library])
    ]
    assert strangers == []


def test_only_the_drawing_process_knows_how_to_draw() -> None:
    knowing = {importing for importing, imported, _ in arrows() if imported == "drawing"}
    assert knowing == set()


def test_the_running_bot_holds_no_library_for_drawing() -> None:
    """150 MB that are there for two seconds, in a process that ends."""
    drawing = [name for name, homes in ONLY_IN.items() if homes == ("bot.drawing",)]
    assert len(drawing) == 5
    program = (
        "import sys, bot.app, bot.cli, bot.handlers.commands;"
        f"print([name for name in {[*drawing, 'PIL', 'fontTools']} if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_the_bot_runs_without_what_only_tests_trains_or_shows() -> None:
    strangers = [
        f"{where(path, line)}: {imported}"
        for path in modules("bot").values()
        for line, imported in imports(path)
        if imported.split(".")[0] in NEVER_IN_THE_BOT
    ]
    assert strangers == []


def test_the_playground_knows_the_bot_only_through_the_bot_api() -> None:
    strangers = [
        f"{where(path, line)}: {imported}"
        for path in modules("playground").values()
        for line, imported in imports(path)
        if imported.split(".")[0] in {"bot", "telegram", "tests", "training"}
    ]
    assert strangers == []


def test_the_domain_is_pure() -> None:
    impure = [
        f"{where(path, line)}: {imported}"
        for name, path in modules("bot").items()
        if package_of(name) == "domain"
        for line, imported in imports(path)
        if imported.split(".")[0] in PURE
    ]
    assert impure == []


def _reads_a_clock(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id="datetime"), attr="now" | "utcnow" | "today"):
            return True
        case ast.Attribute(value=ast.Name(id="date"), attr="today"):
            return True
        case ast.Attribute(
            value=ast.Name(id="time"),
            attr="time" | "monotonic" | "perf_counter" | "localtime" | "gmtime" | "time_ns",
        ):
            return True
        case ast.Name(id="monotonic" | "perf_counter"):
            return True
    return False


def test_only_clock_reads_the_clock() -> None:
    readers = [
        where(path, node.lineno)
        for name, path in modules("bot").items()
        if name != "bot.clock"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and _reads_a_clock(node)
    ]
    assert readers == []


def test_only_services_raise_cases() -> None:
    """`services/escalations.py` is the only caller of the storage that records one."""
    callers = {
        name
        for name, path in modules("bot").items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "record"
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "escalations"
    }
    assert callers == {"bot.services.escalations"}


def test_services_and_handlers_never_commit_or_send() -> None:
    """Who writes and sends is decided in one place each: the intake and the dispatcher."""
    forbidden = {"commit", "rollback", "begin_nested", "send_message", "reply_text", "answer"}
    found = [
        f"{where(path, node.lineno)}: {ast.unparse(node.func)}"
        for name, path in modules("bot").items()
        if package_of(name) in {"services", "handlers", "views"}
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in forbidden
        and ast.unparse(node.func.value) in {"tx", "turn.tx", "bot", "context.bot", "turn.bot",
                                             "message", "query", "update.callback_query"}
    ]  # fmt: skip
    assert found == []
