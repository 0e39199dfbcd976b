"""`sbom`: what is installed beside the program, as CycloneDX 1.5 JSON, for whoever has to know.

Read from what is really there, not from a lock file: in a container it describes that container.
"""

from __future__ import annotations

import json
import platform
import re
from importlib.metadata import Distribution, distributions
from typing import Any

from bot import VERSION


def bill_of_materials(made_at: str) -> str:
    """One JSON document; `made_at` is an ISO instant. Components are sorted by name."""
    found = {_name(each): each for each in distributions()}
    return json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "version": 1,
            "metadata": {
                "timestamp": made_at,
                "component": {
                    "type": "application",
                    "name": "isocompanion",
                    "version": VERSION,
                    "bom-ref": "isocompanion",
                },
            },
            "components": [
                _interpreter(),
                *(
                    _component(name, found[name])
                    for name in sorted(found)
                    if name != "isocompanion"
                ),
            ],
        },
        indent=2,
    )


def _interpreter() -> dict[str, Any]:
    version = platform.python_version()
    return {
        "type": "platform",
        "name": platform.python_implementation(),
        "version": version,
        "bom-ref": f"python@{version}",
    }


def _component(name: str, each: Distribution) -> dict[str, Any]:
    purl = f"pkg:pypi/{name}@{each.version}"
    component: dict[str, Any] = {
        "type": "library",
        "name": name,
        "version": each.version,
        "purl": purl,
        "bom-ref": purl,
    }
    licence = _first(each, "License-Expression") or _first(each, "License")
    if licence and "\n" not in licence and len(licence) < 100:
        component["licenses"] = [{"license": {"name": licence}}]
    return component


def _first(each: Distribution, field: str) -> str:
    return str((each.metadata.get_all(field) or [""])[0])


def _name(each: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", each.metadata["Name"]).lower()
