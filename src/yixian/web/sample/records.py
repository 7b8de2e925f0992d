"""What was recorded on the spot at a sample meeting, and what became of it."""

from datetime import timedelta
from hashlib import sha256

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo, Release
from yixian.web.capture.names import derived_name, original_name
from yixian.web.learning.models import Adoption, AdoptionStep, Answer, Digest, Experience, Question, ShareNote
from yixian.web.meetings.models import Meeting, Station
from yixian.web.problems.models import Problem, ProblemEvent
from yixian.web.sample.clock import at, moment
from yixian.web.sample.content import Draw, content
from yixian.web.sample.federations import District, topic
from yixian.web.sample.photos import Picture
from yixian.web.shared.pictures import blobs

VERBS = ("start", "contact", "try", "adopt")
ADOPTION_PATH = ("interested", "contact", "trying", "adopted")
RESULTS = [
    "已在一个车间推开，参观打断作业明显少了。",
    "试了一个月，职工反映好，准备写进制度。",
    "照做并改短为十分钟，效果不错。",
]


class Records:
    """Captures of one meeting and their traces."""

    def __init__(self, district: District, meeting: Meeting, draw: Draw) -> None:
        self.district, self.meeting, self.draw = district, meeting, draw
        self.own = {"federation": district.federation}
        self.stations = list(Station.objects.filter(tour__meeting=meeting).order_by("position"))
        self.people = [each.person for each in meeting.check_ins.select_related("person__member")]
        self.people = [person for person in self.people if person.member_id != meeting.host_id]

    def capture(
        self, kind: str, text: str, hold: str = "released", station: Station | None = None
    ) -> Capture:
        """One thing recorded, and the host's decision where there was one."""
        author = self.draw.random.choice(self.people)
        station = station or self.draw.random.choice(self.stations)
        when = moment(self.meeting.held_on, 10, self.draw.random.randrange(50))
        with at(when):
            capture = Capture.objects.create(
                author=author, meeting=self.meeting, station=station, zone=station.photos, kind=kind, text=text,
                digest=sha256(f"{author.pk}{text}{when}".encode()).hexdigest(), made_at=when.isoformat(), hold=hold,
                **self.own,
            )  # fmt: skip
        if hold in ("released", "withheld"):
            with at(moment(self.meeting.held_on, 15)):
                Release.objects.create(
                    capture=capture, decision=hold, by=self.meeting.coordinator, **self.own
                )
        return capture

    def photo(self, picture: Picture, hold: str = "released") -> Capture:
        """A photo, stored as if a phone had sent it and the worker had prepared it."""
        station = self.draw.random.choice([each for each in self.stations if each.photos != "forbidden"])
        capture = self.capture("photo", picture.caption, hold, station)
        photo = Photo.objects.create(
            capture=capture, digest=picture.digest, size=len(picture.original), state=Photo.State.READY,
            width=picture.width, height=picture.height, **self.own,
        )  # fmt: skip
        federation_id = self.district.federation.pk
        photo.original = original_name(federation_id, picture.digest, photo.pk)
        photo.shown = derived_name("shown", federation_id, picture.digest, photo.pk)
        photo.thumbnail = derived_name("thumbnail", federation_id, picture.digest, photo.pk)
        photo.save(update_fields=["original", "shown", "thumbnail"])
        for name, content_ in zip(
            (photo.original, photo.shown, photo.thumbnail),
            (picture.original, picture.shown, picture.thumbnail),
            strict=True,
        ):
            blobs().put(name, content_)
        return capture

    def usual(self, count: int = 2, hold: str = "released") -> None:
        """Notes and ideas such as every meeting brings."""
        for name, kind in (("notes", "note"), ("ideas", "idea")):
            for text in self.draw.random.sample(content()[name], count):
                self.capture(kind, text, hold)

    def problem(self, words: dict[str, str], state: str, days_left: int) -> Problem:
        """A problem found here, as far as it has come."""
        capture = self.capture("problem", words["title"])
        owner = self.draw.random.choice(self.people)
        found = self.meeting.held_on
        problem = Problem.objects.create(
            title=words["title"], description=words["description"], state=state, meeting=self.meeting,
            capture=capture, member=self.meeting.host, topic=topic(self.district.federation, words["topic"]),
            raised_by=capture.author, owner=None if state == "found" else owner, found_on=found,
            due_on=None if state == "found" else found + timedelta(days=days_left),
            solution=self.draw.one("solutions") if state in ("solved", "closed") else "",
            closed_at=moment(found + timedelta(days=days_left - 3), 10) if state == "closed" else None, **self.own,
        )  # fmt: skip
        self._problem_story(problem, owner, capture.author, days_left)
        return problem

    def _problem_story(self, problem: Problem, owner: Person, raiser: Person, days_left: int) -> None:
        officer = self.district.officer
        steps = [("register", "found", officer, 1, problem.description), ("assign", "assigned", officer, 2, ""),
                 ("solve", "solved", owner, days_left - 5, problem.solution),
                 ("confirm", "closed", raiser, days_left - 3, "复看过，没有问题。")]  # fmt: skip
        reached = ("found", "assigned", "solved", "closed").index(problem.state)
        for verb, state, by, after, text in steps[: reached + 1]:
            with at(moment(self.meeting.held_on + timedelta(days=after), 11)):
                ProblemEvent.objects.create(
                    problem=problem, verb=verb, state=state, text=text, by=by,
                    owner=owner if verb == "assign" else None, due_on=problem.due_on if verb == "assign" else None,
                    **self.own,
                )  # fmt: skip

    def experience(self, words: dict[str, str], adopters: int, photos: list[Capture]) -> Experience:
        """A practice of the host's, written up, and the members that borrow it."""
        published = moment(self.meeting.held_on + timedelta(days=5), 10)
        with at(published):
            experience = Experience.objects.create(
                title=words["title"], summary=words["summary"], how=words["how"], state="published",
                member=self.meeting.host, topic=topic(self.district.federation, words["topic"]), meeting=self.meeting,
                station=self.draw.random.choice(self.stations), written_by=self.district.officer,
                published_at=published, **self.own,
            )  # fmt: skip
        experience.captures.set(photos)
        borrowers = {person.member_id: person for person in self.people}
        for person in self.draw.random.sample(sorted(borrowers.values(), key=lambda p: p.pk), adopters):
            self._adoption(experience, person)
        return experience

    def _adoption(self, experience: Experience, person: Person) -> None:
        reached = self.draw.random.randrange(4)
        adoption = Adoption.objects.create(
            experience=experience, member=person.member, state=ADOPTION_PATH[reached], started_by=person,
            result=self.draw.random.choice(RESULTS) if reached == 3 else "", **self.own,
        )  # fmt: skip
        for step in range(reached + 1):
            with at(moment(self.meeting.held_on + timedelta(days=7 + 9 * step), 14)):
                AdoptionStep.objects.create(
                    verb=VERBS[step], adoption=adoption, state=ADOPTION_PATH[step], by=person, **self.own
                )

    def question(self, text: str, answers: int) -> Question:
        """A question asked here, and what others answered."""
        capture = self.capture("question", text)
        with at(moment(self.meeting.held_on, 16)):
            question = Question.objects.create(
                text=text, state="answered" if answers else "open", asked_by=capture.author,
                member=capture.author.member, meeting=self.meeting, capture=capture,
                topic=topic(self.district.federation, "岗位练兵"), **self.own,
            )  # fmt: skip
        others = [person for person in self.people if person.pk != capture.author_id]
        for person in self.draw.random.sample(others, answers):
            with at(moment(self.meeting.held_on + timedelta(days=2), 9)):
                Answer.objects.create(question=question, text=self.draw.one("answers"), by=person, **self.own)
        return question

    def digests(self, count: int, photos: list[Capture]) -> None:
        """Some who came wrote a page and said where they shared it."""
        for person in self.draw.random.sample(self.people, count):
            with at(moment(self.meeting.held_on + timedelta(days=2), 20)):
                digest = Digest.objects.create(
                    meeting=self.meeting, person=person, headline=self.draw.one("headlines"),
                    words=self.draw.one("words"), **self.own,
                )  # fmt: skip
                digest.captures.set(photos[:3])
                ShareNote.objects.create(
                    digest=digest,
                    where=self.draw.one("groups"),
                    reached=self.draw.random.randint(8, 120),
                    **self.own,
                )
