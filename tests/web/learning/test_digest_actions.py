"""A digest: who makes one, what may be put in, and the life of its link."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories_problems import capture
from yixian.web.accounts import links
from yixian.web.learning.actions import digest as actions
from yixian.web.learning.models import Digest
from yixian.web.learning.queries.shared import digest_behind, open_token, without_phones
from yixian.web.meetings.models import CheckIn
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry


def verbs():
    return list(AuditEntry.objects.order_by("serial").values_list("verb", flat=True))


def arrive(person, at_meeting):
    CheckIn.objects.create(
        federation=person.federation, meeting=at_meeting, person=person, method="qr", at=timezone.now()
    )


@pytest.fixture
def held(meeting, chair):
    """A wrapped-up meeting at which the chair checked in."""
    meeting.state = "wrapped_up"
    meeting.save()
    arrive(chair, meeting)
    return meeting


@pytest.fixture
def digest(held, chair):
    return actions.start_digest(by=chair, meeting=held)


def test_start_takes_ones_own_released_photos(chair, delegate, held):
    own = capture(chair, held, "photo")
    for who, values in ((chair, {"hold": "held"}), (chair, {"kind": "note"}), (delegate, {})):
        capture(who, held, **{"kind": "photo", **values})
    made = actions.start_digest(by=chair, meeting=held)
    assert (list(made.captures.all()), verbs()) == ([own], ["learning.start_digest"])


def test_start_twice_gives_the_same_back(chair, held, digest):
    assert actions.start_digest(by=chair, meeting=held) == digest
    assert verbs() == ["learning.start_digest"]


def test_only_those_who_were_there(delegate, held):
    with pytest.raises(Refused):
        actions.start_digest(by=delegate, meeting=held)


@pytest.mark.parametrize("state", ["planned", "announced", "open", "under_way", "cancelled"])
def test_only_once_wrapped_up(chair, held, state):
    held.state = state
    with pytest.raises(DomainError):
        actions.start_digest(by=chair, meeting=held)


def test_save_keeps_words_and_choice(chair, digest, held):
    photo = capture(chair, held, "photo")
    actions.save_digest(by=chair, digest=digest, headline=" 所见 ", words="值得学", captures=[photo])
    digest.refresh_from_db()
    assert (digest.headline, digest.words, list(digest.captures.all())) == ("所见", "值得学", [photo])


@pytest.mark.parametrize(
    "values", [{"hold": "held"}, {"hold": "withheld"}, {"kind": "problem"}, {"kind": "question"}]
)
def test_save_refuses_what_is_not_released_or_not_for_sharing(chair, digest, held, values):
    record = capture(chair, held, **{"kind": "photo", **values})
    with pytest.raises(DomainError):
        actions.save_digest(by=chair, digest=digest, headline="", words="", captures=[record])


def test_saving_the_same_writes_nothing(chair, digest):
    actions.save_digest(by=chair, digest=digest, headline="", words="", captures=[])
    assert verbs() == ["learning.start_digest"]


@pytest.mark.parametrize("who", ["officer", "delegate", "coordinator", "stranger"])
def test_a_digest_is_its_authors(request, digest, who):
    with pytest.raises(Refused):
        actions.make_link(by=request.getfixturevalue(who), digest=digest)


def test_a_link_is_kept_as_a_digest_and_works_thirty_days(chair, digest):
    token = actions.make_link(by=chair, digest=digest)
    digest.refresh_from_db()
    assert (digest.link_digest, open_token(digest)) == (links.digest(token), token)
    assert token not in (digest.link_sealed, digest.link_digest)
    assert (digest.link_expires_at - timezone.now()).days == 29
    assert digest_behind(token) == digest


def test_a_new_link_ends_the_old_one(chair, digest):
    old, new = (actions.make_link(by=chair, digest=digest) for _ in range(2))
    assert (digest_behind(old), digest_behind(new)) == (None, digest)


def test_a_link_ends_by_hand_by_time_and_with_its_author(chair, digest):
    token = actions.make_link(by=chair, digest=digest)
    Digest.objects.update(link_expires_at=timezone.now() - timedelta(seconds=1))
    assert digest_behind(token) is None
    Digest.objects.update(link_expires_at=timezone.now() + timedelta(days=1))
    chair.is_active = False
    chair.save()
    assert digest_behind(token) is None
    chair.is_active = True
    chair.save()
    digest.refresh_from_db()
    actions.end_link(by=chair, digest=digest)
    assert (digest_behind(token), open_token(digest)) == (None, "")


def test_where_it_was_shared(chair, digest):
    actions.note_share(by=chair, digest=digest, where="车间微信群", reached=86)
    with pytest.raises(BadInput):
        actions.note_share(by=chair, digest=digest, where=" ")
    assert list(digest.share_notes.values_list("where", "reached")) == [("车间微信群", 86)]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("找老王13800001234谈", "找老王138****1234谈"),
        ("138 0000 1234", "138****1234"),
        ("138-0000-1234", "138****1234"),
        ("１３８００００１２３４", "１３８****１２３４"),
        ("座机0532-88881234", "座机053****1234"),
        ("编号20261126001不变，第3条", "编号20261126001不变，第3条"),
        ("共1380000人", "共1380000人"),
    ],
)
def test_phones_are_masked_in_every_text(text, masked):
    assert without_phones(text) == masked
