"""Which entry of the navigation holds a page."""

import pytest

from yixian.web.shared.navigation import entries_for


@pytest.mark.parametrize(
    ("path", "held_by"),
    [
        ("/", ["/"]),
        ("/meetings/7/", ["/meetings/"]),
        ("/meetings/archive/3/", ["/meetings/archive/"]),
        ("/capture/meetings/7/release/", ["/meetings/"]),
        ("/capture/9/", ["/meetings/"]),
        ("/capture/jobs/", ["/capture/jobs/"]),
        ("/grouping/7/rotation/plan/", ["/meetings/"]),
        ("/grouping/year/", ["/grouping/year/"]),
        ("/learning/meetings/7/questions/", ["/meetings/"]),
        ("/learning/wrap-up/7/", ["/meetings/"]),
        ("/learning/questions/8/", ["/learning/questions/"]),
        ("/learning/experiences/8/", ["/learning/"]),
        ("/learning/people/10/", ["/accounts/people/"]),
        ("/problems/meetings/7/", ["/meetings/"]),
        ("/problems/7/", ["/problems/"]),
        ("/organisations/venues/5/", ["/organisations/members/"]),
        ("/organisations/subdistricts/5/", ["/organisations/federation/"]),
        ("/accounts/me/", []),
    ],
)
def test_a_page_is_marked_where_it_belongs(officer, path, held_by):
    assert [link.url for link in entries_for(officer, path) if link.current] == held_by


def test_a_page_whose_entry_somebody_lacks_is_marked_nowhere(delegate):
    assert [link.url for link in entries_for(delegate, "/learning/people/10/") if link.current] == []
