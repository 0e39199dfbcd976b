"""The designs that are compared, each as a small bot in a process of its own.

Each is written as its own documentation recommends and does the same two things: it sends
`reminders` messages that are due in the same second, and it answers whoever writes to it.
"""
