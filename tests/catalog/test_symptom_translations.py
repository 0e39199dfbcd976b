"""The symptom check in another language: other words, the same rules, and English for the rest."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.catalog.symptom_translations import load_symptom_translations
from bot.catalog.symptoms import load_symptoms
from bot.domain.symptom_store import SymptomStore
from bot.domain.symptom_triage import match_symptoms
from bot.settings import PROJECT

SHIPPED = PROJECT / "content" / "symptoms"


@pytest.fixture(scope="module")
def english() -> SymptomStore:
    store, problems = load_symptoms(SHIPPED)
    assert store is not None, problems
    return store


def whole(english: SymptomStore) -> dict[str, Any]:
    """A translation of everything, as its file would read."""
    return {
        "status": "machine-drafted, not signed",
        "reviewed": None,
        "areas": {area.id: f"es {area.name}"[:64] for area in english.areas},
        "emergency": {"ask": "es?", "signs": [f"es {s}" for s in english.emergency_signs]},
        "combinations": {rule.id: f"es {rule.why}" for rule in english.combinations},
        "symptoms": {
            each.id: {
                "name": f"es {each.name}"[:64],
                "steps": [
                    {"sign": f"es {s.sign}", **({"ask": f"es {s.ask}"} if s.ask else {})}
                    for s in each.steps
                ],
                "mild": f"es {each.mild}" if each.mild else None,
                "self_care": [f"es {tip}" for tip in each.self_care],
                "words": [f"palabra {number}"],
            }
            for number, each in enumerate(english.symptoms)
        },
    }


def loaded(
    folder: Path, english: SymptomStore, content: dict[str, Any]
) -> tuple[SymptomStore | None, list[str]]:
    (folder / "translations").mkdir()
    text = yaml.safe_dump(content, allow_unicode=True)
    (folder / "translations" / "es.yaml").write_text(text, encoding="utf-8")
    stores, problems = load_symptom_translations(folder, english)
    assert {each.severity for each in problems} <= {"warning"}
    return stores.get("es"), [each.text for each in problems]


def test_a_whole_translation_says_everything_in_its_language(
    tmp_path: Path, english: SymptomStore
) -> None:
    store, problems = loaded(tmp_path, english, whole(english))
    assert problems == []
    assert store is not None
    for own, original in zip(store.symptoms, english.symptoms, strict=True):
        assert own.name.startswith("es ")
        for step, first in zip(own.steps, original.steps, strict=True):
            # only the words differ: never a tier, a fact or an id
            assert replace(step, ask=first.ask, sign=first.sign) == first
            assert step.ask.startswith("es ") or not first.ask
        kept = {f.name for f in fields(own)} - {"name", "steps", "mild", "self_care", "words"}
        assert all(getattr(own, name) == getattr(original, name) for name in kept)
    assert [rule.needs for rule in store.combinations] == [r.needs for r in english.combinations]
    assert match_symptoms("tengo palabra 3", store) == (english.symptoms[3].id,)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(lambda t: t["symptoms"].pop("S26"), "S26 is missing", id="symptom-missing"),
        pytest.param(
            lambda t: t["symptoms"]["S26"]["steps"].pop(), "S26: English has", id="step-missing"
        ),
        pytest.param(
            lambda t: t["symptoms"]["S26"]["steps"][0].pop("ask"), "step 1: `ask`", id="no-question"
        ),
        pytest.param(lambda t: t["emergency"]["signs"].pop(), "emergency signs", id="sign-missing"),
        pytest.param(lambda t: t["areas"].update(moon="x"), "English has no moon", id="stray-area"),
        pytest.param(
            lambda t: t["combinations"].clear(), "tetracycline is missing", id="no-combinations"
        ),
        pytest.param(lambda t: t.update(reviewed="Dr. Lee"), "different things", id="half-signed"),
        pytest.param(
            lambda t: t["symptoms"]["S26"].update(words=[]), "at least one way", id="no-words"
        ),
    ],
)
def test_what_is_missing_is_said_in_english_and_reported(
    tmp_path: Path, english: SymptomStore, spoil: Any, said: str
) -> None:
    content = whole(english)
    spoil(content)
    store, problems = loaded(tmp_path, english, content)
    assert any(said in each for each in problems), problems
    assert store is not None
    for own, original in zip(store.symptoms, english.symptoms, strict=True):
        for step, first in zip(own.steps, original.steps, strict=True):
            assert bool(step.ask) == bool(first.ask)
            assert step.sign
    assert len(store.emergency_signs) == len(english.emergency_signs)


@pytest.mark.parametrize("text", ["areas: [", "areas: {}\n", "- 1\n"])
def test_a_file_that_cannot_be_read_leaves_english(
    tmp_path: Path, english: SymptomStore, text: str
) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "es.yaml").write_text(text, encoding="utf-8")
    stores, problems = load_symptom_translations(tmp_path, english)
    assert stores == {}
    assert {each.severity for each in problems} == {"warning"}


@pytest.mark.parametrize("language", ["es", "ur"])
def test_the_shipped_translations_lack_nothing(english: SymptomStore, language: str) -> None:
    stores, problems = load_symptom_translations(SHIPPED, english)
    assert [each for each in problems if each.path.stem == language] == []
    assert language in stores
