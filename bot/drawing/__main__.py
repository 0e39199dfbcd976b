"""`python -m bot.drawing`: one order on stdin, one file on stdout, then the end.

It is given nothing but the order: no token, no key, no database, and it opens no connection. What
goes wrong is an exit code and the kind of error on stderr, never a word of the order.
"""

from __future__ import annotations

import os
import sys
import warnings

DONE, FAILED = 0, 1
MOST_MEMORY = 1024 * 1024 * 1024


def _be_modest() -> None:
    """Last in line for the processor, first to go when memory is short."""
    if hasattr(os, "nice"):
        os.nice(5)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
        with open("/proc/self/oom_score_adj", "w", encoding="ascii") as score:
            score.write("1000")
    except (ImportError, OSError, ValueError):
        return  # not on this system


def main() -> int:
    _be_modest()
    warnings.simplefilter("ignore")  # a letter that a font lacks is found by tests
    from bot.drawing.making import make

    try:
        content = make(sys.stdin.buffer.read())
    except Exception as error:
        sys.stderr.write(type(error).__name__)
        return FAILED
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    return DONE


if __name__ == "__main__":
    sys.exit(main())
