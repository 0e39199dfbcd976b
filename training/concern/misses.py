"""Lists, by intent, what the rules miss and where they raise a false alarm, on the train side only.

    python -m training.concern.misses > /tmp/misses.txt

For whoever improves the rules. Texts of the test side are never printed, so that the report keeps
measuring texts that nobody tuned to.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from bot.catalog.safety_rules import load_safety_rules
from bot.domain.concern.detector import Detector
from bot.domain.concern.finding import Finding, Outcome
from training.concern.corpus import Side, Text, load

RULES = Path(__file__).parents[2] / "content" / "safety"


def wrong(text: Text, finding: Finding) -> str | None:
    """What is wrong with a finding, in a word; None if nothing is."""
    if text.concerns and not finding.concerns:
        return "missed"
    if not text.concerns and finding.concerns:
        return f"false {finding.outcome}"
    if text.concerns and finding.outcome is Outcome.CERTAIN and finding.label is not text.label:
        return f"called {finding.label}"
    return None


def listing(detector: Detector, texts: list[Text]) -> str:
    """The train side's errors grouped by intent, the worst intents first."""
    by_intent: dict[str, list[str]] = defaultdict(list)
    kept = [text for text in texts if text.side is not Side.TEST]
    total = 0
    for text in kept:
        finding = detector.detect(text.text)
        problem = wrong(text, finding)
        if problem:
            total += 1
            head = f"{text.intent}  [{text.label}, {text.tier}]"
            why = f"  <- {', '.join(finding.why)}" if finding.why else ""
            by_intent[head].append(f"  {problem:<16} {text.language:<8} {text.text}{why}")
    lines = [f"{total} of {len(kept)} texts of the train side are wrong.", ""]
    for head, entries in sorted(by_intent.items(), key=lambda item: (-len(item[1]), item[0])):
        lines += [head, *entries, ""]
    return "\n".join(lines)


def main() -> int:
    """Print the listing. Returns 1 if the rules cannot be read."""
    rules, problems = load_safety_rules(RULES)
    if rules is None:
        sys.stderr.write("\n".join(str(problem) for problem in problems) + "\n")
        return 1
    sys.stdout.write(listing(Detector(rules), load()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
