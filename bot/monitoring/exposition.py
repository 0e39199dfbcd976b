"""Prometheus' text format, version 0.0.4, by hand: it is a name, labels and a number per line.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Sample:
    """One line. `suffix` is for the parts of a histogram."""

    value: float
    labels: Mapping[str, str] = field(default_factory=dict)
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured; `kind` is gauge, counter or histogram. `help` is one line."""

    name: str
    kind: str
    help: str


def exposed(measured: Iterable[tuple[Metric, Iterable[Sample]]]) -> str:
    """The page: each metric with its help, its type and its samples."""
    lines: list[str] = []
    for metric, samples in measured:
        lines.append(f"# HELP {metric.name} {metric.help}")
        lines.append(f"# TYPE {metric.name} {metric.kind}")
        lines += [_line(metric.name + each.suffix, each) for each in samples]
    return "\n".join(lines) + "\n"


def _line(name: str, sample: Sample) -> str:
    labels = ",".join(f'{key}="{_escaped(text)}"' for key, text in sample.labels.items())
    return f"{name}{{{labels}}} {sample.value:.15g}" if labels else f"{name} {sample.value:.15g}"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


class Histogram:
    """Counts of values up to each of `bounds`, as Prometheus wants them: each bucket holds the
    smaller ones, too."""

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self._bounds = bounds
        self._counts = [0] * len(bounds)
        self._count = 0
        self._sum = 0.0

    def observe(self, value: float) -> None:
        self._count += 1
        self._sum += value
        for place, bound in enumerate(self._bounds):
            if value <= bound:
                self._counts[place] += 1

    def samples(self) -> list[Sample]:
        buckets = [
            Sample(count, {"le": f"{bound:g}"}, "_bucket")
            for bound, count in zip(self._bounds, self._counts, strict=True)
        ]
        return [
            *buckets,
            Sample(self._count, {"le": "+Inf"}, "_bucket"),
            Sample(self._sum, suffix="_sum"),
            Sample(self._count, suffix="_count"),
        ]
