"""What is said about groups beforehand: leaders, guides, wishes; publishing; cards; the year."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.actions import places
from yixian.web.grouping.forms.groups import GroupForm, WishForm
from yixian.web.grouping.models import Group, Grouping, Wish
from yixian.web.grouping.queries.cards import cards_page
from yixian.web.grouping.queries.mine import mine_page
from yixian.web.grouping.queries.rows import group_of
from yixian.web.grouping.queries.wishes import wishes_page
from yixian.web.grouping.queries.year import year_page
from yixian.web.grouping.rules.groups import check_can_arrange
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.http import allow

ARRANGE = "grouping.arrange"


@allow("grouping.arrange")
def show_group(request: HttpRequest, pk: int, group: int) -> HttpResponse:
    """The form with leader and guide."""
    found = _group(request, pk, group)
    check_can_arrange(request.user, found.grouping.meeting)
    return _group_form(request, found, GroupForm(group=found))


@allow("grouping.arrange")
def change_group(request: HttpRequest, pk: int, group: int) -> HttpResponse:
    """Keep leader and guide."""
    found = _group(request, pk, group)
    form = GroupForm(request.POST, group=found)
    if not form.is_valid():
        return _group_form(request, found, form, status=422)
    places.change_group(by=request.user, meeting=found.grouping.meeting, group=found, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("grouping:board", pk)


@allow("grouping.arrange")
def show_wishes(request: HttpRequest, pk: int) -> HttpResponse:
    """Who keeps together, who sits apart."""
    meeting = find_meeting(request, pk, ARRANGE)
    check_can_arrange(request.user, meeting)
    page = wishes_page(meeting)
    context = {"page": page, "meeting": meeting, "form": WishForm(people=page.people)}
    return render(request, "grouping/wishes.html", context)


@allow("grouping.arrange")
def add_wish(request: HttpRequest, pk: int) -> HttpResponse:
    """A further wish."""
    meeting = find_meeting(request, pk, ARRANGE)
    page = wishes_page(meeting)
    form = WishForm(request.POST, people=page.people)
    if not form.is_valid():
        context = {"page": page, "meeting": meeting, "form": form}
        return render(request, "grouping/wishes.html", context, status=422)
    values = form.cleaned_data
    people = Person.objects.in_bulk([values["one"], values["two"]])
    one, two = people[values["one"]], people[values["two"]]
    places.add_wish(by=request.user, meeting=meeting, kind=values["kind"], one=one, two=two)
    messages.success(request, _("Noted; it counts from the next division on."))
    return redirect("grouping:wishes", pk)


@allow("grouping.arrange")
def remove_wish(request: HttpRequest, pk: int, wish: int) -> HttpResponse:
    """Drop a wish."""
    meeting = find_meeting(request, pk, ARRANGE)
    wishes = Wish.objects.filter(grouping__meeting=meeting).select_related("grouping__meeting")
    places.remove_wish(by=request.user, wish=get_object_or_404(wishes, pk=wish))
    messages.success(request, _("The wish no longer counts."))
    return redirect("grouping:wishes", pk)


@allow("grouping.arrange")
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Let everybody see their group."""
    places.publish_groups(by=request.user, grouping=_grouping(request, pk))
    messages.success(request, _("Published: everybody sees their group."))
    return redirect("grouping:board", pk)


@allow("grouping.arrange")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to draft."""
    places.withdraw_groups(by=request.user, grouping=_grouping(request, pk))
    messages.success(request, _("Only those who prepare the meeting see the groups now."))
    return redirect("grouping:board", pk)


@allow("grouping.see")
def show_mine(request: HttpRequest, pk: int) -> HttpResponse:
    """My group, on my phone."""
    meeting = find_meeting(request, pk, "grouping.see")
    return render(
        request, "grouping/mine.html", {"page": mine_page(request.user, meeting), "meeting": meeting}
    )


@allow("grouping.see")
def show_cards(request: HttpRequest, pk: int) -> HttpResponse:
    """Cards for phone and print: A6 cards, or one list on A4."""
    meeting = find_meeting(request, pk, "grouping.see")
    is_list = request.GET.get("paper") == "a4"
    context = {"page": cards_page(request.user, meeting), "meeting": meeting, "is_list": is_list}
    return render(request, "grouping/cards.html", context)


@allow("grouping.see_year")
def show_year(request: HttpRequest) -> HttpResponse:
    """Who has met whom this year."""
    asked = request.GET
    page = year_page(request.user, asked.get("year", ""), asked.get("by", ""), asked.get("page"))
    return render(request, "grouping/year.html", {"page": page})


def _group(request: HttpRequest, pk: int, group: int) -> Group:
    meeting = find_meeting(request, pk, ARRANGE)
    found = group_of(meeting, group)
    if found is None:
        raise Http404
    return found


def _group_form(request: HttpRequest, found: Group, form: GroupForm, status: int = 200) -> HttpResponse:
    context = {"group": found, "meeting": found.grouping.meeting, "form": form}
    return render(request, "grouping/group.html", context, status=status)


def _grouping(request: HttpRequest, pk: int) -> Grouping:
    meeting = find_meeting(request, pk, ARRANGE)
    return get_object_or_404(Grouping.objects.select_related("meeting"), meeting=meeting)
