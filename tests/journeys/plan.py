"""The office signs in, brings the roster in, plans the year and publishes it."""

import csv
import io
from pathlib import Path

from tests.journeys.hand import Hand
from yixian.web.sample.federations import DEMO_PASSWORD

NEWCOMER = "丁九示范服务有限公司工会"


def sign_in_with_password(office: Hand) -> None:
    """The office has a password of its own."""
    office.open("/accounts/signin/").picture("sign-in")
    office.fill(login="office", password=DEMO_PASSWORD).press(".sheet .btn-primary")
    office.sees("示例区总工会").picture("office-home")


def bring_in_the_roster(office: Hand) -> None:
    """The template holds what is on record already; with one line more, that line is added, after a dry run."""
    office.open("/accounts/rosters/")
    with office.page.expect_download() as download:
        office.page.locator("button[name=form][value=csv]").click()
    path = Path(download.value.path())
    upload(office, "roster.csv", path.read_bytes())
    office.sees("没有需要导入的内容")
    upload(office, "roster.csv", with_one_more(path.read_text("utf-8-sig")))
    office.sees(NEWCOMER).picture("roster-dry-run")
    office.send("/acceptance/")
    office.open("/organisations/members/?q=丁九").sees(NEWCOMER)


def upload(office: Hand, name: str, content: bytes) -> None:
    """Send a roster in."""
    office.open("/accounts/rosters/")
    file = {"name": name, "mimeType": "text/csv", "buffer": content}
    office.page.locator("input[type=file]").set_input_files(file)
    office.press("form[enctype] .btn-primary")


def with_one_more(text: str) -> bytes:
    """The roster with a unit more: the last line again under another name."""
    rows = list(csv.reader(io.StringIO(text)))
    heading = next(number for number, row in enumerate(rows) if "工会" in "".join(row[:3]))
    last = [NEWCOMER if number == 0 else "" for number in range(len(rows[heading]))]
    out = io.StringIO()
    csv.writer(out).writerows([*rows, last])
    return out.getvalue().encode("utf-8-sig")


def plan_and_publish_the_year(office: Hand) -> None:
    """Twelve months, proven; one month pinned by hand; solved again; published."""
    office.open("/planning/plans/new/").save()
    plan = office.waits_for("a[href$='/publication/']", seconds=120).at(r"/plans/(\d+)/")
    office.picture("plan-proven")
    month = office.page.locator(f"a[href*='/plans/{plan}/months/']").last
    month.click()
    office.waits_for("form .btn-primary").picture("plan-month").save()
    office.send("/run/").waits_for("a[href$='/publication/']", seconds=120)
    office.open(f"/planning/plans/{plan}/board/")
    if office.pictures.wanted:  # working out every price takes a while, and the journey does not need it
        office.waits_for("#board", seconds=600).picture("plan-board")
    office.open(f"/planning/plans/{plan}/publication/").send("/publication/")
    office.open("/planning/").picture("plan-published")
