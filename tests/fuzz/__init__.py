"""Raw updates of every shape, as Hypothesis makes them up, against the real program.

python -m tests.fuzz 50000        (make fuzz)
"""
