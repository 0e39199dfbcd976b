"""Every command and every kind of update, and who handles it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.handlers import (
    broadcast,
    care_team,
    checkin,
    crisis,
    dates,
    days,
    drawings,
    faq,
    free_text,
    gate,
    general,
    inline,
    notes,
    ownership,
    plan,
    presses,
    privacy,
    reminders,
    routines,
    safety_plan,
    settings,
    setup,
    symptoms,
    trusted,
)
from bot.handlers.turn import Turn, current

Callback = Callable[[Update, Turn], Coroutine[Any, Any, None]]

COMMANDS: dict[str, Callback] = {
    "start": setup.start,
    "help": general.help_,
    "today": reminders.today,
    "plan": plan.command,
    "day": days.command,
    "dates": dates.command,
    "reminders": routines.reminders,
    "checkin": checkin.checkin,
    "symptoms": symptoms.symptoms,
    "progress": drawings.progress,
    "report": drawings.report,
    "faq": faq.faq,
    "doctor": crisis.doctor,
    "sos": crisis.sos,
    "note": notes.command,
    "safetyplan": safety_plan.command,
    "trusted": trusted.command,
    "settings": settings.settings,
    "timezone": settings.timezone,
    "language": settings.language,
    "pause": routines.pause,
    "resume": routines.resume,
    "privacy": privacy.privacy,
    "export": privacy.export,
    "delete": privacy.delete,
    "cancel": general.cancel,
}
TEAM_COMMANDS: dict[str, Callback] = {
    "ack": care_team.ack,
    "cases": care_team.cases,
    "handover": care_team.handover,
    "close": care_team.close,
    "broadcast": broadcast.broadcast,
}


def register(application: Application[Any, Turn, Any, Any, Any, Any]) -> None:
    """Attach all handlers. Groups -4 to -1 come before everything (see `gate`)."""
    application.add_handler(TypeHandler(Update, gate.private_only), group=-4)
    application.add_handler(TypeHandler(Update, gate.hear), group=-3)
    application.add_handler(TypeHandler(Update, gate.in_a_rush), group=-2)
    application.add_handler(TypeHandler(Update, ownership.ask_first), group=-1)
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, free_text.edited))
    for name, callback in COMMANDS.items():
        application.add_handler(CommandHandler(name, callback, filters=private))
    for name, callback in TEAM_COMMANDS.items():
        application.add_handler(CommandHandler(name, callback, filters=filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(presses.on_press))
    application.add_handler(InlineQueryHandler(inline.inline))
    application.add_handler(MessageHandler(private & filters.COMMAND, free_text.unknown_command))
    application.add_handler(MessageHandler(private & filters.LOCATION, free_text.location))
    application.add_handler(MessageHandler(private & filters.TEXT, free_text.text))
    application.add_handler(
        MessageHandler(private & ~filters.StatusUpdate.ALL, free_text.anything_else)
    )
    application.add_error_handler(_keep_error)


async def _keep_error(update: object, context: Any) -> None:
    """The library swallows what a handler raises; the turn keeps it, and it is raised again."""
    current.get().error = context.error
