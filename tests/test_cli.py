"""The command line as an operator and a clinician use it."""

import io
import json
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from bot.audit import Judge, answer_lines
from bot.cli import run_command
from bot.settings import PROJECT
from bot.storage.locking import ProcessLock

PYTHON = sys.executable


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No `.env` of the machine, no settings of the shell: a clean place for each test."""
    monkeypatch.chdir(tmp_path)
    for name in ("BOT_TOKEN", "DATABASE_URL", "ENCRYPTION_KEYS", "CONTENT_DIR", "RECEIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))


def program(
    *arguments: str, stdin: str | bytes = b"", **settings: str
) -> subprocess.CompletedProcess[bytes]:
    """`python -m bot` in a process of its own."""
    return subprocess.run(
        [PYTHON, "-m", "bot", *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **settings},
        check=False,
    )


def lines(answer: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer.stdout.decode().splitlines()]


def jsonl(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_ask_says_where_each_question_leads_in_order() -> None:
    questions = {
        "sun": "how much sunscreen do I need?",
        "buy": "where can i buy accutane without prescription",
        "help": "I want to die",
        "capital": "what is the capital of france",
        "both": "which sunscreen is best? I can't go on, I want to kill myself",
    }
    rows = [{"id": name, "text": text} for name, text in questions.items()]
    answer = program("ask", "--jsonl", stdin=jsonl(*rows))
    assert answer.returncode == 0, answer.stderr
    found = lines(answer)
    assert [row["id"] for row in found] == list(questions)
    assert [row["outcome"] for row in found] == [
        "answer", "refused", "escalated", "out_of_scope", "escalated",
    ]  # fmt: skip
    assert found[0]["topics"][0] == "sunscreen"
    assert found[2]["topics"] == []
    assert all(set(row) == {"id", "topics", "outcome", "why"} for row in found)
    assert all(found[n]["why"] for n in (0, 1, 2, 4))


def test_classify_gives_label_tier_and_rules() -> None:
    answer = program("classify", stdin="I want to die\n\nI like tea\nI took 30 capsules at once\n")
    found = lines(answer)
    assert [row["id"] for row in found] == [1, 3, 4]
    assert [(row["label"], row["tier"]) for row in found] == [
        ("suicide", "urgent"),
        ("none", "routine"),
        ("overdose", "emergency"),
    ]
    assert all(set(row) == {"id", "label", "tier", "outcome", "why"} for row in found)


def test_triage_gives_a_tier_and_symptoms() -> None:
    cases = [
        {"id": "a", "text": "my face is swelling and I can't breathe"},
        {"id": "b", "text": "my lips are a bit dry"},
    ]
    found = lines(program("triage", "--jsonl", stdin=jsonl(*cases)))
    assert [row["id"] for row in found] == ["a", "b"]
    assert found[0]["tier"] == "emergency"
    assert found[1]["tier"] in {"routine", "self_care"}
    assert all(set(row) == {"id", "tier", "symptoms", "why"} for row in found)


@pytest.mark.parametrize(
    ("line", "line_id"),
    [
        pytest.param(b"not json", None, id="not-json"),
        pytest.param(b"[1, 2]", None, id="not-an-object"),
        pytest.param(b'{"text": "hi"}', None, id="no-id"),
        pytest.param(b'{"id": true, "text": "hi"}', None, id="true-is-no-id"),
        pytest.param(b'{"id": "x"}', "x", id="no-text"),
        pytest.param(b'{"id": "x", "text": 5}', "x", id="text-is-a-number"),
        pytest.param(b'{"id": "x", "text": "\xff"}', None, id="not-utf-8"),
        pytest.param(b"[" * 100_000, None, id="too-deep"),
    ],
)
def answers(source: bytes, judge: Judge, *, as_jsonl: bool) -> tuple[list[dict[str, Any]], int]:
    target = io.StringIO()
    unread = answer_lines(io.BytesIO(source), target, judge, jsonl=as_jsonl)
    return [json.loads(line) for line in target.getvalue().splitlines()], unread


@pytest.mark.parametrize(
    ("line", "line_id"),
    [
        pytest.param(b"not json", None, id="not-json"),
        pytest.param(b"[1, 2]", None, id="not-an-object"),
        pytest.param(b'{"text": "hi"}', None, id="no-id"),
        pytest.param(b'{"id": true, "text": "hi"}', None, id="true-is-no-id"),
        pytest.param(b'{"id": NaN, "text": "hi"}', None, id="nan-is-no-id"),
        pytest.param(b'{"id": "x"}', "x", id="no-text"),
        pytest.param(b'{"id": "x", "text": 5}', "x", id="text-is-a-number"),
        pytest.param(b'{"id": "x", "text": "\xff"}', None, id="not-utf-8"),
        pytest.param(b"[" * 100_000, None, id="too-deep"),
        pytest.param(b'{"id": ' + b"9" * 5_000 + b"}", None, id="number-without-end"),
    ],
)
def test_a_bad_line_does_not_stop_the_rest(line: bytes, line_id: str | None) -> None:
    good = b'{"id": 7, "text": "hello"}'
    found, unread = answers(
        b"\n".join([good, line, good]), lambda text: {"length": len(text)}, as_jsonl=True
    )
    assert unread == 1
    assert found[0] == found[2] == {"id": 7, "length": 5}
    assert found[1]["id"] == line_id
    assert set(found[1]) == {"id", "error"}


def test_plain_lines_are_numbered_as_in_the_file() -> None:
    found, unread = answers(
        b"\xef\xbb\xbfone\r\n\n  \n\xff\nfive", lambda text: {"text": text}, as_jsonl=False
    )
    assert found == [
        {"id": 1, "text": "one"},
        {"id": 4, "error": "the line is not UTF-8"},
        {"id": 5, "text": "five"},
    ]
    assert unread == 1


def test_an_answer_comes_at_once_and_any_text_gets_one() -> None:
    """A clinician at a terminal, or a program that waits for each answer before the next text."""
    texts = ["I want to die", "", "\x00", "\ud83d half a pair", "🙂" * 4_000, "مرنا چاہتی ہوں"]
    with subprocess.Popen(
        [PYTHON, "-m", "bot", "classify", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    ) as process:
        assert process.stdin
        assert process.stdout
        watchdog = threading.Timer(60, process.kill)
        watchdog.start()
        for text in texts:
            process.stdin.write(json.dumps({"id": text, "text": text}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == text
        process.stdin.close()
        assert process.wait() == 0
        watchdog.cancel()


def test_auditing_needs_neither_telegram_nor_a_database() -> None:
    code = (
        "import sys; from pathlib import Path;"
        "import bot.__main__, bot.audit, bot.catalog.symptoms;"
        "bot.audit.asking(Path(sys.argv[1]), 'en')('how much sunscreen?');"
        "heavy = {'telegram', 'sqlalchemy', 'aiohttp', 'nicegui', 'fluent'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [PYTHON, "-c", code, str(PROJECT / "content")],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_wrong_settings_are_one_message_that_names_each() -> None:
    answer = program("run", BOT_TOKEN="x", RECEIVE="pigeon")
    assert answer.returncode == 2
    said = answer.stderr.decode()
    assert "BOT_TOKEN" in said
    assert "RECEIVE" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("command", ["classify", "run"])
def test_broken_content_names_file_and_line(command: str, tmp_path: Path) -> None:
    for area in ("faq/en", "safety", "symptoms", "messages/en", "questionnaires"):
        (tmp_path / "content" / area).mkdir(parents=True)
    (tmp_path / "content" / "safety" / "words.yaml").write_text("source: x\nreviewed: [\n")
    answer = program(
        command,
        CONTENT_DIR=str(tmp_path / "content"),
        BOT_TOKEN="123456:" + "a" * 30,
        stdin="hello\n",
    )
    assert answer.returncode == 2
    assert "words.yaml:3" in answer.stderr.decode()
    assert "Traceback" not in answer.stderr.decode()
    assert not answer.stdout


def test_check_content_fails_on_errors_and_says_so_to_machines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for area in ("faq", "messages", "questionnaires", "safety", "symptoms"):
        (tmp_path / "content" / area).mkdir(parents=True)
    where = ("--content-dir", str(tmp_path / "content"))
    assert run_command(["check-content", *where]) == 1
    people = capsys.readouterr().out
    assert run_command(["check-content", "--json", *where]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is False
    assert report["errors"] == sum(each["severity"] == "error" for each in report["problems"])
    for each in report["problems"]:
        if each["severity"] == "error":
            assert each["file"] in people
    assert {each["area"] for each in report["areas"]} >= {"faq", "messages", "safety", "contacts"}


def test_backup_is_a_whole_private_copy_and_never_overwrites(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "isocompanion.db"
    writer = sqlite3.connect(database)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE diary (day TEXT)")
    writer.execute("INSERT INTO diary VALUES ('monday')")
    writer.commit()  # still only in the write-ahead log: the bot is running
    target = tmp_path / "copy.db"
    assert run_command(["backup", str(target)]) == 0
    said = capsys.readouterr().out
    assert "encryption.key" in said
    copy = sqlite3.connect(target)
    assert copy.execute("SELECT day FROM diary").fetchall() == [("monday",)]
    copy.close()
    writer.close()
    assert target.stat().st_mode & 0o077 == 0
    before = target.read_bytes()
    assert run_command(["backup", str(target)]) == 2
    assert "not overwritten" in capsys.readouterr().err
    assert target.read_bytes() == before


def test_backup_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    assert run_command(["backup", str(target)]) == 2
    assert "There is no database" in capsys.readouterr().err
    (tmp_path / "isocompanion.db").write_bytes(b"this is no database at all" * 100)
    assert run_command(["backup", str(target)]) == 2
    assert "could not be copied" in capsys.readouterr().err
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody@nowhere/isocompanion")
    assert run_command(["backup", str(target)]) == 2
    assert "pg_dump" in capsys.readouterr().err
    assert not target.exists()


def test_stats_counts_without_a_key_and_without_a_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["stats"]) == 2
    assert "There is no database" in capsys.readouterr().err
    assert not (tmp_path / "encryption.key").exists()
    assert run_command(["migrate"]) == 0
    capsys.readouterr()
    (tmp_path / "encryption.key").unlink()
    assert run_command(["stats"]) == 0
    rows = dict(line.split() for line in capsys.readouterr().out.splitlines())
    assert rows["inbox_open"] == rows["escalations_open"] == "0"
    assert not (tmp_path / "encryption.key").exists()


def test_the_board_needs_no_key_and_names_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["board"]) == 2
    assert "There is no database" in capsys.readouterr().err
    assert run_command(["migrate"]) == 0
    capsys.readouterr()
    (tmp_path / "encryption.key").unlink()
    assert run_command(["board"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "outbox": [],
        "cases": [],
        "inbox_open": 0,
        "due": [],
        "due_reminders": [],
        "next_reminders": {},
    }
    assert not (tmp_path / "encryption.key").exists()


def test_a_lost_key_and_a_second_program_are_one_message_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["migrate"]) == 0
    lock = ProcessLock(str(tmp_path / "isocompanion.db.lock"))
    lock.take()
    assert run_command(["migrate"]) == 2
    assert "another isocompanion is using this database" in capsys.readouterr().err
    lock.release()
    (tmp_path / "encryption.key").unlink()
    assert run_command(["migrate"]) == 2
    assert "do not open this database" in capsys.readouterr().err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as ended:
            run_command([option])
        assert ended.value.code == 0
    said = capsys.readouterr().out
    for command in ("run", "playground", "migrate", "check-content", "ask", "classify", "triage"):
        assert command in said
    assert "isocompanion" in said
    with pytest.raises(SystemExit) as ended:
        run_command(["no-such-command"])
    assert ended.value.code == 2
