"""Fields that a person is asked for when the report leaves them open, with the question's code."""

from __future__ import annotations

ASKED_OF_REPORT = ("title", "source", "published", "organiser")
"""Fields of the draft that every record of history should have."""

ASKED_OF_MEETING = ("date", "host", "venue_kind", "participants")
"""Fields of each meeting that every record of history should have."""
