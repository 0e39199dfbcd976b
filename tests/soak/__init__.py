"""Kills of the real program under traffic, judged by a ledger that is not the program's.

    python -m tests.soak --kills 100 --seed 1 --write docs/crash.md

`nursery` loads the content once and forks lives of the program from it; every 25th life is a
`python -m bot run` from nothing. `people` are patients who write, press and wait for answers; they
know nothing of the database. `kills` chooses when a life ends. `judge` compares what people did,
and what had to become due, with what the simulated Telegram has accepted.
"""
