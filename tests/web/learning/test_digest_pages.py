"""Making and sharing a digest in the browser."""

import pytest

from tests.factories_problems import capture
from tests.web.learning.test_digest_actions import arrive
from yixian.web.learning.actions import digest as actions
from yixian.web.learning.models import Digest


@pytest.fixture
def held(meeting, chair, officer):
    meeting.state = "wrapped_up"
    meeting.save()
    arrive(chair, meeting)
    return meeting


@pytest.fixture
def digest(held, chair):
    return actions.start_digest(by=chair, meeting=held)


def test_from_the_meetings_page_to_the_editor(signed_in, get_page, chair, held):
    client = signed_in(chair)
    url = f"/learning/meetings/{held.pk}/digest/"
    assert "Make my digest" in get_page(client, url).content.decode()
    answer = client.post(url)
    assert answer.url == f"/learning/digests/{Digest.objects.get().pk}/"
    get_page(client, answer.url)
    assert "Go on with it" in get_page(client, url).content.decode()


def test_who_was_not_there_is_told(signed_in, get_page, delegate, held):
    client = signed_in(delegate)
    url = f"/learning/meetings/{held.pk}/digest/"
    assert "Make my digest" not in get_page(client, url).content.decode()
    assert client.post(url).status_code == 403


def test_autosave_answers_shortly(signed_in, chair, digest, held):
    photo = capture(chair, held, "photo")
    answer = signed_in(chair).post(
        f"/learning/digests/{digest.pk}/", {"headline": "题", "words": "文", "captures": [photo.pk]},
        headers={"X-Autosave": "1"},
    )  # fmt: skip
    digest.refresh_from_db()
    assert (answer.status_code, digest.headline, list(digest.captures.all())) == (204, "题", [photo])


def test_a_held_record_cannot_be_sent(signed_in, chair, digest, held):
    record = capture(chair, held, "photo", hold="held")
    answer = signed_in(chair).post(f"/learning/digests/{digest.pk}/", {"captures": [record.pk]})
    assert (answer.status_code, digest.captures.count()) == (422, 0)


def test_link_share_note_and_end(signed_in, get_page, chair, digest):
    client = signed_in(chair)
    url = f"/learning/digests/{digest.pk}/"
    client.post(f"{url}link/")
    page = get_page(client, url)
    assert page.context["url"].startswith("http://testserver/learning/shared/")
    assert page.context["copy_text"].endswith(page.context["url"])
    client.post(f"{url}shares/", {"where": "车间群", "reached": "86"})
    assert client.post(f"{url}shares/", {"where": ""}).status_code == 422
    assert get_page(client, url).context["page"].reached == 86
    client.post(f"{url}link/end/")
    assert get_page(client, url).context["url"] == ""


@pytest.mark.parametrize(
    ("who", "status"), [("officer", 403), ("delegate", 403), ("auditor", 403), ("stranger", 404)]
)
def test_others_do_not_open_the_editor(request, signed_in, get_page, digest, who, status):
    get_page(signed_in(request.getfixturevalue(who)), f"/learning/digests/{digest.pk}/", status=status)


def test_the_office_sees_who_shared_but_not_the_words(signed_in, get_page, officer, chair, digest, held):
    actions.save_digest(by=chair, digest=digest, headline="私下的题", words="私下的话", captures=[])
    actions.note_share(by=chair, digest=digest, where="车间群", reached=86)
    html = get_page(signed_in(officer), f"/learning/meetings/{held.pk}/digest/").content.decode()
    assert [words in html for words in ("甲主席", "86", "私下的题", "私下的话")] == [True, True, False, False]


@pytest.mark.parametrize("number", [1, 40])
def test_the_editor_takes_the_same_queries_for_any_number(signed_in, get_page, chair, digest, held, number):
    for _turn in range(number):
        capture(chair, held, "note")
    assert (
        len(get_page(signed_in(chair), f"/learning/digests/{digest.pk}/", most=8).context["page"].quotes)
        == number
    )


def test_my_digests_are_mine(signed_in, get_page, chair, delegate, digest):
    counts = [
        get_page(signed_in(who), "/learning/digests/").context["page"].paginator.count
        for who in (chair, delegate)
    ]
    assert counts == [1, 0]
