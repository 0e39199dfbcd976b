"""Why a care team ends a case. Fixed reasons: no word about a patient is typed into the chat."""

from __future__ import annotations

from enum import StrEnum


class CloseReason(StrEnum):
    """The value is what the case's record keeps ("team closed: spoken"): never rename one."""

    SPOKEN = "spoken"  # one of the team has spoken with the patient
    CARED_FOR = "cared-for"  # she is looked after: emergency services, a clinic, her own doctor
    NO_DANGER = "no-danger"  # what was taken for danger was none
