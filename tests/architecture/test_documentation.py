"""What is there is written down, and what is written down is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot import cli
from bot.catalog.checks.message_uses import read_uses
from bot.domain.actions import Action, registry
from bot.handlers import commands, presses
from bot.settings import Settings
from bot.tg.menu import SHOWN
from tests.architecture.source import ROOT, modules, tracked, where

README = ROOT / "README.md"
DOCS = ROOT / "docs"
OPERATIONS = DOCS / "operations.md"
MESSAGES = ROOT / "content" / "messages" / "en"

LONGEST_FILE = 320
# Longer for now; each may only become shorter.
LONG_FILES = {
    "bot/storage/outbox.py": 340,
    "bot/storage/schema.py": 360,
    "bot/tg/transport.py": 350,
}

# Buttons that views can already make and no message carries yet; this set may only shrink.
NOT_YET_PRESSED: set[str] = set()

# Ids that the program puts together in ways that reading it does not show.
DYNAMIC = ("command-",)  # the menu: `command-<name>` for each of `SHOWN`
# Written ahead of what will say them.
WAITING: set[str] = set()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def english() -> dict[str, str]:
    """Every English message by id, as it stands in its file."""
    found = {}
    for path in sorted(MESSAGES.glob("*.ftl")):
        source = text_of(path)
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, ast.Message) and entry.span:
                found[entry.id.name] = source[entry.span.start : entry.span.end]
    return found


# Commands.


@pytest.mark.parametrize("name", [*commands.COMMANDS, *commands.TEAM_COMMANDS])
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"`/{name}\b", text_of(README)), f"/{name} is missing in README.md"


@pytest.mark.parametrize("name", sorted(set(commands.COMMANDS) - {"start", "help", "cancel"}))
def test_every_command_of_patients_is_found_in_the_chat(name: str) -> None:
    said = english()
    assert name in SHOWN, "the menu of Telegram (bot/tg/menu.py)"
    assert f"command-{name}" in said, "its line in the menu (common.ftl)"
    places = said["help-text"] + said["settings-title"] if "settings-title" in said else ""
    assert f"/{name}" in places + _settings_texts(said), "/help, or what /settings says"


def _settings_texts(said: dict[str, str]) -> str:
    """`/timezone` and `/language` are behind `/settings`, which `/help` names."""
    if "/settings" not in said["help-text"]:
        return ""
    return "/timezone /language" + said["help-text"]


def test_the_team_is_told_its_commands() -> None:
    team = text_of(MESSAGES / "care-team.ftl")
    assert [name for name in commands.TEAM_COMMANDS if f"/{name}" not in team] == []


def test_the_documentation_names_no_command_that_is_not_there() -> None:
    addresses = {"healthz", "readyz", "metrics", "data", "etc", "opt", "var"}
    known = {*commands.COMMANDS, *commands.TEAM_COMMANDS, "newbot", "water", *addresses}
    named = {
        (page.name, command)
        for page in (README, *DOCS.glob("*.md"))
        for command in re.findall(r"(?<![\w./])`/([a-z]+)\b", text_of(page))
    }
    assert {(page, command) for page, command in named if command not in known} == set()


# Settings.


def settings() -> set[str]:
    return {name.upper() for name in Settings.model_fields}


def test_every_setting_is_in_the_example_and_nothing_else() -> None:
    written = set(re.findall(r"^#? ?([A-Z][A-Z_]+)=", text_of(ROOT / ".env.example"), re.M))
    assert written == settings()


def test_every_command_of_the_program_is_explained() -> None:
    cells = re.findall(r"^\| (`[a-z][^|]*) \|", text_of(OPERATIONS), re.M)
    named = {word for cell in cells for word in re.findall(r"`([a-z-]+)", cell)}
    assert set(cli.COMMANDS) <= named


def test_every_setting_is_explained_and_nothing_else() -> None:
    table = re.findall(r"^\| `([A-Z][A-Z_]+)` \|", text_of(OPERATIONS), re.M)
    assert set(table) == settings()
    assert [name for name, count in Counter(table).items() if count > 1] == []


# Buttons.


def test_every_button_has_exactly_one_handler() -> None:
    # `pressed` refuses a second handler, so that one is enough to look for.
    silent = {kind.__name__ for kind in registry().values()} - {
        kind.__name__ for kind in presses.handled()
    }
    assert silent <= NOT_YET_PRESSED


def test_every_kind_of_button_has_a_code_of_its_own() -> None:
    kinds = {kind for kind in _below(Action) if "__slots__" in vars(kind)}
    codes = Counter(kind.code for kind in kinds)
    assert [code for code, count in codes.items() if count > 1 or not code] == []
    assert set(codes) == set(registry())


def _below(kind: type[Action]) -> set[type[Action]]:
    children = set(kind.__subclasses__())
    return children.union(*(_below(child) for child in children))


# Texts.


def test_every_text_that_the_program_says_is_written() -> None:
    uses, written = read_uses(ROOT / "bot"), english()
    missing = {
        f"{where(use.path, use.line)}: {use.text}"
        for use in uses.uses
        if use.exact and use.text not in written
    }
    missing |= {
        f"{where(use.path, use.line)}: {use.text}"
        for use in uses.uses
        if not use.exact and not any(use.shape.fullmatch(known) for known in written)
    }
    assert missing == set()


def test_no_text_is_written_that_nobody_says() -> None:
    uses = read_uses(ROOT / "bot")
    referenced = set(re.findall(r"\{ ([a-z][a-z0-9-]+) \}", "\n".join(english().values())))
    unsaid = {
        known
        for known in english()
        if not uses.mentioned(known) and known not in referenced and not known.startswith(DYNAMIC)
    }
    assert unsaid <= WAITING


# Files.


def test_no_file_is_too_long_to_read() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(text_of(path).splitlines())
        for path in modules("bot").values()
        if "versions" not in path.parts
    }
    too_long = {
        name: lines for name, lines in lengths.items() if lines > LONG_FILES.get(name, LONGEST_FILE)
    }
    assert too_long == {}


# Spelled so that this file does not name them itself.
OF_ONE_MACHINE = re.compile(r"(?<![\w.])/(work|root|home)/(?!\w*\.)\w")
REGISTRIES = re.compile(r"py" r"pi\.org|python" r"hosted\.org|npm" r"js\.(org|com)|proxy\.golang")


@pytest.mark.parametrize("pattern", [OF_ONE_MACHINE, REGISTRIES], ids=["machine", "registry"])
def test_nothing_names_one_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    named = []
    for path in tracked():
        try:
            text = text_of(path)
        except UnicodeDecodeError:
            continue
        if match := pattern.search(text):
            line = text.count("\n", 0, match.start()) + 1
            named.append(f"{where(path, line)}: {match[0]}")
    assert named == []


def links(page: Path) -> set[Path]:
    """The files of this repository that a page links to."""
    found = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text_of(page))
    return {(page.parent / each).resolve() for each in found if "://" not in each}


def test_every_page_is_linked_from_the_readme() -> None:
    pages = {path for path in tracked() if path.suffix == ".md" and DOCS in path.parents}
    index = DOCS / "decisions" / "README.md"
    linked = links(README) | links(index)
    assert {str(page.relative_to(ROOT)) for page in pages - linked} == set()
    assert {index, ROOT / "SECURITY.md", ROOT / "content" / "README.md"} <= links(README)


def test_no_link_leads_nowhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in tracked()
        if page.suffix == ".md"
        for target in links(page)
        if not target.exists()
    ]
    assert broken == []


def test_pages_name_files_that_exist() -> None:
    """In the pages for developers; a path that moved is worse than none."""
    named = {
        (page.name, path)
        for page in (README, *DOCS.rglob("*.md"))
        for path in re.findall(
            r"`((?:bot|content|playground|tests|training|benchmarks)/[\w/.-]+\.(?:py|yaml|ftl|md))`",
            text_of(page),
        )
    }
    made_up = {"bot/services/water.py", "bot/views/water.py", "bot/handlers/water.py"}
    assert {each for each in named if each[1] not in made_up and not (ROOT / each[1]).exists()} == (
        set()
    )
