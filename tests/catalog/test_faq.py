"""Loading `content/faq`: what a store holds, and the line that every mistake is reported at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.catalog.faq import load_faq
from bot.domain.faq import Outcome
from bot.domain.faq_store import FaqStore

TOPIC = """\
---
id: {id}
group: taking
title: About {id}
short: The two lines that a notification shows.
aliases: [{id} alias]
questions: [what about {id}]
related: []
sources:
  - {{organisation: Clinic, title: Leaflet, year: 2024}}
reviewed_by: null
reviewed_on: null
next_review: null
---
The answer about {id}.
"""
SPANISH = """\
---
id: lips
title: Labios secos
short: Las dos líneas que muestra una notificación.
aliases: [labios]
questions: [qué hago con los labios]
status: machine-drafted, not signed
reviewed_by: null
reviewed_on: null
next_review: null
---
La respuesta.
"""
FILES = {
    "groups.yaml": (
        "groups:\n  - {id: after, title: {en: After}}\n  - {id: taking, title: {en: Taking}}\n"
    ),
    "moved.yaml": "was-lips: lips\nolder-lips: was-lips\n",
    "search.yaml": 'medicine: [accutane]\noutside: {"small-talk:greeting": [hello there]}\n',
    "refusals.yaml": (
        "words: {pills: [pills, accutane]}\n"
        "families:\n"
        "  - id: sell-pills\n    about: Selling\n    reason: r\n    turn_to: t\n"
        '    topics: [lips]\n    patterns: ["sell .. {pills}"]\n'
    ),
    "en/lips.md": TOPIC.format(id="lips"),
    "en/eyes.md": TOPIC.format(id="eyes"),
}
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the small content above, with some files replaced (None: left out)."""

    def writer(**replaced: str | None) -> Path:
        by_name = {name.replace("/", "_").split(".")[0]: name for name in FILES}
        files: dict[str, str | None] = dict(FILES)
        files.update({by_name.get(key, key): text for key, text in replaced.items()})
        for name, text in files.items():
            if text is not None:
                path = tmp_path / "faq" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        return tmp_path

    return writer


def loaded(content: Path) -> FaqStore:
    store, problems = load_faq(content)
    assert problems == []
    assert store is not None
    return store


def test_topics_by_id_group_and_language(write: Write) -> None:
    store = loaded(write())
    topic = store.topic("lips", "es")
    assert topic is not None
    assert (topic.title, topic.language, topic.html) == (
        "About lips",
        "en",
        "The answer about lips.",
    )
    assert not topic.review.signed
    assert [group.id for group in store.groups()] == ["taking"]
    assert [topic.id for topic in store.topics("taking", "en")] == ["eyes", "lips"]


def test_an_id_that_moved_still_opens_its_topic(write: Write) -> None:
    store = loaded(write())
    for old in ("was-lips", "older-lips"):
        topic = store.topic(old, "en")
        assert topic is not None
        assert topic.id == "lips"
    assert store.topic("never-was", "en") is None


def test_country_variants(write: Write) -> None:
    text = FILES["en/lips.md"].replace(
        "related: []",
        'related: []\nvariants: {"US": "Leave it out.", "GB,IE": "Take it **late**."}\n'
        "default_variant: See your leaflet.",
    )
    store = loaded(write(en_lips=text.replace("The answer", "{variant}\n\nThe answer")))
    topic = store.topic("lips", "en")
    assert topic is not None
    starts = {c: topic.html_for(c).split("\n")[0] for c in ("US", "ie", "PK")}
    assert starts == {
        "US": "Leave it out.",
        "ie": "Take it <b>late</b>.",
        "PK": "See your leaflet.",
    }
    assert topic.html_for(None) == topic.html_for("PK")


def test_a_language_of_its_own_is_searched_and_shown(write: Write) -> None:
    content = write()
    (content / "faq" / "es").mkdir()
    (content / "faq" / "es" / "lips.md").write_text(SPANISH, encoding="utf-8")
    store, problems = load_faq(content)
    assert store is not None
    assert [(each.severity, each.path.name) for each in problems] == [("warning", "es")]
    assert store.find("que hago con los labios", "es").topics[:1] == ("lips",)
    assert store.find("what about eyes", "es").topics[:1] == ("eyes",)
    topic = store.topic("lips", "es")
    assert topic is not None
    assert topic.title == "Labios secos"
    assert (topic.group, topic.sources[0].organisation) == ("taking", "Clinic")
    eyes = store.topic("eyes", "es")
    assert eyes is not None
    assert eyes.language == "en"


def test_a_refusal_carries_its_reason(write: Write) -> None:
    store = loaded(write())
    found = store.find("can i sell my spare pills", "en")
    assert (found.outcome, found.refusal, found.topics) == (
        Outcome.REFUSED,
        "sell-pills",
        ("lips",),
    )
    assert store.refusal("sell-pills").reason == "r"


EYES, LIPS = FILES["en/eyes.md"], FILES["en/lips.md"]


