"""What each persona gets at the addresses of learning.

The experiences are the host's, the guest's chair began to borrow one; the delegate asked the question and
wrote the digest, whose link is open to anyone.
"""

from tests.matrix.says import says

ARGUMENTS = {
    "pk": "experience",
    "meeting_pk": "ended_meeting",
    "answer_pk": "answer",
    "token": "digest_token",
    "verb": lambda world: "drop",
}
UPWARDS = "published experiences are read by the federation above"
TEXT = {"text": "说明"}


def office(answer, **more):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer, **more)


def experience(w):
    """A sound experience of one's own."""
    return {"title": "练兵角", "summary": "概要", "how": "做法", "member": w.host.pk, "topic": w.topic.pk}


EXPECTED = {
    "learning:experiences": {"GET": {**says(200), "query": lambda w: {"topic": w.topic.pk}}},
    "learning:below": {
        "GET": {**office(200), "shows": {"city": UPWARDS, "office": UPWARDS, "staff": UPWARDS}}
    },
    "learning:below-one": {"GET": {**office(404), "city": 200, "shows": {"city": UPWARDS}}},
    "learning:of-meeting": {"GET": says(200)},
    "learning:person": {
        "args": {"pk": "chair"},
        "GET": says(200, delegate=403, coordinator=404, host_chair=404),
    },
    "learning:new-experience": {
        "GET": {**says(200, auditor=403), "query": lambda w: {"capture": w.note_record.pk}},
        "POST": {
            **says(422, office=302, staff=302, auditor=403, coordinator=302, host_chair=302),
            "query": lambda w: {"meeting": w.ended_meeting.pk},
            "data": lambda w: {**experience(w), "captures": [w.note_record.pk]},
        },
    },
    "learning:experience": {"GET": says(200)},
    "learning:experience-text": {
        "GET": office(200, coordinator=200, host_chair=200),
        "POST": {
            **office(302, coordinator=302, host_chair=302),
            "data": lambda w: {**experience(w), "captures": [w.note_record.pk]},
        },
    },
    "learning:publish": {"args": {"pk": "draft_experience"}, "POST": office(302, chair=403)},
    "learning:withdraw": {"POST": office(302)},
    "learning:adopt": {"POST": says(409, office=403, staff=403, auditor=403)},
    "learning:adoptions": {"GET": {**says(200), "query": lambda w: {"member": w.member.pk}}},
    "learning:adoption": {"args": {"pk": "adoption"}, "GET": says(200)},
    "learning:adoption-step": {
        "args": {"pk": "adoption"},
        "POST": {**office(302, chair=302, delegate=302, host_chair=403), "data": TEXT},
    },
    "learning:adoption-result": {
        "args": {"pk": "adoption"},
        "POST": {**office(302, chair=302, delegate=302, host_chair=403), "data": TEXT},
    },
    "learning:adopt-idea": {
        "args": {"pk": "idea_record"},
        "POST": says(409, office=403, staff=403, auditor=403, delegate=302),
    },
    "learning:digests": {"GET": says(200)},
    "learning:meeting-digest": {
        "GET": says(200),
        "POST": says(403, narrower="only those who checked in, and nobody did"),
    },
    "learning:digest": {
        "args": {"pk": "digest"},
        "GET": says(403, delegate=200),
        "POST": {
            **says(403, delegate=302),
            "data": lambda w: {"headline": "题", "words": "文", "captures": [w.note_record.pk]},
        },
    },
    "learning:digest-link": {
        "args": {"pk": "digest"},
        "POST": says(403, delegate=302),
        "DELETE": says(403, delegate=302),
    },
    "learning:digest-link-end": {"args": {"pk": "digest"}, "POST": says(403, delegate=302)},
    "learning:digest-shares": {
        "args": {"pk": "digest"},
        "POST": {**says(403, delegate=302), "data": {"where": "车间群", "reached": "30"}},
    },
    "learning:shared": {"GET": says(200, nobody=200)},
    "learning:shared-photo": {"args": {"pk": "released_photo_record"}, "GET": says(404, nobody=404)},
    "learning:questions": {"GET": {**says(200), "query": lambda w: {"topic": w.topic.pk}}},
    "learning:meeting-questions": {"GET": says(200)},
    "learning:ask": {
        "GET": {**says(200, auditor=403), "query": lambda w: {"meeting": w.ended_meeting.pk}},
        "POST": {
            **says(302, auditor=403),
            "data": lambda w: {"text": "怎样练兵？", "topic": w.topic.pk, "meeting": w.ended_meeting.pk},
        },
    },
    "learning:question": {"args": {"pk": "question"}, "GET": says(200)},
    "learning:question-topic": {
        "args": {"pk": "question"},
        "POST": {**office(302, delegate=302), "data": lambda w: {"topic": w.topic.pk}},
    },
    "learning:answer": {
        "args": {"pk": "question"},
        "POST": {**says(302, auditor=403, delegate=409), "data": TEXT},
    },
    "learning:answer-helped": {"args": {"pk": "question"}, "POST": office(302, delegate=302)},
    "learning:settle": {"args": {"pk": "question"}, "POST": office(302, delegate=302)},
    "learning:reopen-question": {"args": {"pk": "question"}, "POST": office(409, delegate=409)},
    "learning:wrap-up": {"GET": office(200)},
    "learning:wrap-up-record": {
        "args": {"pk": "note_record"},
        "POST": {**office(302), "data": {"what": "nothing"}},
    },
}
