"""A report is read in, looked over beside its text, and accepted into history in the browser."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories
from tests.archive.samples import words_of
from yixian.web.accounts.models import Person
from yixian.web.meetings.models import ArchiveDraft, Meeting
from yixian.web.organisations.models import Member

NEW, LIST = "/meetings/archive/new/", "/meetings/archive/"
REPORT = "damaged_monthly.txt"


def hand_in(client, name=REPORT, charset="utf-8", ending=""):
    content = words_of(name).encode(charset)
    return client.post(NEW, {"file": SimpleUploadedFile(name + ending, content)})


def as_proposed(response):
    """The form as it stands on the page, as a browser would send it."""
    form = response.context["form"]
    data = {bound.html_name: bound.value() for bound in form}
    return {
        name: "on" if value is True else value
        for name, value in data.items()
        if value not in (None, False, "")
    }


@pytest.fixture
def office(signed_in, officer):
    return signed_in(officer)


def test_a_file_becomes_a_draft(office, officer):
    answer = hand_in(office)
    draft = ArchiveDraft.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/meetings/archive/{draft.pk}/")
    assert (draft.state, draft.source_name, draft.read_by, Meeting.objects.count()) == (
        "draft",
        REPORT,
        officer,
        0,
    )


def test_the_same_text_in_another_encoding_finds_the_first_draft(office):
    first = hand_in(office, "page_utf8.html")
    pasted = office.post(
        NEW, {"file": SimpleUploadedFile("again.html", words_of("page_utf8.html").encode("utf-16"))}
    )
    assert (pasted.status_code, pasted["Location"], ArchiveDraft.objects.count()) == (
        302,
        first["Location"],
        1,
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Choose a file or paste the text"),
        ({"text": "今天天气很好，适合出游。" * 20}, "does not report a visit"),
        ({"file": SimpleUploadedFile("a.docx", b"PK")}, "Save the report as text"),
        ({"file": SimpleUploadedFile("a.txt", b" " * (2 * 1024 * 1024 + 1))}, "larger than 2 MB"),
        ({"file": SimpleUploadedFile("a.txt", b"\x89PNG\x00\x01" * 99)}, "not a text file"),
    ],
)
def test_a_refusal_says_why_and_keeps_nothing(office, data, sentence):
    answer = office.post(NEW, data)
    assert (answer.status_code, ArchiveDraft.objects.count()) == (422, 0)
    assert sentence in answer.content.decode()


def test_a_refusal_speaks_chinese(signed_in, officer):
    answer = signed_in(officer, **{"accept-language": "zh-hans"}).post(
        NEW, {"text": "今天天气很好，适合出游。" * 20}
    )
    assert "不是工会走访观摩或现场例会的报道" in answer.content.decode()


def test_the_draft_stands_beside_its_text(office, get_page):
    url = hand_in(office)["Location"]
    page = get_page(office, url)
    assert [section.part.key for section in page.context["page"].sections][:2] == ["series", "meeting-0"]


def test_accepting_what_was_proposed_makes_history(office, get_page):
    url = hand_in(office)["Location"]
    answer = office.post(url, as_proposed(office.get(url)))
    draft = ArchiveDraft.objects.get()
    assert (answer.status_code, draft.state) == (302, "accepted")
    meeting = Meeting.objects.exclude(held_on=None).get()
    told = draft.record["meetings"][0]
    assert (meeting.held_on, meeting.host.name, meeting.participants_stated) == (
        date.fromisoformat(told["date"]["value"]), told["host"]["value"], told["participants"]["value"],
    )  # fmt: skip
    assert (meeting.state, meeting.is_archive) == ("closed", True)
    get_page(office, url)


def test_an_accepted_draft_is_not_accepted_again(office):
    url = hand_in(office)["Location"]
    data = as_proposed(office.get(url))
    office.post(url, data)
    before = Meeting.objects.count()
    assert (office.post(url, data).status_code, Meeting.objects.count()) == (409, before)


def test_a_title_that_is_missing_is_asked_for_and_nothing_is_taken(office):
    url = hand_in(office)["Location"]
    data = as_proposed(office.get(url))
    del data["meeting-0-title"]
    answer = office.post(url, data)
    assert (answer.status_code, Meeting.objects.count(), Member.objects.count()) == (422, 0, 0)
    assert "Give it a title" in answer.content.decode()


def test_dropping_takes_nothing(office):
    url = hand_in(office)["Location"]
    office.post(f"{url}dropping/")
    assert (ArchiveDraft.objects.get().state, Meeting.objects.count(), Person.objects.count()) == (
        "dropped",
        0,
        1,
    )


def test_the_list_takes_as_many_queries_with_thirty_drafts(office, officer, get_page):
    def add(number):
        ArchiveDraft.objects.create(
            federation=officer.federation, title=f"报道{number}", digest=f"{number:064}", read_by=officer
        )

    add(1)
    get_page(office, LIST)
    for number in range(2, 32):
        add(number)
    page = get_page(office, LIST)
    assert len(page.context["page"].object_list) == 24


def test_another_federation_s_draft_is_not_there(office, signed_in, stranger):
    url = hand_in(office)["Location"]
    assert signed_in(stranger).get(url).status_code == 404


def test_a_unit_of_the_roster_is_found_under_its_union_s_name(office, district):
    hand_in(office)
    draft = ArchiveDraft.objects.get()
    host = draft.record["meetings"][0]["host"]["value"]
    member = factories.member(district, f"{host}工会")
    url = f"/meetings/archive/{draft.pk}/"
    office.post(url, as_proposed(office.get(url)))
    assert Meeting.objects.exclude(held_on=None).get().host == member
