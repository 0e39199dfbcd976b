"""The symptom check in words and buttons. N and E have their own fixed messages in `safety`."""

from __future__ import annotations

from collections.abc import Iterable

from bot.catalog.messages import Safe, Say
from bot.domain.message import Button, Message, Rows
from bot.domain.symptom_actions import AnswerSymptom, ChooseSymptom, StartSymptoms, StopSymptoms
from bot.domain.symptom_check import OTHER, Kind, Option, Question
from bot.domain.symptom_outcome import SymptomOutcome
from bot.domain.symptom_state import Answer
from bot.domain.symptom_store import SymptomStore
from bot.domain.tier import Tier

SHORT = 24  # labels up to this length stand two in a row


def symptom_question(say: Say, question: Question, check_id: int) -> Message:
    """One question with its buttons; `check_id` goes into each of them."""
    if question.is_choice:
        return _choice(say, question, check_id)
    parts: list[str] = []
    if question.again:
        parts += [say("symptom-again"), ""]
    match question.kind:
        case Kind.EMERGENCY:
            signs = _bullets(say, question.signs)
            parts.append(say("symptom-emergency", ask=question.text, signs=signs))
        case Kind.SIGNS:
            parts.append(say("symptom-signs", signs=_bullets(say, question.signs)))
        case _:
            parts.append(say("symptom-question", ask=question.text))
    return Message("\n".join(parts), _answers(say, question, check_id))


def understood(say: Say, store: SymptomStore, symptoms: Iterable[str]) -> Safe:
    """The line above the first question when the patient described it in their own words."""
    return say("symptom-understood", symptoms=_names(say, store, symptoms))


def symptom_outcome(say: Say, store: SymptomStore, result: SymptomOutcome) -> Message:
    """What to do, for the tiers up to "within 24 hours".

    Raises `ValueError` for N and E: their words are fixed in the safety messages, and a milder
    text in their place would be dangerous.
    """
    if result.tier.escalates:
        raise ValueError("N and E are said by the safety messages")
    parts: list[str] = [_verdict(say, store, result)]
    if "earlier-today" in result.reasons:
        parts.insert(0, say("symptom-earlier-today"))
    if tips := [tip for each in result.self_care for tip in _tips(store, each)]:
        lines = [say("symptom-tip", tip=tip) for tip in dict.fromkeys(tips)]
        parts.append("\n".join([say("symptom-tips"), *lines]))
    if result.tier > Tier.SELF_CARE:
        parts += [say("symptom-when-now"), say("symptom-not-diagnosis")]
    again = Button(say.plain("symptom-check-other"), StartSymptoms("menu"))
    return Message("\n\n".join(parts), ((again,),))


def _verdict(say: Say, store: SymptomStore, result: SymptomOutcome) -> Safe:
    if result.tier is Tier.SELF_CARE:
        return say("symptom-nothing")
    names = _names(say, store, result.symptoms)
    if result.tier is Tier.ROUTINE:
        return say("symptom-routine", symptoms=names)
    if not names:
        return say("symptom-within-24h-other")
    return say("symptom-within-24h", symptoms=names)


def _answers(say: Say, question: Question, check_id: int) -> Rows:
    def button(answer: Answer) -> Button:
        label = say.plain(f"symptom-{answer.value}")
        return Button(label, AnswerSymptom(check_id, question.id, answer.value))

    first = (button(Answer.YES), button(Answer.NO))
    if question.kind is Kind.EMERGENCY:
        return (first, (button(Answer.UNCLEAR),))
    return (first, (button(Answer.UNCLEAR), button(Answer.SKIP)), (_stop(say, check_id),))


def _choice(say: Say, question: Question, check_id: int) -> Message:
    buttons = [
        Button(_label(say, question.kind, each), ChooseSymptom(check_id, question.id, each.code))
        for each in question.options
    ]
    text = say(f"symptom-{question.kind.value}")
    if question.kind is not Kind.WHICH:
        return Message(text, _rows(buttons))
    # Signs are sentences: numbers on the buttons, the sentences above them.
    lines = [f"{at}. {say('symptom-sign-text', sign=each.label)}"
             for at, each in enumerate(question.options, 1) if each.label]  # fmt: skip
    numbered = [
        Button(str(at), each.action) if option.label else each
        for at, (each, option) in enumerate(zip(buttons, question.options, strict=True), 1)
    ]
    last = [each for each, option in zip(numbered, question.options, strict=True)
            if option.code == OTHER]  # fmt: skip
    return Message(
        "\n".join([text, "", *lines]), (tuple(b for b in numbered if b not in last), tuple(last))
    )


def _label(say: Say, kind: Kind, option: Option) -> str:
    if option.label:
        return option.label
    stem = {Kind.AREAS: "area", Kind.PICK: "pick", Kind.WHICH: "which"}[kind]
    return say.plain(f"symptom-{stem}-{option.code}")


def _rows(buttons: list[Button]) -> Rows:
    """Two short labels side by side; a long one has its row."""
    rows: list[tuple[Button, ...]] = []
    for each in buttons:
        last = rows[-1] if rows else ()
        if len(last) == 1 and max(len(last[0].label), len(each.label)) <= SHORT:
            rows[-1] = (*last, each)
        else:
            rows.append((each,))
    return tuple(rows)


def _stop(say: Say, check_id: int) -> Button:
    return Button(say.plain("symptom-stop"), StopSymptoms(check_id))


def _bullets(say: Say, signs: Iterable[str]) -> Safe:
    return Safe("\n".join(say("symptom-sign", sign=sign) for sign in signs))


def _names(say: Say, store: SymptomStore, symptoms: Iterable[str]) -> Safe:
    names = [each.name for name in symptoms if (each := store.symptom(name)) is not None]
    return Safe("\n".join(say("symptom-sign", sign=name) for name in names))


def _tips(store: SymptomStore, symptom_id: str) -> tuple[str, ...]:
    symptom = store.symptom(symptom_id)
    return symptom.self_care if symptom else ()
