"""What each persona gets at the addresses of accounts."""

from tests.matrix.says import says

ARGUMENTS = {"pk": "person", "token": "link_token"}
ROSTER = {"pk": "rosterimport"}


def office(answer):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer)


def only_office(answer):
    """The office itself."""
    return says(403, office=answer)


ON_THE_LINK = dict.fromkeys(
    ("stranger", "stranger_chair", "city", "child"), "whoever holds a link reads on it whom it is for"
)
AWAY = {"first_day": "2036-11-26", "last_day": "2036-11-28"}
RECORD = {"name": "新名字", "post": "officer", "rank": "3"}

EXPECTED = {
    "accounts:signin": {
        "GET": {**says(302), "nobody": 200},
        "POST": {**says(422), "nobody": 422},
    },
    "accounts:signout": {"POST": says("sign-in")},
    "accounts:link": {
        "GET": {**says(200, delegate=302), "nobody": 200, "shows": ON_THE_LINK},
        "POST": {**says(302), "nobody": 302},
    },
    "accounts:link-request": {
        "args": {"token": "spent_link_token"},
        "POST": {**says(302), "nobody": 302},
    },
    "accounts:people": {"GET": says(403, office=200, staff=200, auditor=200)},
    "accounts:person-new": {
        "GET": {**office(200), "query": lambda w: {"member": w.member.pk}},
        "POST": {**office(302), "data": lambda w: {**RECORD, "member": w.member.pk}},
    },
    "accounts:person": {"GET": says(200, coordinator=404, host_chair=404)},
    "accounts:person-record": {
        "GET": office(200),
        "POST": {**office(302), "data": lambda w: {**RECORD, "member": w.member.pk}},
    },
    "accounts:person-phone": {"POST": office(200)},
    "accounts:person-interests": {
        "args": {"pk": "chair"},
        "GET": says(200, auditor=403, delegate=403, coordinator=404, host_chair=404),
        "POST": {
            **says(302, auditor=403, delegate=403, coordinator=404, host_chair=404),
            "data": lambda w: {"topics": [w.topic.pk], "venue_kinds": ["museum"]},
        },
    },
    "accounts:person-absences": {
        "args": {"pk": "chair"},
        "POST": {**says(302, auditor=403, delegate=403, coordinator=404, host_chair=404), "data": AWAY},
    },
    "accounts:absence-removal": {
        "args": {"pk": "absence"},
        "POST": says(302, auditor=403, coordinator=404, host_chair=404),
    },
    "accounts:person-access": {
        "GET": only_office(200),
        "POST": {**only_office(302), "data": {"duty": "member", "is_active": "on"}},
    },
    "accounts:person-links": {"POST": office(200)},
    "accounts:person-erasure": {
        "GET": only_office(200),
        "POST": {
            **only_office(302),
            "data": lambda w: {"name": w.person.name},
            "shows": {"office": "the form gives back what was typed"},
        },
    },
    "accounts:link-revocation": {"args": {"pk": "link"}, "POST": office(302)},
    "accounts:link-answer": {"args": {"pk": "link_request"}, "POST": office(200)},
    "accounts:me": {"GET": says(200)},
    "accounts:me-pictures": {"POST": {**says(302), "data": {"may_be_pictured": "yes"}}},
    "accounts:me-data": {"GET": says(200)},
    "accounts:me-password": {"GET": says(409, office=200), "POST": says(409, office=422)},
    "accounts:rosters": {"GET": office(200), "POST": office(422)},
    "accounts:roster-template": {"GET": office(200)},
    "accounts:roster-export": {"POST": {**office(200), "data": {"form": "xlsx"}}},
    "accounts:roster-import": {"args": ROSTER, "GET": office(200)},
    "accounts:roster-acceptance": {"args": ROSTER, "POST": office(409)},
    "accounts:roster-removal": {"args": ROSTER, "POST": office(302)},
    "accounts:audit": {"GET": says(403, office=200, auditor=200)},
}
