"""The rules of the pregnancy prevention programmes, as their sources say them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.catalog.messages import Say
from bot.domain.date_actions import (
    AddDate,
    ChooseProgramme,
    ShowDates,
    ShowProgrammes,
    SwitchContraception,
)
from bot.domain.message import Button, Message
from bot.domain.programme import Programme, ProgrammeRule, in_language
from bot.domain.routine_kind import RoutineKind
from bot.views.dates import kind_name


def listed(say: Say, programmes: Sequence[Programme], chosen: Programme | None) -> Message:
    """All of them; the one that applies is marked."""
    marks = {True: "✓ ", False: ""}
    rows = tuple(
        (Button(f"{marks[each == chosen]}{each.name}", ChooseProgramme(each.id, False)),)
        for each in programmes
    )
    back = (Button(say.plain("common-back"), ShowDates()),)
    return Message(say("programmes-title"), (*rows, back))


def one(say: Say, programme: Programme, *, applies: bool) -> Message:
    """One programme: its rules by whom they are for, its sources, and that the clinic wins."""
    blocks: list[str] = [say("programmes-one-title", name=say.foreign(programme.name))]
    for who, rules in groupby(sorted(programme.rules, key=_for_whom), key=lambda rule: rule.who):
        lines = [say(f"programmes-{who.replace('_', '-')}")]
        lines += [
            say("programmes-rule", text=in_language(rule.text, say.language)) for rule in rules
        ]
        blocks.append("\n".join(lines))
    blocks.append(say("programmes-notice", text=in_language(programme.notice, say.language)))
    sources = say.foreign("; ".join(programme.sources))
    version = str(programme.version)
    state = "programmes-signed" if programme.reviewed else "programmes-unsigned"
    blocks.append(say("programmes-source", sources=sources, version=version))
    blocks.append(say(state))
    return Message("\n\n".join(blocks), _rows(say, programme, applies=applies))


def _rows(say: Say, programme: Programme, *, applies: bool) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if applies:
        reminders = {rule.reminder: None for rule in programme.rules if rule.reminder}
        for each in reminders:
            if each == "contraception":
                label = say.plain("dates-button-contraception-on")
                rows.append((Button(label, SwitchContraception(True)),))
            else:
                kind = RoutineKind(each)
                label = say.plain("programmes-button-note", kind=kind_name(say, kind))
                rows.append((Button(label, AddDate(kind, programme.source)),))
        none = Button(say.plain("programmes-button-drop"), ChooseProgramme("-", True))
        rows.append((none,))
    else:
        label = say.plain("programmes-button-applies")
        rows.append((Button(label, ChooseProgramme(programme.id, True), style="primary"),))
    rows.append((Button(say.plain("common-back"), ShowProgrammes()),))
    return tuple(rows)


def _for_whom(rule: ProgrammeRule) -> int:
    return ("everybody", "can_become_pregnant", "cannot_become_pregnant").index(rule.who)
