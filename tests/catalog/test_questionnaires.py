"""The instruments as shipped, and what the loader refuses."""

import shutil
from pathlib import Path

import pytest

from bot.catalog.questionnaires import load_questionnaires
from bot.domain.instrument import InstrumentLibrary, UnknownInstrumentError

CONTENT = Path(__file__).parents[2] / "content" / "questionnaires"


def shipped() -> InstrumentLibrary:
    library, problems = load_questionnaires(CONTENT)
    assert library is not None, problems
    return library


def test_every_shipped_instrument_is_listed_as_unsigned() -> None:
    library, problems = load_questionnaires(CONTENT)
    assert library is not None
    assert {problem.severity for problem in problems} == {"warning"}
    assert len(problems) == len(library.instruments)


@pytest.mark.parametrize(
    ("instrument", "item", "text"),
    [
        ("phq9", "phq9-1", "Little interest or pleasure in doing things"),
        (
            "phq9",
            "phq9-9",
            "Thoughts that you would be better off dead, or of hurting yourself in some way",
        ),
        ("phqa", "phqa-1", "Feeling down, depressed, irritable, or hopeless?"),
        ("gad2", "gad2-2", "Not being able to stop or control worrying"),
        ("asq", "asq-5", "Are you having thoughts of killing yourself right now?"),
    ],
)
def test_the_words_are_those_of_the_form(instrument: str, item: str, text: str) -> None:
    assert shipped().latest(instrument).item(item).text == text


def test_the_credit_line_is_shown_with_the_phq_and_gad() -> None:
    for name in ("phq9", "phqa", "gad2"):
        credit = shipped().latest(name).credit
        assert credit is not None
        assert "Spitzer" in credit
        assert "Pfizer" in credit


def test_a_score_lacks_what_was_skipped() -> None:
    gad2 = shipped().latest("gad2")
    assert gad2.score({"gad2-1": "3", "gad2-2": "1"}).total == 4
    half = gad2.score({"gad2-1": "3", "gad2-2": "skip"})
    assert (half.total, half.known, half.highest) == (None, 3, 6)
    assert half.missing == ("gad2-2",)


def test_unscored_items_do_not_count() -> None:
    phq = shipped().latest("phq9")
    zeros = {f"phq9-{number}": "0" for number in range(1, 10)}
    assert phq.score({**zeros, "phq9-difficulty": "3"}).total == 0


def test_old_versions_stay_readable_next_to_the_new_one(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path, dirs_exist_ok=True)
    text = (CONTENT / "gad2-v1.yaml").read_text(encoding="utf-8")
    (tmp_path / "gad2-v2.yaml").write_text(text.replace("version: 1", "version: 2"))
    library, problems = load_questionnaires(tmp_path)
    assert library is not None, problems
    assert library.latest("gad2").version == 2
    assert library.get("gad2", 1).version == 1
    with pytest.raises(UnknownInstrumentError):
        library.get("gad2", 3)


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        pytest.param("asq", "id: asq-3", "id: asq-2", "stands twice", id="item-twice"),
        pytest.param("asq", "id: asq-3", "id: as-3", "must start with asq-", id="foreign-id"),
        pytest.param(
            "asq", "id: asq-5, safety: true", "id: asq-5", "safety: true", id="safety-mark-lost"
        ),
        pytest.param(
            "phq9",
            'code: "2", value: 2, text: More',
            'code: "2", value: 1, text: More',
            "value 1 stands twice",
            id="value-twice",
        ),
        pytest.param("gad2", 'code: "0", value: 0', 'code: "0", value: 4', "value 0", id="no-zero"),
        pytest.param("gad2", "positive: 3", "other: 3", "cut-off 'positive'", id="cutoff-lost"),
        pytest.param("gad2", "loinc: 69725-0", "loinc: maybe", "loinc", id="loinc-malformed"),
        pytest.param("gad2", "status: draft", "status: approved", "reviewed_by", id="unsigned"),
        pytest.param("gad2", "licence:", "license:", "license", id="unknown-key"),
        pytest.param("gad2", "version: 1", "version: 3", "gad2-v3.yaml", id="name-and-version"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    tmp_path: Path, name: str, old: str, new: str, complaint: str
) -> None:
    shutil.copytree(CONTENT, tmp_path, dirs_exist_ok=True)
    path = tmp_path / f"{name}-v1.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    library, problems = load_questionnaires(tmp_path)
    assert library is None
    matching = [problem for problem in problems if complaint in problem.text]
    assert matching, problems
    assert all(problem.path == path and problem.line > 0 for problem in matching)


def test_a_missing_instrument_is_refused(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path, dirs_exist_ok=True)
    (tmp_path / "asq-v1.yaml").unlink()
    library, problems = load_questionnaires(tmp_path)
    assert library is None
    assert any("'asq'" in problem.text for problem in problems)
