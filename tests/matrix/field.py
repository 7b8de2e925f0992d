"""What each persona gets on the phone's pages and at its one door: the auditor records nothing."""

from tests import factories_capture
from tests.matrix.says import says

ARGUMENTS = {"client_id": lambda world: str(world.held_photo_record.client_id)}


def members(answer):
    """Everybody who takes part."""
    return says(answer, auditor=403)


def form(world):
    """The capture form of a phone without scripts."""
    return {
        "id": "3f0f8a3e-4f6a-4b53-9d7f-6a1d1f5f7a01",
        "meeting": world.running_meeting.pk,
        "station": world.running_station.pk,
        "kind": "note",
        "text": "一条笔记",
    }


def vote(world):
    """The key of a choice on a phone without scripts."""
    ballot = world.running_ballot
    return {
        "id": "3f0f8a3e-4f6a-4b53-9d7f-6a1d1f5f7a02",
        "meeting": world.running_meeting.pk,
        "ballot": ballot.pk,
        "choice": world.running_choice.pk,
    }


def batch(world):
    """One item of a phone."""
    item = factories_capture.item(world.running_meeting, station=world.running_station.pk)
    return {"version": 1, "items": [item]}


EXPECTED = {
    "field:home": {"GET": members(200)},
    "field:record": {"GET": members(200), "POST": {**members("in"), "data": form}},
    "field:votes": {"POST": {**members("in"), "data": vote}},
    "field:mine": {"GET": members(200)},
    "field:items": {"POST": {**members(200), "body": batch}},
    "field:photo": {"PUT": {**says(404, auditor=403, delegate=200), "body": {"no": "picture"}}},
    "field:status": {"GET": members(200)},
    "field:worker": {"GET": members(200)},
}
