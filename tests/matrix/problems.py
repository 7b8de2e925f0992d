"""What each persona gets at the addresses of the problem register.

The delegate raised the problems, the chair owns them, and both are of the member that they are about.
"""

from tests.matrix.says import says

ARGUMENTS = {"pk": "problem", "meeting_pk": "ended_meeting"}
DUE = "2027-12-01"
TEXT = {"text": "说明"}


def office(answer, **more):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer, **more)


EXPECTED = {
    "problems:list": {"GET": {**says(200), "query": lambda w: {"member": w.member.pk, "topic": w.topic.pk}}},
    "problems:paper": {"GET": says(200)},
    "problems:export": {"GET": says(403, office=200, staff=200, auditor=200)},
    "problems:of-meeting": {"GET": says(200)},
    "problems:new": {
        "GET": {**office(200), "query": lambda w: {"capture": w.note_record.pk}},
        "POST": {
            **office(302),
            "data": lambda w: {
                "title": "通道被占用",
                "meeting": w.ended_meeting.pk,
                "member": w.member.pk,
                "topic": w.topic.pk,
                "raised_by": w.delegate.pk,
                "owner": w.chair.pk,
                "due_on": DUE,
            },
        },
    },
    "problems:detail": {"GET": says(200)},
    "problems:details": {
        "GET": office(200),
        "POST": {
            **office(302),
            "data": lambda w: {"title": "新题", "member": w.member.pk, "topic": w.topic.pk},
        },
    },
    "problems:assign": {"POST": {**office(302), "data": lambda w: {"owner": w.chair.pk, "due_on": DUE}}},
    "problems:solve": {"POST": {**says(403, office=302, staff=302, chair=302, host_chair=403), "data": TEXT}},
    "problems:confirm": {
        "args": {"pk": "solved_problem"},
        "POST": {**says(403, delegate=302), "data": TEXT},
    },
    "problems:send_back": {
        "args": {"pk": "solved_problem"},
        "POST": {**says(403, delegate=302), "data": TEXT},
    },
    "problems:reopen": {
        "args": {"pk": "closed_problem"},
        "POST": {**says(403, office=302, staff=302, delegate=302), "data": {**TEXT, "due_on": DUE}},
    },
    "problems:drop": {"POST": {**says(403, office=302), "data": TEXT}},
    "problems:remark": {
        "POST": {**says(403, office=302, staff=302, chair=302, delegate=302, host_chair=403), "data": TEXT}
    },
}
