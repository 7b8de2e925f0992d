"""Experiences, borrowings, questions and digests for tests."""

from django.utils import timezone

from yixian.web.learning.models import Adoption, Experience, Question


def experience(of, title="班前会五分钟", state="published", **values):
    """An experience of a member; published unless said otherwise."""
    published = timezone.now() if state == "published" else None
    values = {
        "summary": "每班先看清风险。",
        "how": "班长主持，逐人确认。",
        "published_at": published,
        **values,
    }
    return Experience.objects.create(federation=of.federation, member=of, title=title, state=state, **values)


def adoption(of_experience, by_member, state="interested", **values):
    """A member's borrowing of an experience."""
    return Adoption.objects.create(
        federation=by_member.federation, experience=of_experience, member=by_member, state=state,
        title=of_experience.title, source=of_experience.member, **values,
    )  # fmt: skip


def question(by, text="岗位练兵怎么组织？", state="open", **values):
    """A question of a person's."""
    return Question.objects.create(
        federation=by.federation, text=text, asked_by=by, member=by.member, state=state, **values
    )
