"""Roster import and export in the browser."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.guards import count_queries
from yixian.documents.roster_sample import sample_csv, sample_rows, sample_workbook
from yixian.web.accounts.actions.roster import draft_from_rows
from yixian.web.accounts.models import RosterImport
from yixian.web.organisations.models import Member
from yixian.web.shared.models import AuditEntry


def draft(officer, *rows):
    """A dry run of some rows (column key to text)."""
    return draft_from_rows(by=officer, file_name="花名册.xlsx", rows=list(rows))


def upload(client, content, name="花名册.xlsx"):
    return client.post("/accounts/rosters/", {"file": SimpleUploadedFile(name, content)})


def test_upload_look_accept_in_the_browser(signed_in, officer, get_page):
    client = signed_in(officer)
    response = upload(client, sample_workbook())
    assert response.status_code == 302
    page = get_page(client, response["Location"]).content.decode()
    assert "This is a dry run: nothing was changed yet." in page
    assert client.post(response["Location"] + "acceptance/").status_code == 302
    assert Member.objects.count() == 42
    again = get_page(client, upload(client, sample_workbook())["Location"]).content.decode()
    assert "Nothing to import" in again


def test_dry_run_page_names_problems_and_offers_another_upload(signed_in, officer, get_page):
    content = "单位名称,职工人数\n甲厂工会,很多\n".encode("gb18030")
    page = get_page(signed_in(officer), upload(signed_in(officer), content)["Location"]).content.decode()
    assert "“很多” is not a whole number." in page
    assert "acceptance" not in page


def test_dropping_in_the_browser(signed_in, officer):
    client = signed_in(officer)
    place = upload(client, sample_csv())["Location"]
    assert client.post(place + "removal/")["Location"] == "/accounts/rosters/"
    assert RosterImport.objects.get().state == "dropped"
    assert "Nothing of this file was imported." in client.get(place).content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "The file is empty."), (b"PK\x03\x04x", "The file is damaged"), (b"\xd0\xcf\x11\xe0", "old .xls")],
)
def test_unreadable_upload_is_explained(signed_in, officer, content, sentence):
    response = upload(signed_in(officer), content)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_upload_without_a_file(signed_in, officer):
    assert signed_in(officer).post("/accounts/rosters/", {}).status_code == 422


def test_template_and_export_are_downloads(signed_in, officer, get_page):
    client = signed_in(officer)
    template = get_page(client, "/accounts/rosters/template/")
    assert template["Content-Disposition"] == 'attachment; filename="Roster template.xlsx"'
    upload(client, template.content)
    out = client.post("/accounts/rosters/export/", {"form": "csv"})
    assert out["Content-Disposition"].startswith("attachment; ")
    assert (out["Content-Security-Policy"], out["X-Content-Type-Options"]) == ("sandbox", "nosniff")
    assert AuditEntry.objects.latest("serial").verb == "accounts.export_roster"
    assert client.post("/accounts/rosters/export/", {"form": "exe"}).status_code == 422


def test_pages_take_the_same_queries_for_one_unit_and_for_many(signed_in, officer, get_page):
    client = signed_in(officer)
    numbers = []
    for rows in (sample_rows()[:1], sample_rows()):
        dry_run = draft(officer, *rows)
        with count_queries() as queries:
            get_page(client, f"/accounts/rosters/{dry_run.pk}/")
        numbers.append(len(queries))
        with count_queries() as queries:
            get_page(client, "/accounts/rosters/")
        numbers.append(len(queries))
    assert numbers[:2] == numbers[2:]


def test_import_of_another_federation_is_not_found(signed_in, stranger, officer):
    assert (
        signed_in(stranger).get(f"/accounts/rosters/{draft(officer, {'name': '甲厂工会'}).pk}/").status_code
        == 404
    )
