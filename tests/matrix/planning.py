"""What each persona gets at the addresses of planning."""

from tests.matrix.says import says
from yixian.planner.terms import TERMS

ARGUMENTS = {
    "plan_id": "plan",
    "offer_id": "offer",
    "blackout_id": "blackout",
    "swap_id": "swap",
    "told_id": "told",
    "confirmation_id": "confirmation",
    "month": lambda world: "2027-01",
    "year": lambda world: 2027,
    "token": lambda world: "1x1.forged",
}
DRAFT = {"plan_id": "draft_plan"}
CELL = {**DRAFT, "month": lambda world: "2027-01", "host_id": "member"}


def office(answer):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer)


def readers(answer):
    """Those and the auditor."""
    return says(403, office=answer, staff=answer, auditor=answer)


NEW_PLAN = {"first_month": "2028-01", "months": "12", "note": "试排"}
OFFER = {"what": "新产线", "earliest_month": "2027-03", "latest_month": "2027-06"}
DAYS = {"first_day": "2027-05-10", "last_day": "2027-05-12", "reason": "检修"}

FACTORS = {term.code: "1" for term in TERMS}

EXPECTED = {
    "planning:overview": {"GET": says(200)},
    "planning:versions": {"GET": readers(200)},
    "planning:plan-new": {
        "GET": office(200),
        "POST": {**office(302), "data": lambda w: {**NEW_PLAN, "programme": w.programme.pk}},
    },
    "planning:plan": {"GET": says(200)},
    "planning:plan-removal": {"args": DRAFT, "POST": office(302)},
    "planning:publication": {"args": DRAFT, "GET": says(403, office=409), "POST": says(403, office=409)},
    "planning:comparison-choice": {"args": DRAFT, "GET": readers(302)},
    "planning:comparison": {
        "args": {**DRAFT, "other_id": "published_plan"},
        "GET": readers(200),
    },
    "planning:fairness": {"GET": says(200)},
    "planning:replan": {"GET": office(200), "POST": office(422)},
    "planning:plan-weights": {"args": DRAFT, "POST": says(403, office=409)},
    "planning:curve": {"args": DRAFT, "POST": {**office(422), "data": {"point": "0"}}},
    "planning:weights-preview": {"GET": office(404), "POST": {**office(302), "data": FACTORS}},
    "planning:weights-preview-stop": {"POST": office(404)},
    "planning:next-best": {"args": DRAFT, "GET": readers(204), "POST": office(409)},
    "planning:next-best-stop": {"args": DRAFT, "POST": office(302)},
    "planning:weights": {"GET": office(200), "POST": office(422)},
    "planning:run": {"args": DRAFT, "GET": readers(204), "POST": office(302)},
    "planning:run-stop": {"args": DRAFT, "POST": office(302)},
    "planning:month": {
        "args": DRAFT,
        "GET": {**readers(200), "chair": 404, "delegate": 404, "coordinator": 404},
        "POST": {**office(302), "data": lambda w: {"host": w.member.pk, "day": "2027-01-28"}},
    },
    "planning:unpin": {"args": DRAFT, "POST": office(302)},
    "planning:board": {"GET": readers(200)},
    "planning:board-prices": {"args": DRAFT, "GET": readers(204), "POST": office(409)},
    "planning:board-prices-stop": {"args": DRAFT, "POST": office(302)},
    "planning:board-cell": {
        "args": CELL,
        "GET": readers(200),
        "POST": {**office(302), "data": {"day": "2027-01-28"}},
    },
    "planning:board-cell-details": {"args": CELL, "POST": office(409)},
    "planning:feed-address": {"GET": says(200), "POST": says(302)},
    "planning:feed-closing": {"POST": says(302)},
    "planning:feed": {
        "GET": says(404, nobody=404)
    },  # the token speaks for itself: tests/web/planning/test_feed.py
    "planning:offers": {"GET": says(200), "query": lambda w: {"state": "open"}},
    "planning:offer-new": {
        "GET": {**says(200), "query": lambda w: {"meeting": w.meeting.pk}},
        "POST": {
            **says(302, auditor=422, coordinator=422, host_chair=422),
            "data": lambda w: {
                **OFFER,
                "member": w.member.pk,
                "venue": w.guest_venue.pk,
                "meeting": w.meeting.pk,
            },
        },
    },
    "planning:offer-withdrawal": {
        "POST": says(403, office=302, staff=302, chair=302, delegate=302, host_chair=403)
    },
    "planning:standby": {"args": DRAFT, "POST": {**office(409), "data": lambda w: {"standby": w.member.pk}}},
    "planning:standby-call": {"args": DRAFT, "POST": says(403, office=409)},
    "planning:month-confirmation": {"args": DRAFT, "POST": office(409)},
    "planning:confirmations": {"GET": says(200)},
    "planning:confirmations-order": {"POST": {**says(403, office=302), "data": {"weeks": "8"}}},
    "planning:confirmation": {"GET": {**says(200), "coordinator": 404, "host_chair": 404}},
    "planning:confirmation-answer": {
        "POST": {
            **says(403, chair=409, host_chair=404),  # the plan of the world has another host then
            "data": {"verdict": "confirm", "words": "照常承办"},
        }
    },
    "planning:told": {"POST": says(404, chair=302, delegate=302, host_chair=404)},
    "planning:swaps": {"GET": says(200)},
    "planning:swap-new": {
        "GET": {**says(403, chair=200), "host_chair": 200},
        "POST": {**says(403, chair=422), "host_chair": 422},
    },
    "planning:swap-order": {"POST": {**says(403, office=302), "data": {"at_once": "1"}}},
    "planning:swap": {"GET": says(200)},
    "planning:swap-answer": {
        "POST": {
            **says(403, host_chair=302),
            "data": {"verdict": "decline", "answer": "月底检修"},
            "narrower": "the chair of the host who was asked",
        }
    },
    "planning:swap-withdrawal": {
        "POST": {**says(403, chair=302, host_chair=403), "narrower": "the chair of the host who asked"}
    },
    "planning:swap-decision": {"POST": {**says(403, office=409), "data": {"verdict": "refuse"}}},
    "planning:blackouts": {
        "GET": says(200),
        "POST": {
            **says(302, auditor=422, coordinator=422, host_chair=422),
            "data": lambda w: {**DAYS, "member": w.member.pk},
        },
    },
    "planning:blackout-removal": {
        "POST": says(404, office=302, staff=302, auditor=403, chair=302, delegate=302, host_chair=404),
    },
    "planning:calendar": {
        "GET": says(403, office=200),
        "POST": {**says(403, office=302), "data": {"day": "2027-05-01", "kind": "holiday", "name": "劳动节"}},
    },
    "planning:calendar-year": {"POST": says(403, office=302)},
}
