"""Texts written for this project, the small model trained on them, and the report about both."""
