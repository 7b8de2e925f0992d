"""What the codes and field names of a draft mean, in both languages."""

from __future__ import annotations

from yixian.archive.wording.codes import CODES, SUBJECTS
from yixian.archive.wording.fields import FIELDS
from yixian.archive.wording.kind import Words
from yixian.archive.wording.remarks import NOTES, QUESTIONS, REPAIRS

WORDING: dict[str, Words] = {**FIELDS, **NOTES, **QUESTIONS, **REPAIRS, **CODES, **SUBJECTS}
"""Every code and field name; a code stands for the same thing wherever it is used."""
