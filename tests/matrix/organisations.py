"""What each persona gets at the addresses of organisations."""

from tests.matrix.says import says

ARGUMENTS = {"pk": "member"}
VENUE = {"pk": "guest_venue"}
TOPIC = {"pk": "topic"}
STREET = {"pk": "subdistrict"}
RECORD = {"name": "新单位工会", "short_name": "新单位", "industry": "food", "rank": "3", "is_active": "on"}
PLACE = {"name": "新场地", "kind": "workshop"}


def office(answer):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer)


def own_people(answer):
    """Those, and the people of the member."""
    return says(answer, auditor=403, coordinator=403, host_chair=403)


def only_office(answer):
    """The office itself."""
    return says(403, office=answer)


EXPECTED = {
    "organisations:members": {
        "GET": {**says(200), "query": lambda w: {"subdistrict": w.subdistrict.pk, "q": "工会"}}
    },
    "organisations:member-new": {
        "GET": office(200),
        "POST": {**office(302), "data": lambda w: {**RECORD, "subdistrict": w.subdistrict.pk}},
    },
    "organisations:member": {"GET": says(200)},
    "organisations:member-record": {
        "GET": office(200),
        "POST": {**office(302), "data": lambda w: {**RECORD, "subdistrict": w.subdistrict.pk}},
    },
    "organisations:member-topics": {
        "GET": own_people(200),
        "POST": {**own_people(302), "data": lambda w: {"strengths": [w.topic.pk], "needs": [w.topic.pk]}},
    },
    "organisations:venue-new": {"GET": own_people(200), "POST": {**own_people(302), "data": PLACE}},
    "organisations:venue": {
        "args": VENUE,
        "GET": own_people(200),
        "POST": {**own_people(302), "data": PLACE},
    },
    "organisations:venue-removal": {"args": VENUE, "POST": own_people("in")},
    "organisations:topics": {"GET": office(200), "POST": {**office(302), "data": {"name": "新主题"}}},
    "organisations:topic": {
        "args": TOPIC,
        "GET": office(200),
        "POST": {**office(302), "data": {"name": "新主题"}},
    },
    "organisations:topic-removal": {"args": TOPIC, "POST": office("in")},
    "organisations:federation": {
        "GET": only_office(200),
        "POST": {**only_office(302), "data": {"name": "新名总工会", "short_name": "新名"}},
    },
    "organisations:subdistricts": {"POST": {**only_office(302), "data": {"name": "新街道"}}},
    "organisations:subdistrict": {
        "args": STREET,
        "GET": only_office(200),
        "POST": {**only_office(302), "data": {"name": "新街道"}},
    },
    "organisations:subdistrict-removal": {"args": STREET, "POST": only_office("in")},
}
