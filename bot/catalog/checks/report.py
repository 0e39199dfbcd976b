"""The report of `check-content`: a table for people, one JSON object for machines."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bot.catalog.checks.finding import Area, Finding, Report, Rule

# Long lists that say the same of every file: counted in the table, listed with --strict.
_COUNTED = frozenset({Rule.REVIEW, Rule.CONTACTS})


def as_table(report: Report, *, strict: bool = False) -> str:
    """Errors, then warnings, then a line per area. `strict` lists the unsigned texts too."""
    lines: list[str] = []
    lines += _listed("Errors", report, report.errors)
    kept = [each for each in report.warnings if strict or not _is_counted(each)]
    lines += _listed("Warnings", report, kept)
    hidden = Counter(each.rule for each in report.warnings if not strict and _is_counted(each))
    lines += [_row(("area", "files", "errors", "warnings", "signed")), "-" * 62]
    for area in Area:
        findings = [each for each in report.findings if each.area is area]
        errors = sum(each.is_error for each in findings)
        lines.append(
            _row((area, report.files[area], errors, len(findings) - errors, _signed(report, area)))
        )
    lines.append("")
    if hidden:
        counted = " and ".join(
            f"{number} about {_TOPIC[rule]}" for rule, number in sorted(hidden.items())
        )
        lines.append(f"Not listed above: {counted}. `check-content --strict` lists them.")
    lines.append(_verdict(report))
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """Everything, for machines: `ok`, counts, areas and every problem with its file and line."""
    return json.dumps(
        {
            "ok": not report.errors,
            "errors": len(report.errors),
            "warnings": len(report.warnings),
            "areas": [
                {
                    "area": area,
                    "files": report.files[area],
                    "errors": sum(each.area is area for each in report.errors),
                    "warnings": sum(each.area is area for each in report.warnings),
                    "signed": report.signed[area].signed if area in report.signed else None,
                    "texts": report.signed[area].texts if area in report.signed else None,
                }
                for area in Area
            ],
            "problems": [
                {
                    "severity": each.problem.severity,
                    "area": each.area,
                    "rule": each.rule,
                    "file": _shown_path(report, each.problem.path),
                    "line": each.problem.line,
                    "text": each.problem.text,
                }
                for each in report.findings
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


_TOPIC = {Rule.REVIEW: "unsigned texts", Rule.CONTACTS: "contacts that are not shown"}


def _is_counted(finding: Finding) -> bool:
    # A line of 0 speaks of a whole file or area, and an overdue review of a broken promise: both
    # are news, not one more line of a long list.
    news = finding.problem.line == 0 or "overdue" in finding.problem.text
    return finding.rule in _COUNTED and not news


def _listed(title: str, report: Report, findings: Iterable[Finding]) -> list[str]:
    lines = [
        f"  {_where(report, each)}: {each.problem.text}  [{each.rule}]"
        for each in sorted(findings, key=lambda each: (each.problem.path, each.problem.line))
    ]
    return [f"{title} ({len(lines)})", *lines, ""] if lines else []


def _where(report: Report, finding: Finding) -> str:
    path = _shown_path(report, finding.problem.path)
    return f"{path}:{finding.problem.line}" if finding.problem.line else path


def _shown_path(report: Report, path: Path) -> str:
    """Relative to where `content/` stands, so that it can be opened from there."""
    return os.path.relpath(path, report.content_dir.resolve().parent)


def _signed(report: Report, area: Area) -> str:
    if area not in report.signed:
        return "-"
    counts = report.signed[area]
    verb = "shown" if area is Area.CONTACTS else "signed"
    return f"{counts.signed} of {counts.texts} {verb}"


def _row(cells: tuple[object, ...]) -> str:
    area, files, errors, warnings, signed = map(str, cells)
    return f"{area:<16}{files:>6}{errors:>8}{warnings:>10}   {signed}"


def _verdict(report: Report) -> str:
    errors, warnings = len(report.errors), len(report.warnings)
    if errors:
        return f"{errors} errors: put these right before this content is used."
    if warnings:
        return f"No errors. {warnings} warnings."
    return "No errors and no warnings."
