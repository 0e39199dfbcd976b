"""`content/safety/model.json.gz` -> the weights of the concern scorer, or what is wrong with it.

The file is made by `python -m training.concern.train` and is never edited by hand. A broken file or
one made for another way of reading is an error: running without it must be somebody's decision,
not an accident.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import json
import zlib
from array import array
from pathlib import Path

from pydantic import Field, ValidationError

from bot.catalog.source import ContentModel, Problem
from bot.domain.concern.scorer import LABELS, READING, ScorerWeights

MODEL = "model.json.gz"


class ModelFile(ContentModel):
    """The schema of the file. `concern` and `kinds`: base64 of one signed byte per weight."""

    version: int
    corpus: str = Field(pattern=r"^[0-9a-f]{64}$")
    texts: int = Field(gt=0)
    threshold: float = Field(gt=0, lt=1)
    labels: tuple[str, ...]
    words: dict[str, str]
    stems: dict[str, str]
    features: str
    concern: str
    concern_scale: float = Field(gt=0)
    concern_bias: float
    kinds: str
    kinds_scale: float = Field(gt=0)
    kinds_bias: tuple[float, ...]


def load_safety_model(path: Path) -> tuple[ScorerWeights | None, list[Problem]]:
    """Read the model file. Returns the weights, or None and what is wrong."""
    try:
        content = json.loads(gzip.decompress(path.read_bytes()))
        file = ModelFile.model_validate(content)
        concern, kinds = _bytes(file.concern), _bytes(file.kinds)
    except (OSError, EOFError, zlib.error) as error:
        return None, [Problem(path, 0, f"cannot be read: {error}")]
    except (ValidationError, binascii.Error, ValueError) as error:
        return None, [Problem(path, 0, f"is not a safety model: {_first_line(error)}")]
    features = {feature: row for row, feature in enumerate(file.features.split("\n"))}
    wrong = _misfit(file, len(features), len(concern), len(kinds))
    if wrong:
        return None, [Problem(path, 0, f"{wrong}; make it again with `make train`")]
    return (
        ScorerWeights(
            version=file.version,
            corpus=file.corpus,
            threshold=file.threshold,
            words=file.words,
            stems=file.stems,
            features=features,
            concern=concern,
            concern_scale=file.concern_scale,
            concern_bias=file.concern_bias,
            kinds=kinds,
            kinds_scale=file.kinds_scale,
            kinds_bias=file.kinds_bias,
        ),
        [],
    )


def _misfit(file: ModelFile, features: int, concern: int, kinds: int) -> str | None:
    if file.version != READING:
        return f"made for reading version {file.version}, this program reads version {READING}"
    if file.labels != tuple(label.value for label in LABELS):
        return "its labels are not the labels of this program"
    width = len(LABELS)
    if (concern, kinds, len(file.kinds_bias)) != (features, features * width, width):
        return "its parts do not have the same length"
    return None


def _bytes(text: str) -> array[int]:
    return array("b", base64.b64decode(text, validate=True))


def _first_line(error: Exception) -> str:
    return " ".join(str(error).splitlines()[:3])