@pytest.mark.parametrize(
    ("files", "where", "text"),
    [
        ({"en_eyes": EYES.replace("id: eyes", "id: eye")}, "eyes.md:2", "must be the file's name"),
        ({"en_eyes": EYES.replace("group: taking", "group: x")}, "eyes.md:3", "no group 'x'"),
        ({"en_eyes": EYES.replace("title: About eyes\n", "")}, "eyes.md:2", "Field required"),
        ({"en_eyes": EYES.replace("related: []", "related: [nose]")}, "eyes.md:8", "'nose'"),
        ({"en_eyes": EYES.replace("related: []", "related: [eyes]")}, "eyes.md:8", "itself"),
        ({"en_eyes": EYES.replace("eyes alias", "lips alias")}, "lips.md:6", "already leads to"),
        ({"en_eyes": EYES.replace("The answer", "# The answer")}, "eyes.md:15", "headings"),
        ({"en_eyes": EYES.replace("The answer", "{variant}\n\nIt")}, "eyes.md", "belong together"),
        ({"en_eyes": EYES.replace("The answer", "word " * 800)}, "eyes.md:15", "the most is 3500"),
        ({"en_eyes": EYES.replace("reviewed_by: null", "reviewed_by: Dr A")}, "eyes.md:11", "both"),
        ({"en_eyes": EYES.replace("---\nid", "id")}, "eyes.md:1", "front matter"),
        ({"en_eyes": EYES.replace("id: eyes", "id: eyes\nid: eyes")}, "eyes.md:3", "stands twice"),
        ({"moved": "was-lips: nose\n"}, "moved.yaml:1", "no topic"),
        ({"moved": "lips: eyes\n"}, "moved.yaml:1", "still a topic"),
        ({"moved": "a: b\nb: a\n"}, "moved.yaml:1", "no topic"),
        ({"groups": "groups:\n  - {id: taking, title: {es: Tomar}}\n"}, "groups.yaml:2", "English"),
        ({"search": "medicine: []\n"}, "search.yaml:1", "medicine"),
        (
            {"refusals": FILES["refusals.yaml"].replace("{pills}", "{pill}")},
            "refusals.yaml:8",
            "no list is called 'pill'",
        ),
        (
            {"refusals": FILES["refusals.yaml"].replace("topics: [lips]", "topics: [nose]")},
            "refusals.yaml:7",
            "'nose'",
        ),
        (
            {"phrases/en.yaml": "phrases:\n  lips: [eyes alias]\n"},
            "en.yaml:2",
            "already leads to the topic 'eyes'",
        ),
        ({"phrases/en.yaml": "phrases:\n  nose: [snot]\n"}, "en.yaml:2", "'nose'"),
    ],
)
def test_a_mistake_is_a_line_and_a_sentence_and_no_store(
    write: Write, files: dict[str, str], where: str, text: str
) -> None:
    store, problems = load_faq(write(**files))
    assert store is None
    said = [str(problem) for problem in problems]
    assert any(where in sentence and text in sentence for sentence in said), said


def test_one_broken_file_is_not_reported_by_everything_that_links_to_it(write: Write) -> None:
    linked = FILES["en/eyes.md"].replace("related: []", "related: [lips]")
    _, problems = load_faq(write(en_lips="no front matter", en_eyes=linked))
    assert [problem.path.name for problem in problems] == ["lips.md"]


def test_no_english_topics(tmp_path: Path) -> None:
    store, problems = load_faq(tmp_path)
    assert store is None
    assert "no English topics" in str(problems[0])


@pytest.mark.parametrize(
    ("file", "said"),
    [
        pytest.param(SPANISH.replace("id: lips", "id: nose"), "must be the file's name", id="id"),
        pytest.param(
            SPANISH.replace("status:", "variants: {US: Aquí.}\ndefault_variant: Allí.\nstatus:"),
            "belong together",
            id="variant-without-place",
        ),
        pytest.param(
            SPANISH.replace("status:", "variants: {US: Aquí.}\ndefault_variant: Allí.\nstatus:")
            + "\n{variant}\n",
            "the same countries",
            id="country-that-english-lacks",
        ),
        pytest.param(
            SPANISH.replace("machine-drafted, not signed", "signed"),
            "different things",
            id="signed-by-nobody",
        ),
        pytest.param(SPANISH + "\n# Título\n", "headings", id="markdown"),
        pytest.param(SPANISH.replace("aliases: [labios]", "aliases: []"), "aliases", id="aliases"),
        pytest.param(SPANISH.replace("status:", "group: taking\nstatus:"), "group", id="inherited"),
    ],
)
def test_a_faulty_translation_is_a_warning_and_english_is_said(
    write: Write, file: str, said: str
) -> None:
    store, problems = load_faq(write(en_eyes=None, **{"es/lips.md": file}))
    assert {each.severity for each in problems if said in each.text} == {"warning"}
    assert store is not None
    topic = store.topic("lips", "es")
    assert topic is not None
    assert topic.language == "en"


def test_a_translation_without_an_english_topic_leads_nowhere(write: Write) -> None:
    store, problems = load_faq(write(**{"es/nose.md": SPANISH.replace("lips", "nose")}))
    assert store is not None
    assert store.topic("nose", "es") is None
    assert any("no English topic 'nose'" in each.text for each in problems)


def test_an_alias_is_unique_within_its_language(write: Write) -> None:
    again = SPANISH.replace("id: lips", "id: eyes").replace("qué hago con los labios", "y los ojos")
    _, problems = load_faq(write(**{"es/lips.md": SPANISH, "es/eyes.md": again}))
    assert any("'labios' already leads to the topic" in each.text for each in problems)


def test_a_right_to_left_answer_keeps_numbers_in_order(write: Write) -> None:
    urdu = SPANISH.replace("Labios secos", "SPF 50 لگائیں").replace(
        "La respuesta.", "- SPF 30–50 لگائیں، 1-800-222-1222 پر کال کریں۔"
    )
    store, _ = load_faq(write(en_eyes=None, **{"ur/lips.md": urdu}))
    assert store is not None
    topic = store.topic("lips", "ur")
    assert topic is not None
    lri, pdi, rlm = "\u2066", "\u2069", "\u200f"
    assert topic.html.startswith(f"{rlm}• {lri}SPF 30–50{pdi} ")
    assert f"{lri}1-800-222-1222{pdi}" in topic.html
    assert lri not in topic.plain
