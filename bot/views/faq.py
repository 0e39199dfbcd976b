"""Questions and answers: the menu by group, a topic with its sources, and what is refused."""

from __future__ import annotations

import html
from collections.abc import Sequence

from bot.catalog.messages import Safe, Say
from bot.domain.faq import Group, Topic
from bot.domain.faq_actions import FaqGroup, FaqMenu, FaqSources, FaqTopic, NotMeant
from bot.domain.message import Button, Message, Rows
from bot.views.times import date_text

PER_PAGE = 8


def menu(say: Say, groups: Sequence[Group], *, intro: Safe | None = None) -> Message:
    buttons = [Button(group.title(say.language), FaqGroup(group.id, 0)) for group in groups]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Message(intro or say("faq-menu"), rows)


def group_page(say: Say, group: Group, topics: Sequence[Topic], page: int) -> Message:
    """One page of a group; a page that no longer exists shows the last one."""
    last = max(0, (len(topics) - 1) // PER_PAGE)
    page = min(max(page, 0), last)
    shown = topics[page * PER_PAGE : (page + 1) * PER_PAGE]
    rows: list[tuple[Button, ...]] = [(Button(each.title, FaqTopic(each.id)),) for each in shown]
    turning = []
    if page > 0:
        turning.append(Button(say.plain("faq-previous"), FaqGroup(group.id, page - 1)))
    if page < last:
        turning.append(Button(say.plain("faq-next"), FaqGroup(group.id, page + 1)))
    if turning:
        rows.append(tuple(turning))
    rows.append((Button(say.plain("faq-all-topics"), FaqMenu()),))
    return Message(say("faq-group", title=group.title(say.language)), tuple(rows))


def topic(
    say: Say,
    shown: Topic,
    country: str | None,
    related: Sequence[Topic],
) -> Message:
    """The full answer, with what is related, its sources and a way to say "not what I meant"."""
    rows: Rows = tuple((Button(each.title, FaqTopic(each.id)),) for each in related[:3])
    rows += (
        (
            Button(say.plain("faq-sources"), FaqSources(shown.id)),
            Button(say.plain("faq-not-meant"), NotMeant()),
        ),
    )
    return Message(answer_text(say, shown, country), rows)


def answer_text(say: Say, shown: Topic, country: str | None) -> Safe:
    """Title, full answer and who has signed it."""
    title = Safe(f"<b>{html.escape(shown.title, quote=False)}</b>")
    parts = [title, Safe(shown.html_for(country)), _review_line(say, shown)]
    return Safe("\n\n".join(parts))


def sources(say: Say, shown: Topic) -> Message:
    lines = [
        say(
            "faq-source-line",
            organisation=each.organisation,
            title=each.title,
            year=str(each.year) if each.year else say("faq-no-year"),
        )
        for each in shown.sources
    ]
    text = [say("faq-sources-title", title=shown.title), *lines, "", _review_line(say, shown)]
    if shown.note:
        text.append(say("faq-note"))
    return Message("\n".join(text), ((Button(say.plain("common-back"), FaqTopic(shown.id)),),))


def choose(say: Say, topics: Sequence[Topic]) -> Message:
    rows = tuple((Button(each.title, FaqTopic(each.id)),) for each in topics)
    return Message(
        say("faq-choose"), (*rows, (Button(say.plain("faq-none-of-these"), NotMeant()),))
    )


def refused(say: Say, reason: str, turn_to: str, topics: Sequence[Topic]) -> Message:
    """Kindly, with the reason and where to turn; the topics explain more."""
    rows = tuple((Button(each.title, FaqTopic(each.id)),) for each in topics)
    return Message(f"{say(reason)}\n\n{say(turn_to)}", rows)


def small_talk(say: Say, kind: str) -> Message:
    """A greeting or thanks is answered, not looked up."""
    key = f"faq-{kind}"
    return Message(say(key if say.has(key) else "faq-greeting"))


def _review_line(say: Say, shown: Topic) -> Safe:
    if shown.review.signed and shown.review.on is not None:
        return say(
            "faq-reviewed", by=shown.review.by or "", on=date_text(say.language, shown.review.on)
        )
    return say("faq-unsigned")
