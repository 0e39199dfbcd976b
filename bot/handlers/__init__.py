"""What patients and the care team can do, one file per family of commands.

A handler decodes, calls one service and renders; it writes and sends nothing itself.
"""
