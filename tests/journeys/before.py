"""The meeting is announced; a delegate is sent, three paragraphs come in, the tour and the agenda are made."""

from datetime import date

from tests.journeys.hand import Hand
from tests.journeys.story import Cast

PARAGRAPHS = {
    "review": "本月开展岗位练兵两次，参加职工六十人。",
    "plan": "下月组织师徒结对，完善职工之家。",
    "experience": "把练兵角设在车间门口，班前十分钟人人练一题。",
}


def move_the_next_meeting_to_today(office: Hand, cast: Cast, today: date) -> str:
    """A meeting from the plan gets its host, its coordinator and its day."""
    office.open("/meetings/?state=planned").picture("meetings")
    office.press("a.row-link")
    meeting = office.at(r"/meetings/(\d+)/")
    office.open(f"/meetings/{meeting}/facts/")
    office.choose(host=cast.host, venue=cast.venue, coordinator=cast.coordinator)
    office.fill(title="示例现场例会", held_on=today.isoformat(), starts_at="09:00", ends_at="12:00").save()
    office.sees("示例现场例会")
    return meeting


def announce(office: Hand, meeting: str) -> dict[str, str]:
    """Every member gets a personal link, shown once; when they are sent, the meeting is open for replies."""
    office.open(f"/meetings/{meeting}/notice/").picture("notice")
    office.press(".card-next .btn-primary")
    cards = office.page.locator("li.link-card").all()
    links = {card.get_attribute("data-member") or "": card.get_attribute("data-url") or "" for card in cards}
    office.picture("links", again=False).send("/invitations/sent/")
    office.open(f"/meetings/{meeting}/").sees("回执中").picture("meeting")
    return links


def answer_with_a_delegate(chair: Hand, link: str, cast: Cast) -> str:
    """The chair opens her link on the phone and sends somebody else; returns the link for that person."""
    chair.open(link).picture("personal-link").press("form .btn-primary")
    chair.picture("reply").press("a[href$='/delegate/']")
    chair.picture("delegates").press(f"button[name=delegate][value='{cast.delegate}']")
    chair.sees(cast.delegate_name)
    words = chair.page.locator("#pass-on").inner_text()
    chair.picture("reply-sent", again=False)
    return next(word for word in words.split() if "/accounts/links/" in word).strip("。，")


def hand_in_three_paragraphs(delegate: Hand, link: str, meeting: str) -> None:
    """The delegate writes three short paragraphs, which are kept while she types."""
    delegate.open(link).press("form .btn-primary").open(f"/meetings/{meeting}/report/")
    delegate.fill(**PARAGRAPHS).sees("已保存").picture("report").save()
    delegate.sees(PARAGRAPHS["experience"])


def draw_up_the_tour(coordinator: Hand, meeting: str) -> None:
    """The host ticks off a first point and draws up two stations: one open, one where photos are forbidden."""
    coordinator.open(f"/meetings/{meeting}/checklist/").swap(".check-box[value='1']").picture("checklist")
    for name, photos in (("练兵角", "free"), ("配方间", "forbidden")):
        coordinator.open(f"/meetings/{meeting}/tour/stations/").fill(name=name, minutes=15)
        coordinator.page.locator(f"input[name=photos][value={photos}], select[name=photos]").first.click()
        coordinator.save()
    coordinator.open(f"/meetings/{meeting}/tour/").sees("配方间").picture("tour")


def build_the_agenda(office: Hand, meeting: str) -> None:
    """Open problems, reports, the tour and questions become a running order."""
    office.open(f"/meetings/{meeting}/replies/").picture("replies")
    office.open(f"/meetings/{meeting}/agenda/").press(".page-actions form .btn-primary").picture("agenda")
