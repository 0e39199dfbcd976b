"""`ask`, `classify` and `triage`: one text per line in, one judgement per line out.

How a clinician audits the content and the safety rules without a chat. The judgements are made by
the very objects that the bot uses; nothing here decides anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

from bot.catalog.bad_content import BadContent
from bot.catalog.detection import load_detector
from bot.domain.concern.detector import Detector
from bot.domain.concern.finding import Label, cli_tier
from bot.domain.concern.finding import Outcome as Certainty
from bot.domain.faq import Outcome

Judge = Callable[[str], dict[str, Any]]
LineId = str | int
_ABOUT_LIFE = frozenset({Label.SUICIDE, Label.OVERDOSE, Label.PSYCHOSIS, Label.SEVERE_MOOD})


def asking(content_dir: Path, language: str) -> Judge:
    """Where a question leads. A text that holds a concern, certain or only possible, is never
    answered as a question: in the chat it gets the fixed message, or is asked about directly.

    `topics` then say where its words lead once the worry is denied (none where a danger to life is
    certain), and `why` names both. A refused request stays refused when the concern in it is only
    possible and not about suicide: the chat asks first and then refuses.
    """
    from bot.catalog.faq import load_faq

    detector = _detector(content_dir)
    store, problems = load_faq(content_dir)
    if store is None:
        raise BadContent(problems)

    def judge(text: str) -> dict[str, Any]:
        concern = detector.detect(text)
        found = store.find(text, language)
        answer = {"topics": list(found.topics), "outcome": found.outcome, "why": list(found.why)}
        if not concern.concerns:
            return answer
        answer["why"] = [*concern.why, *found.why]
        sure = concern.outcome is Certainty.CERTAIN
        if sure and concern.label in _ABOUT_LIFE:
            return {"topics": [], "outcome": Outcome.ESCALATED, "why": list(concern.why)}
        if found.outcome is Outcome.REFUSED and not sure and concern.label is not Label.SUICIDE:
            return answer
        return answer | {"outcome": Outcome.ESCALATED}

    return judge


def classifying(content_dir: Path) -> Judge:
    """What a text reveals, how soon to act, and the rules that said so."""
    detector = _detector(content_dir)

    def judge(text: str) -> dict[str, Any]:
        found = detector.detect(text)
        return {
            "label": found.label,
            "tier": cli_tier(found),
            "outcome": found.outcome,
            "why": list(found.why),
        }

    return judge


def triaging(content_dir: Path) -> Judge:
    """How soon somebody with these symptoms should act, told in their own words."""
    from bot.catalog.symptoms import load_symptoms
    from bot.domain.symptom_triage import triage

    detector = _detector(content_dir)
    store, problems = load_symptoms(content_dir / "symptoms")
    if store is None:
        raise BadContent(problems)

    def judge(text: str) -> dict[str, Any]:
        found = triage(text, store, detector)
        return {
            "tier": found.tier.label,
            "symptoms": list(found.symptoms),
            "why": list(found.why),
        }

    return judge


def answer_lines(source: Iterable[bytes], target: TextIO, judge: Judge, *, jsonl: bool) -> int:
    """Answer each line at once and in order; empty lines are left out. A line that cannot be
    read gets an `error` in its place. Returns how many those were.

    Without `jsonl` a line is a text and its number, from 1, is its id.
    """
    unread = 0
    for number, raw in enumerate(source, start=1):
        if not raw.strip():
            continue
        answer: dict[str, Any]
        try:
            line_id, text = _read_json(raw) if jsonl else (number, _read_text(raw))
            answer = {"id": line_id, **judge(text)}
        except _Unreadable as error:
            unread += 1
            answer = {"id": error.line_id if jsonl else number, "error": str(error)}
        target.write(json.dumps(answer, ensure_ascii=False) + "\n")
        target.flush()
    return unread


class _Unreadable(Exception):
    def __init__(self, text: str, line_id: LineId | None = None) -> None:
        super().__init__(text)
        self.line_id = line_id


def _read_text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise _Unreadable("the line is not UTF-8") from None


def _read_json(raw: bytes) -> tuple[LineId, str]:
    try:
        value = json.loads(_read_text(raw))
    except (ValueError, RecursionError):
        raise _Unreadable("the line is not JSON") from None
    if not isinstance(value, dict):
        raise _Unreadable('the line is not an object like {"id": "1", "text": "..."}')
    line_id, text = value.get("id"), value.get("text")
    if isinstance(line_id, bool) or not isinstance(line_id, str | int):
        raise _Unreadable("`id` must be a text or a whole number")
    if not isinstance(text, str):
        raise _Unreadable("`text` must be a text", line_id)
    return line_id, text


def _detector(content_dir: Path) -> Detector:
    detector, problems = load_detector(content_dir)
    if detector is None:
        raise BadContent(problems)
    return detector
