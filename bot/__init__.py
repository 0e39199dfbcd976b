"""The bot. Its version stands here too, because an image holds this folder and no package."""

VERSION = "0.1.0"
