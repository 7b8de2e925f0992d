"""What a signed-out person gets, by how they asked."""

import pytest
from django.test import Client

ADDRESS = "/meetings/1/minutes/"


@pytest.mark.django_db
def test_a_page_leads_to_sign_in_and_a_form_that_saves_itself_is_refused(client: Client) -> None:
    """A script would take the sign-in page for an answer that everything is stored."""
    assert client.get(ADDRESS).headers["Location"] == f"/accounts/signin/?next={ADDRESS}"
    assert client.post(f"{ADDRESS}text/", headers={"x-autosave": "1"}).status_code == 401
    asked_by_part = client.get(ADDRESS, headers={"hx-request": "true"})
    assert (asked_by_part.status_code, asked_by_part.headers["HX-Refresh"]) == (204, "true")
