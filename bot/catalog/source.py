"""Reads one content file and says, with the line number, everything that is wrong with it.

Clinicians edit these files: an error must point at a line and be a sentence. Nothing here
raises for bad content; problems are collected, so that one run shows them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

Location = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a content file. `line` counts from 1; 0 means the file as a whole."""

    path: Path
    line: int
    text: str
    severity: str = "error"  # "error" stops the start, "warning" is only listed

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.text}"


class ContentModel(BaseModel):
    """Base of every content schema: unknown keys are errors, instances are immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed YAML document and where each of its values stands."""

    path: Path
    data: Any
    lines: dict[Location, int]

    def line_of(self, location: Location) -> int:
        """The line of a value, or of the nearest value that encloses it."""
        for end in range(len(location), -1, -1):
            if (line := self.lines.get(location[:end])) is not None:
                return line
        return 0


def parse_yaml(path: Path, text: str, *, first_line: int = 1) -> Document | Problem:
    """Parse YAML text that starts at `first_line` of `path`. Duplicate keys are a problem."""
    loader = yaml.CSafeLoader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return Document(path, None, {(): first_line})
        lines: dict[Location, int] = {}
        _note_lines(root, (), lines, first_line)
        return Document(path, loader.construct_document(root), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = first_line + mark.line if mark else first_line
        return Problem(path, line, f"not valid YAML: {error.problem or error}")
    except (yaml.YAMLError, ValueError) as error:
        return Problem(path, first_line, f"not valid YAML: {error}")
    finally:
        loader.dispose()


def read_yaml(path: Path) -> Document | Problem:
    """Read and parse a file; see `parse_yaml`."""
    try:
        return parse_yaml(path, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return Problem(path, 0, f"cannot be read: {error}")


def read_model(path: Path, model: type[M], problems: list[Problem]) -> tuple[Document, M] | None:
    """A file with what it says as `model`, or None; what was found is added to `problems`."""
    document = read_yaml(path)
    if isinstance(document, Problem):
        problems.append(document)
        return None
    content, found = build(document, model)
    problems += found
    return None if content is None else (document, content)


def load_yaml(path: Path, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Read `path` into `model`. Returns the instance, or None and the problems found."""
    problems: list[Problem] = []
    read = read_model(path, model, problems)
    return (None if read is None else read[1]), problems


def build(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Validate a parsed document; every finding becomes a `Problem` with its line."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [
            Problem(
                document.path,
                document.line_of(tuple(finding["loc"])),
                f"{'.'.join(str(part) for part in finding['loc']) or 'file'}: {finding['msg']}",
            )
            for finding in error.errors(include_url=False)
        ]


def split_front_matter(path: Path, text: str) -> tuple[Document, str, int] | Problem:
    """Split `---` YAML `---` body. Returns the document, the body and the body's first line."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != "---":
        return Problem(path, 1, "must start with a line `---` that opens the front matter")
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            document = parse_yaml(path, "\n".join(lines[1:number]), first_line=2)
            if isinstance(document, Problem):
                return document
            return document, "\n".join(lines[number + 1 :]).strip("\n"), number + 2
    return Problem(path, 1, "the front matter is never closed by a second line `---`")


def _note_lines(
    node: yaml.Node, location: Location, lines: dict[Location, int], first_line: int
) -> None:
    lines[location] = first_line + node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            _note_lines(child, (*location, index), lines, first_line)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"the key {key.value!r} stands twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
            _note_lines(child, (*location, key.value), lines, first_line)
