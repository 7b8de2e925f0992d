"""What each persona gets at the addresses of minutes, which are a subject of meetings.

The closed meeting's are published, the ended meeting's a draft.
"""

from tests.matrix.says import says

DRAFT, PUBLISHED = {"pk": "ended_meeting"}, {"pk": "closed_meeting"}


def office(answer):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer)


EXPECTED = {
    "meetings:minutes": {"args": PUBLISHED, "GET": says(200)},
    "meetings:minutes-docx": {"args": PUBLISHED, "GET": says(200)},
    "meetings:minutes-draft": {"args": DRAFT, "POST": office(302)},
    "meetings:minutes-text": {"args": DRAFT, "GET": office(200), "POST": office(302)},
    "meetings:minutes-publication": {"args": DRAFT, "POST": office(409)},
    "meetings:minutes-withdrawal": {"args": PUBLISHED, "POST": office(302)},
}
