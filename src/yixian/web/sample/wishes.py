"""What the made-up cadres would like to learn and see, and a few who are away next time."""

from datetime import timedelta

from yixian.web.accounts.models import Absence, Interest, Person
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Need, Topic, Venue
from yixian.web.sample.content import Draw
from yixian.web.sample.federations import District

SAID = 0.8
AWAY = 6


def choose_wishes(district: District) -> None:
    """Four of five have said what they would like to learn: a need of their union first, then what they fancy."""
    draw = Draw(23)
    topics = list(Topic.objects.filter(federation=district.federation).order_by("rank", "pk"))
    kinds = [kind for kind in Venue.Kind.values if kind != Venue.Kind.OTHER]
    needs: dict[int, list[Topic]] = {}
    for need in Need.objects.select_related("topic").order_by("pk"):
        needs.setdefault(need.member_id, []).append(need.topic)
    interests = []
    for person in _cadres(district):
        if not draw.chance(SAID):
            continue
        wanted = {*draw.some(needs.get(person.member_id, topics), 1), *draw.some(topics, 2)}
        own = {"federation": district.federation, "person": person}
        interests += [Interest(topic=topic, **own) for topic in sorted(wanted, key=lambda topic: topic.pk)]
        if draw.chance(0.5):
            interests.append(Interest(venue_kind=draw.random.choice(kinds), **own))
    Interest.objects.bulk_create(interests)


def go_away(district: District) -> None:
    """Some cannot come to the next meeting that takes replies."""
    meeting = Meeting.objects.filter(state=Meeting.State.OPEN).order_by("held_on").first()
    if meeting is None or meeting.held_on is None:
        return
    people = [person for person in _cadres(district) if person.post != Person.Post.CHAIR]
    for person in Draw(29).random.sample(people, AWAY):
        Absence.objects.create(
            federation=district.federation, person=person,
            first_day=meeting.held_on - timedelta(days=2), last_day=meeting.held_on + timedelta(days=3),
        )  # fmt: skip


def _cadres(district: District) -> list[Person]:
    """The people of the members, in the order of the roster."""
    people = Person.objects.filter(federation=district.federation, member__isnull=False)
    return list(people.order_by("pk"))
