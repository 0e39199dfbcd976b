"""Which parts of `content/` have changed, without reading a single file."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

# Part of a `Content` -> the folders and files that it is made of.
PARTS: dict[str, tuple[str, ...]] = {
    "messages": ("messages",),
    "faq": ("faq",),
    "instruments": ("questionnaires",),
    "contacts": ("contacts.yaml",),
    "detector": ("safety",),
    "symptoms": ("symptoms",),
    "programmes": ("programmes",),
}
# A promise that a language is complete decides what counts as an error in its other texts.
_PROMISES = ("messages/*/complete", ("faq", "symptoms"))

Fingerprint = frozenset[tuple[str, int, int]]


def fingerprints(content_dir: Path) -> dict[str, Fingerprint]:
    """Per part, the name, size and time of every file. A file that vanishes meanwhile is simply
    not there."""
    pattern, also = _PROMISES
    promises = set(_stamps(content_dir.glob(pattern)))
    found = {}
    for part, places in PARTS.items():
        stamps = {stamp for place in places for stamp in _stamps(_files(content_dir / place))}
        found[part] = frozenset(stamps | promises if part in also else stamps)
    return found


def changed_parts(before: dict[str, Fingerprint], after: dict[str, Fingerprint]) -> frozenset[str]:
    return frozenset(part for part in PARTS if before.get(part) != after.get(part))


def changed_topics(content_dir: Path, look_every: float = 0.3) -> Iterator[Path]:
    """Topic files in the order in which they are saved, for ever. What is there at the call is
    not news."""
    return _news(content_dir, dict(_topic_stamps(content_dir)), look_every)


def _news(
    content_dir: Path, known: dict[Path, tuple[int, int]], look_every: float
) -> Iterator[Path]:
    while True:
        time.sleep(look_every)
        for path, stamp in _topic_stamps(content_dir):
            if known.get(path) != stamp:
                known[path] = stamp
                yield path


def _topic_stamps(content_dir: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    paths = (path for path in sorted((content_dir / "faq").glob("*/*.md")))
    for name, changed, size in _stamps(paths):
        yield Path(name), (changed, size)


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
        return
    for folder, folders, names in os.walk(place):
        folders.sort()
        yield from (Path(folder) / name for name in names if not _is_of_an_editor(name))


def _stamps(paths: Iterator[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        yield str(path), status.st_mtime_ns, status.st_size


def _is_of_an_editor(name: str) -> bool:
    """Back-ups and half-written copies that editors leave beside a file."""
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp", ".bak"))
