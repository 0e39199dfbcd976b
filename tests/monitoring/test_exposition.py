"""The text that Prometheus reads, and what may stand in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.monitoring.exposition import Histogram, Metric, Sample, exposed
from bot.monitoring.metrics import METRICS
from tests.architecture.source import ROOT

SIZE = Metric("size", "gauge", "How large.")
LINE = re.compile(r'size\{name="((?:[^"\\\n]|\\["\\n])*)"\} 1')


def test_a_metric_is_its_help_its_type_and_its_samples() -> None:
    assert exposed([(SIZE, [Sample(1.5), Sample(3, {"of": "a", "in": "b"})])]) == (
        '# HELP size How large.\n# TYPE size gauge\nsize 1.5\nsize{of="a",in="b"} 3\n'
    )


@settings(max_examples=60)
@given(st.text())
def test_no_label_can_break_out_of_its_line(text: str) -> None:
    line = exposed([(SIZE, [Sample(1, {"name": text})])]).split("\n", 2)[2].removesuffix("\n")
    found = LINE.fullmatch(line)
    assert found is not None
    back = {r"\\": "\\", r"\"": '"', r"\n": "\n"}
    assert re.sub(r'\\[\\"n]', lambda match: back[match[0]], found[1]) == text


@pytest.mark.parametrize(
    ("values", "buckets"),
    [((), [0, 0, 0]), ((1.0,), [1, 1, 1]), ((0.5, 1.5, 9.0), [1, 2, 3]), ((2.0,), [0, 1, 1])],
)
def test_each_bucket_holds_the_smaller_ones_too(
    values: tuple[float, ...], buckets: list[int]
) -> None:
    histogram = Histogram((1.0, 2.0))
    for value in values:
        histogram.observe(value)
    samples = histogram.samples()
    assert [sample.value for sample in samples if sample.suffix == "_bucket"] == buckets
    assert [sample.labels.get("le") for sample in samples[:3]] == ["1", "2", "+Inf"]
    assert samples[-1].value == len(values)
    assert samples[-2].value == sum(values)


def test_every_metric_has_a_name_of_its_own_as_prometheus_wants_it() -> None:
    names = [metric.name for metric in METRICS]
    assert len(set(names)) == len(names) > 15
    for metric in METRICS:
        assert re.fullmatch(r"isocompanion_[a-z_]+", metric.name)
        assert (metric.kind == "counter") == metric.name.endswith("_total")
        assert "\n" not in metric.help


def test_every_metric_is_explained_and_nothing_else() -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(isocompanion_\w+)`", page, re.M)) == {
        metric.name for metric in METRICS
    }
