"""Whatever she says, presses and leaves open, in whatever order, across restarts: no dose reminder
leaves while a hold is on, nothing but "the doctor said to continue" ends one, and every N and E
ends in a case."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.catalog.content import Content
from bot.domain.occurrence import SkipReason
from bot.domain.routine_kind import RoutineKind
from bot.domain.symptom_state import Answer
from bot.domain.tier import Tier
from bot.services import (
    checkins,
    concerns,
    escalations,
    reminders,
    routine_settings,
    symptom_checks,
)
from bot.services.checkins import Asking
from bot.services.concerns import Raised, Unsure
from bot.storage import checkins as checkin_rows
from bot.storage import escalations as cases
from bot.storage import occurrences
from tests.services.world import DOSE_WORDS, World

TEXTS = (
    "I want to kill myself",
    "my urine is dark and my skin is yellow",
    "I go quiet and think there is no point",
    "my friend wants to kill himself tonight",
    "haha just joking, forget it",
    "what can I put on dry lips?",
    "the condom broke",
)
MINUTES = (1, 16, 45, 240, 481, 600, 1440)


class Holding(RuleBasedStateMachine):
    content: ClassVar[Content]

    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.world = World(Path(self.directory.name), self.content)
        self.number = itertools.count(1)
        self.held = False
        self.asking: Asking | None = None
        self.symptom: symptom_checks.Asking | None = None
        self.direct: str | None = None

    def teardown(self) -> None:
        self.world.close()
        self.directory.cleanup()

    # What she does.

    @rule(text=st.sampled_from(TEXTS))
    def says(self, text: str) -> None:
        world, who = self.world, self.world.patient()
        source = f"update:{next(self.number)}"
        heard = world.run(lambda tx: concerns.hear(tx, world.desk, who, text, source, world.now))
        if isinstance(heard, Raised):
            assert world.run(lambda tx: cases.open_of(tx, who.id))
        self.direct = "suicide" if isinstance(heard, Unsure) else self.direct
        self._note_hold()

    @precondition(lambda self: self.direct is not None)
    @rule(given=st.sampled_from(["yes", "no", "skip"]))
    def answers_the_direct_question(self, given: str) -> None:
        world, who = self.world, self.world.patient()
        label, self.direct = self.direct or "", None
        source = f"direct:{next(self.number)}"
        outcome = world.run(
            lambda tx: concerns.answered(
                tx, world.desk, who, label, "self", given, source, world.now
            )
        )
        self._went_on(outcome)

    @rule()
    def begins_a_check_in(self) -> None:
        world, who = self.world, self.world.patient()
        self._went_on(world.run(lambda tx: checkins.begin(tx, world.desk, who, world.now)))

    @precondition(lambda self: self.asking is not None)
    @rule(pick=st.integers(0, 4), again=st.booleans())
    def answers_a_question(self, pick: int, again: bool) -> None:
        world, who, asked = self.world, self.world.patient(), self.asking
        assert asked is not None
        codes = [*(option.code for option in asked.ask.options), "skip"]
        code = codes[pick % len(codes)]
        for _ in range(2 if again else 1):  # a double tap
            outcome = world.run(
                lambda tx: checkins.answer(
                    tx,
                    world.desk,
                    who,
                    asked.checkin_id,
                    asked.ask.item.id,
                    code,
                    asked.ask.attempt,
                    world.now,
                )
            )
        self._went_on(outcome)

    @rule()
    def leaves_the_check_in(self) -> None:
        world, who = self.world, self.world.patient()
        world.run(lambda tx: checkins.leave(tx, world.desk, who, world.now))
        self._note_hold()

    @rule(area=st.sampled_from(["head", "belly", "skin", "menu"]))
    def begins_a_symptom_check(self, area: str) -> None:
        world, who = self.world, self.world.patient()
        outcome = world.run(
            lambda tx: symptom_checks.begin(tx, world.desk, who, world.now, area=area)
        )
        self._checked(outcome)

    @precondition(lambda self: self.symptom is not None)
    @rule(given=st.sampled_from([*Answer]))
    def answers_about_a_symptom(self, given: Answer) -> None:
        world, who, asked = self.world, self.world.patient(), self.symptom
        assert asked is not None
        outcome = world.run(
            lambda tx: symptom_checks.answer(
                tx, world.desk, who, asked.check_id, asked.question.id, given, world.now
            )
        )
        self._checked(outcome)

    @rule(step=st.sampled_from(["called", "with-someone", "helped", "not-helped", "worse"]))
    def presses_below_the_newest_case(self, step: str) -> None:
        world, who = self.world, self.world.patient()
        known = world.run(lambda tx: cases.all_of(tx, who.id))
        if not known:
            return
        if step == "worse":
            world.run(lambda tx: escalations.worse(tx, world.desk, who, known[0], world.now))
            assert world.run(lambda tx: cases.open_of(tx, who.id))
        else:
            world.run(lambda tx: escalations.acknowledge(tx, known[0], step, world.now))
        self._note_hold()

    @rule(said=st.sampled_from(["continue", "pause", "stop"]))
    def has_spoken_to_a_doctor(self, said: escalations.Said) -> None:
        world, who = self.world, self.world.patient()
        world.run(lambda tx: escalations.spoken_to_doctor(tx, who, said, world.now))
        world.run(lambda tx: routine_settings.replan(tx, who, world.now))
        if said == "continue":
            self.held = False

    @rule(what=st.sampled_from(["done", "skip", "later", "undo"]))
    def presses_below_a_dose(self, what: str) -> None:
        world, who = self.world, self.world.patient()
        today = who.local_date(world.now)
        items = world.run(lambda tx: occurrences.of_day(tx, who.id, today))
        doses = [each for each in items if each.kind is RoutineKind.DOSE]
        if not doses:
            return
        number = doses[-1].id
        acts = {
            "done": lambda tx: reminders.mark_done(tx, who, number, world.now),
            "skip": lambda tx: reminders.skip(tx, who, number, SkipReason.OTHER, world.now),
            "later": lambda tx: reminders.put_off(tx, who, number, 30, world.now),
            "undo": lambda tx: reminders.undo(tx, world.desk, who, number, world.now),
        }
        world.run(acts[what])

    @rule(pause=st.booleans())
    def pauses_or_resumes(self, pause: bool) -> None:
        world, who = self.world, self.world.patient()
        act = routine_settings.pause if pause else routine_settings.resume
        world.run(lambda tx: act(tx, who, world.now))

    # What the machine does.

    @rule(minutes=st.sampled_from(MINUTES))
    def time_passes(self, minutes: int) -> None:
        self.world.passes(minutes)
        self._note_hold()

    @rule()
    def everything_leaves(self) -> None:
        self.world.deliver()

    @rule()
    def restarts(self) -> None:
        self.world.restart()

    @rule()
    def dies_while_sending(self) -> None:
        self.world.dies_while_sending()

    # What holds.

    @invariant()
    def no_dose_reminder_left_under_a_hold(self) -> None:
        wrong = [each for each in self.world.left if each.held and DOSE_WORDS in each.text]
        assert wrong == []

    @invariant()
    def nothing_but_continue_ends_a_hold(self) -> None:
        assert not self.held or self.world.is_held()

    @invariant()
    def an_open_case_of_hers_holds_the_dose(self) -> None:
        who = self.world.patient()
        own = self.world.run(lambda tx: cases.open_of(tx, who.id))
        assert self.world.is_held() or all(case.whose != "self" for case in own)

    @invariant()
    def every_urgent_end_has_its_case(self) -> None:
        who = self.world.patient()
        known = self.world.run(lambda tx: cases.all_of(tx, who.id))
        days = {case.raised_at.date() for case in known}
        for each in self.world.run(lambda tx: checkin_rows.history(tx, who.id)):
            if each.tier is not None and Tier.from_code(each.tier).escalates:
                assert each.finished_at is not None
                assert each.finished_at.date() in days

    def _went_on(self, outcome: object) -> None:
        self.asking = outcome if isinstance(outcome, Asking) else None
        if isinstance(outcome, checkins.Ended) and outcome.found.tier.escalates:
            who = self.world.patient()
            assert self.world.run(lambda tx: cases.open_of(tx, who.id))
        self._note_hold()

    def _checked(self, outcome: object) -> None:
        self.symptom = outcome if isinstance(outcome, symptom_checks.Asking) else None
        if isinstance(outcome, symptom_checks.Ended) and outcome.result.tier.escalates:
            who = self.world.patient()
            assert self.world.run(lambda tx: cases.open_of(tx, who.id))
        self._note_hold()

    def _note_hold(self) -> None:
        """From the moment a case holds the dose, only one thing may end that."""
        self.held = self.held or self.world.is_held()


def test_whatever_the_order_of_events(content: Content) -> None:
    Holding.content = content
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Holding,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
