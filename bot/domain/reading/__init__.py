"""What people type, read forgivingly: a value, or the reason why it could not be read.

Nothing here raises on any text, and nothing guesses where a wrong guess could hurt: two possible
meanings are `Unread.AMBIGUOUS`, so that the caller can ask.
"""

from bot.domain.reading.dates import read_date, read_nearest_date
from bot.domain.reading.plain_text import Unread, plain
from bot.domain.reading.quantities import read_count, read_strengths, read_weight
from bot.domain.reading.times import read_time, read_times
from bot.domain.reading.words import read_age, read_minutes, read_yes_no

__all__ = [
    "Unread",
    "plain",
    "read_age",
    "read_count",
    "read_date",
    "read_minutes",
    "read_nearest_date",
    "read_strengths",
    "read_time",
    "read_times",
    "read_weight",
    "read_yes_no",
]
