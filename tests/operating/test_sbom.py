"""The list of what is installed names everything that the image's lock names, as it is."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, version

import bot
from bot.sbom import bill_of_materials
from bot.settings import PROJECT


def test_everything_of_the_lock_is_on_the_list_with_its_version() -> None:
    made = json.loads(bill_of_materials("2026-03-02T12:00:00Z"))
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.5")
    listed = {each["name"]: each for each in made["components"] if each["type"] == "library"}
    lock = (PROJECT / "requirements" / "bot.lock").read_text(encoding="utf-8")
    names = re.findall(r"^([\w.-]+)==[^\s;]+", lock, re.M)
    assert len(names) > 30
    for name in names:
        try:
            found = version(name)
        except PackageNotFoundError:
            continue  # for another Python or system
        key = re.sub(r"[-_.]+", "-", name).lower()
        assert listed[key]["version"] == found
        assert listed[key]["purl"] == f"pkg:pypi/{key}@{found}"
    references = [each["bom-ref"] for each in made["components"]]
    assert len(set(references)) == len(references)


def test_the_program_knows_its_version_where_it_is_not_installed() -> None:
    """The image holds the folder and no package."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == bot.VERSION
    made = json.loads(bill_of_materials("2026-03-02T12:00:00Z"))
    assert made["metadata"]["component"]["version"] == bot.VERSION
