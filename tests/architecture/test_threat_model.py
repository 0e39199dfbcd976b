"""Every test that the threat model leans on exists, and every door names some."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source import ROOT

PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
ROWS = re.findall(r"^\| ([STRIDE]) \|.*$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda part: part.rsplit("/", 1)[-1])
def test_a_named_test_exists(path: str, name: str) -> None:
    file = ROOT / path
    assert file.is_file()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    defined = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert name in defined


def test_every_threat_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if re.match(r"\| [STRIDE] \|", line)]
    assert len(rows) == len(ROWS) > 30
    assert [row for row in rows if "::test_" not in row] == []
    assert set(ROWS) == set("STRIDE")
