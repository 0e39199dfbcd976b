"""What is drawn for a patient, in a process of its own: `python -m bot.drawing`.

The libraries for it are large and the work is heavy, so neither is ever in the bot's own process.
"""
