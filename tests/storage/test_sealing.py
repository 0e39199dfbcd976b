"""Fields open only with the right key, in the column they were written for, untampered."""

from __future__ import annotations

import base64
import stat
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import LargeBinary, select, type_coerce, update
from sqlalchemy.exc import StatementError

from bot.storage import patients
from bot.storage.columns import Keyring, WrongKey
from bot.storage.keys import KEY_FILE, BadKeys, load_keyring
from bot.storage.schema import patients as table
from bot.storage.store import Store
from tests.databases import KEY, opened
from tests.storage.rows import CHAT, NOW, a_patient

OLD, NEW = bytes(32), bytes(range(32, 64))
TEXT = b"I feel low"


@pytest.mark.parametrize("bad", [[], [b"short"], [OLD, b""], [bytes(33)]])
def test_key_of_another_size_is_refused(bad: list[bytes]) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keyring(bad)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(WrongKey, match=r"checkins\.answers"):
        Keyring([NEW]).open(Keyring([OLD]).seal(TEXT, "checkins.answers"), "checkins.answers")


def test_value_copied_into_another_column_does_not_open() -> None:
    keyring = Keyring([OLD])
    with pytest.raises(WrongKey):
        keyring.open(keyring.seal(TEXT, "patients.name"), "patients.doctor")


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_change_of_any_byte_is_noticed(data: st.DataObject) -> None:
    keyring = Keyring([OLD])
    token = bytearray(keyring.seal(TEXT, "a.b"))
    token[data.draw(st.integers(0, len(token) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(WrongKey):
        keyring.open(bytes(token), "a.b")


@pytest.mark.parametrize("length", [0, 1, 4, 5, 12, 16, 17, 30])
def test_cut_value_is_refused_like_a_wrong_key(length: int) -> None:
    keyring = Keyring([OLD])
    with pytest.raises(WrongKey):
        keyring.open(keyring.seal(TEXT, "a.b")[:length], "a.b")


def test_same_text_never_looks_the_same() -> None:
    keyring = Keyring([OLD])
    assert len({keyring.seal(TEXT, "a.b") for _ in range(50)}) == 50


def test_after_a_rotation_the_old_key_still_reads_and_the_new_one_writes() -> None:
    before, both, after = Keyring([OLD]), Keyring([NEW, OLD]), Keyring([NEW])
    assert both.open(before.seal(TEXT, "a.b"), "a.b") == TEXT
    assert after.open(both.seal(TEXT, "a.b"), "a.b") == TEXT
    with pytest.raises(WrongKey):
        before.open(both.seal(TEXT, "a.b"), "a.b")


async def test_any_text_a_phone_can_send_comes_back_as_it_was(store: Store) -> None:
    texts = ["", "\x00", "é 🌱 \u202e", "\ud83d", "x" * 4096, 'quote " and \\']
    async with store.write() as tx:
        patient = await a_patient(tx)
        for text in texts:
            await patients.change(tx, patient.id, {"name": text})
            found = await patients.by_id(tx, patient.id)
            assert found is not None
            assert found.name == text


async def test_database_of_another_key_is_refused_at_the_start(
    store: Store, database_url: str
) -> None:
    await store.check_key()
    await store.check_key()
    await store.close()
    async with opened(database_url, Keyring([NEW])) as other:
        with pytest.raises(WrongKey):
            await other.check_key()
    async with opened(database_url, Keyring([NEW, KEY])) as rotated:
        await rotated.check_key()


async def test_swapped_columns_in_the_database_do_not_open(store: Store) -> None:
    async with store.write() as tx:
        patient = await a_patient(tx)
        await patients.change(tx, patient.id, {"name": "Zoe", "doctor": "+49 30 1"})
        raw = type_coerce(table.c.doctor, LargeBinary)
        await tx.execute(update(table).values(name=raw))
        with pytest.raises(WrongKey, match=r"patients\.name"):
            await patients.of_chat(tx, CHAT)


async def test_times_come_back_in_utc_and_naive_ones_are_refused(store: Store) -> None:
    berlin = timezone(timedelta(hours=1))
    async with store.write() as tx:
        patient = await a_patient(tx)
        there = NOW.astimezone(berlin).replace(microsecond=123456)
        await patients.change(tx, patient.id, {"paused_since": there})
        found = (await tx.execute(select(table.c.paused_since))).scalar_one()
        assert found == there
        assert found.tzinfo is UTC
        equal = select(table.c.id).where(table.c.paused_since == there)
        assert (await tx.execute(equal)).scalar_one() == patient.id
        naive = datetime(2026, 1, 1)  # noqa: DTZ001
        with pytest.raises(StatementError, match="naive time"):
            await patients.change(tx, patient.id, {"paused_since": naive})


async def test_times_sort_as_instants_whatever_zone_they_were_written_in(store: Store) -> None:
    apia, samoa = timezone(timedelta(hours=13)), timezone(timedelta(hours=-11))
    zones = [apia, samoa, UTC]
    async with store.write() as tx:
        for number in range(6):
            at = (NOW + timedelta(minutes=number)).astimezone(zones[number % 3])
            patient = await a_patient(tx, number)
            await patients.change(tx, patient.id, {"next_checkin_at": at})
        due = await patients.checkins_due(tx, NOW + timedelta(minutes=3), 10)
    assert [each.chat_id for each in due] == [0, 1, 2, 3]
    assert date(2026, 11, 20) == NOW.date()


def test_first_run_makes_a_key_that_only_its_owner_reads(tmp_path: Path) -> None:
    first, made = load_keyring(None, tmp_path / "data")
    assert made == tmp_path / "data" / KEY_FILE
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    second, again = load_keyring(None, tmp_path / "data")
    assert again is None
    assert second.open(first.seal(TEXT, "a.b"), "a.b") == TEXT


def test_keys_of_the_setting_come_before_the_file(tmp_path: Path) -> None:
    setting = f"{base64.b64encode(NEW).decode()} , {base64.b64encode(OLD).decode()}"
    keyring, made = load_keyring(setting, tmp_path)
    assert made is None
    assert not (tmp_path / KEY_FILE).exists()
    assert keyring.open(Keyring([OLD]).seal(TEXT, "a.b"), "a.b") == TEXT
    assert Keyring([NEW]).open(keyring.seal(TEXT, "a.b"), "a.b") == TEXT


@pytest.mark.parametrize(
    "setting",
    ["not base64!", "schlüssel", base64.b64encode(b"short").decode(), ",", " , "],
    ids=["not base64", "not ASCII", "too short", "comma", "commas"],
)
def test_bad_setting_is_refused_with_words(setting: str, tmp_path: Path) -> None:
    with pytest.raises(BadKeys, match="key"):
        load_keyring(setting, tmp_path)
    assert not (tmp_path / KEY_FILE).exists()


def test_empty_key_file_is_refused_not_replaced(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("\n")
    with pytest.raises(BadKeys, match="key"):
        load_keyring(None, tmp_path)
