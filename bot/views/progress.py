"""/progress: the picture's words, and the same in words below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bot.catalog.messages import Safe, Say
from bot.domain.drawing_actions import ShowProgress, ShowReport
from bot.domain.history import History, Mark
from bot.domain.message import Button, Message, Rows
from bot.domain.picture import Calendar, Cell, Entry, Picture, Row, Shape, Timeline
from bot.domain.symptom_store import SymptomStore
from bot.domain.tier import Tier
from bot.views.daily_mood import MOODS
from bot.views.times import date_text, first_weekday, month_text, short_day_text, weekday_names

PERIODS = (4, 12, 0)  # weeks; 0 is everything
# What may be seen over a shoulder: never these. They are in the report.
PERSONAL = frozenset({"mood", "periods-pregnancy", "took-too-much"})
DRYNESS = ("S01", "S02", "S04", "S03", "S11")  # lips, skin, eyes, nose, mouth: always first
MOST_ROWS = 8
LONGEST_CAPTION = 1000  # Telegram takes 1,024 characters; an emoji counts twice
# Labels nearer to each other than this would overlap.
TICK_DISTANCE = timedelta(days=10)


def picture(
    say: Say, store: SymptomStore, history: History, *, dark: bool, country: str | None
) -> Picture:
    """The picture in the words of `say`; every mark is one of the history's."""
    starts = first_weekday(say.language, country)
    names = weekday_names(say.language)
    weekdays = tuple(names[(starts + number) % 7] for number in range(7))
    return Picture(
        language=say.language,
        right_to_left=say.right_to_left,
        dark=dark,
        title=say.plain("progress-title"),
        period=_period(say, history),
        first=history.first,
        last=history.last,
        today=history.last,
        first_weekday=starts,
        ticks=_ticks(say, history),
        calendar=_doses(say, history, weekdays),
        timeline=_noted(say, store, history),
        faces=_moods(say, history, weekdays),
        footer=say.plain("progress-footer"),
    )


def caption(say: Say, store: SymptomStore, history: History, *, weeks: int, dark: bool) -> Message:
    """The same figures in words, for those who do not see the picture, and ways on."""
    parts: list[str] = [say("progress-caption-title", period=_period(say, history))]
    counts = history.counts()
    said = [_counted(say, mark, counts[mark]) for mark in Mark if counts[mark]]
    parts.append(
        say("progress-caption-doses", counts=Safe(_listed(say, said)))
        if said
        else say("progress-caption-no-doses")
    )
    shown = _shown(store, history)
    noted = [
        say("progress-caption-symptom", name=_name(store, each), days=len(days))
        for each, days in shown.items()
    ]
    felt = [
        say("progress-caption-mood", mood=say.plain(f"mood-daily-{mood}"), days=days)
        for mood in MOODS
        if (days := sum(each == mood for _, each in history.moods))
    ]
    if felt:
        parts.append(say("progress-caption-moods", moods=Safe(_listed(say, felt))))
    more = len(shown) < len(history.complaint_days())
    while noted and len("\n".join([*parts, *noted])) > LONGEST_CAPTION - 80:
        noted.pop()
        more = True
    if noted:
        parts += [say("progress-caption-noted"), *noted]
    if more:
        parts.append(say("progress-caption-more"))
    return Message("\n".join(parts), _ways_on(say, weeks=weeks, dark=dark))


def nothing_yet(say: Say) -> Message:
    return Message(say("progress-nothing"))


def _period(say: Say, history: History) -> str:
    first, last = (date_text(say.language, each) for each in (history.first, history.last))
    return say.plain("progress-period", first=first, last=last)


def _ticks(say: Say, history: History) -> tuple[tuple[date, str], ...]:
    """The first day, and the first of each month after it."""
    months = (
        (day.on, month_text(say.language, day.on))
        for day in history.days
        if day.on.day == 1 and day.on - history.first >= TICK_DISTANCE
    )
    return (history.first, short_day_text(say.language, history.first)), *months


def _doses(say: Say, history: History, weekdays: tuple[str, ...]) -> Calendar:
    """Every mark that occurs, and its word; nothing that does not."""
    cells = tuple(Cell(day.on, tuple(dose.mark for dose in day.doses)) for day in history.days)
    counts = history.counts()
    legend = tuple(Entry(mark, say.plain(f"progress-mark-{mark}")) for mark in Mark if counts[mark])
    return Calendar(
        say.plain("progress-doses"),
        weekdays,
        cells if legend else (),
        legend,
        say.plain("progress-caption-no-doses"),
    )


def _noted(say: Say, store: SymptomStore, history: History) -> Timeline:
    rows = []
    for symptom in _shown(store, history):
        worst: dict[date, Tier] = {}
        for each in history.complaints:
            if each.symptom == symptom:
                worst[each.on] = max(each.tier, worst.get(each.on, each.tier))
        points = tuple((on, _shape(tier)) for on, tier in sorted(worst.items()))
        rows.append(Row(_name(store, symptom), points))
    used = {shape for row in rows for _, shape in row.points}
    legend = tuple(
        Entry(each, say.plain(f"progress-shape-{each}")) for each in Shape if each in used
    )
    return Timeline(
        say.plain("progress-noted"), tuple(rows), legend, say.plain("progress-nothing-noted")
    )


def _moods(say: Say, history: History, weekdays: tuple[str, ...]) -> Calendar:
    cells = tuple(Cell(on, (mood,)) for on, mood in history.moods)
    used = {mood for _, mood in history.moods}
    legend = tuple(Entry(m, say.plain(f"mood-daily-{m}")) for m in MOODS if m in used)
    return Calendar(
        say.plain("progress-moods"), weekdays, cells, legend, say.plain("progress-nothing-noted")
    )


def _shown(store: SymptomStore, history: History) -> Mapping[str, tuple[date, ...]]:
    """What may stand on a picture: dryness first, then what came most often."""
    found = {
        symptom: days
        for symptom, days in history.complaint_days().items()
        if (known := store.symptom(symptom)) is not None and PERSONAL.isdisjoint(known.areas)
    }
    order = sorted(
        found,
        key=lambda each: (
            DRYNESS.index(each) if each in DRYNESS else len(DRYNESS),
            -len(found[each]),
            each,
        ),
    )
    return {each: found[each] for each in order[:MOST_ROWS]}


def _shape(tier: Tier) -> Shape:
    if tier.escalates:
        return Shape.NOW
    return Shape.SOON if tier is Tier.WITHIN_24H else Shape.NOTED


def _name(store: SymptomStore, symptom: str) -> str:
    known = store.symptom(symptom)
    return known.name if known else symptom


def _counted(say: Say, mark: Mark, count: int) -> Safe:
    return say(f"progress-count-{mark}", count=count)


def _listed(say: Say, parts: Iterable[str]) -> str:
    return str(say("progress-list-comma")).join(parts)


def _ways_on(say: Say, *, weeks: int, dark: bool) -> Rows:
    periods = tuple(
        Button(
            say.plain("progress-weeks", weeks=each) if each else say.plain("progress-everything"),
            ShowProgress(each, dark),
        )
        for each in PERIODS
        if each != weeks
    )
    other = Button(
        say.plain("progress-light" if dark else "progress-dark"), ShowProgress(weeks, not dark)
    )
    return periods, (other, Button(say.plain("progress-report"), ShowReport("-")))
