"""From content and settings to the desk that every service works with."""

from __future__ import annotations

import structlog

from bot.catalog.content import Content
from bot.clock import SystemClock
from bot.domain.contacts import countries_not_live, voucher_of
from bot.services.desk import Choices, Desk
from bot.settings import Settings

log = structlog.get_logger()


def desk_from(content: Content, settings: Settings) -> Desk:
    """The desk; says in the log how many countries' crisis lines nobody has verified."""
    vouched = ",".join(settings.contacts_vouched_countries)
    voucher = voucher_of(settings.contacts_vouched_by, settings.contacts_vouched_on, vouched)
    today = SystemClock().now().date()
    dark = countries_not_live(content.contacts, on=today, voucher=voucher)
    if dark:
        log.warning(
            "contacts_not_live",
            countries=len(dark),
            note="nobody has verified these numbers; the local emergency rule and the "
            "international directories are shown instead (see docs/safety.md)",
        )
    return Desk(
        messages=content.messages,
        faq=content.faq,
        instruments=content.instruments,
        contacts=content.contacts,
        detector=content.detector,
        symptoms=content.symptoms,
        programmes=content.programmes,
        translated_symptoms=content.translated_symptoms,
        choices=Choices(
            operator_name=settings.operator_name,
            operator_chat_id=settings.operator_chat_id,
            operator_alert_minutes=settings.operator_alert_minutes,
            default_language=settings.default_language,
            default_country=settings.default_country,
            admit_teens=settings.admit_teens,
            care_team_chat_id=settings.care_team_chat_id,
            care_team_backup_chat_id=settings.care_team_backup_chat_id,
            care_team_chase_minutes=settings.care_team_chase_minutes,
            care_team_list_at=settings.care_team_list_at,
            care_team_time_zone=settings.care_team_time_zone,
            dose_ask_again_minutes=settings.dose_ask_again_minutes,
            send_jitter_seconds=settings.send_jitter_seconds,
            keep_answers_months=settings.keep_answers_months,
            voucher=voucher,
        ),
    )
