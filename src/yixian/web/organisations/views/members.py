"""Members: the list, one of them, adding and changing."""

from copy import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.organisations.actions.members import add_member, change_member, choose_topics
from yixian.web.organisations.forms.members import MemberForm, TopicsForm
from yixian.web.organisations.models import Member
from yixian.web.organisations.queries.members import (
    Filters,
    members_page,
)
from yixian.web.organisations.queries.one_member import member_page, member_visible_to
from yixian.web.organisations.rules import check_can_change_offers
from yixian.web.shared.http import allow
from yixian.web.shared.policy import check

NAMES = ("q", "industry", "subdistrict", "active", "strength", "need", "sort")


@allow("organisations.see_members")
def show_members(request: HttpRequest) -> HttpResponse:
    """Every member that fits the filters in the address."""
    filters = Filters(**{name: request.GET[name] for name in NAMES if name in request.GET})
    page = members_page(request.user, filters, request.GET.get("page", 1))
    return render(request, "organisations/members/list.html", {"list": page, "filters": filters})


@allow("organisations.see_members")
def show_member(request: HttpRequest, pk: int) -> HttpResponse:
    """One member with everything about it."""
    member = find(request, pk)
    return render(request, "organisations/members/member.html", {"page": member_page(request.user, member)})


@allow("organisations.change_member")
def show_new(request: HttpRequest) -> HttpResponse:
    """The form for a new member."""
    return _form(request, MemberForm(person=request.user), None)


@allow("organisations.change_member")
def add(request: HttpRequest) -> HttpResponse:
    """Take in a member."""
    form = MemberForm(request.POST, person=request.user)
    if not form.is_valid():
        return _form(request, form, None, status=422)
    member = add_member(by=request.user, federation=request.user.federation, values=form.cleaned_data)
    messages.success(request, _("%(member)s was added.") % {"member": member})
    return redirect("organisations:member", pk=member.pk)


@allow("organisations.change_member")
def show_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for a member."""
    member = find(request, pk)
    return _form(request, MemberForm(instance=member, person=request.user), member)


@allow("organisations.change_member")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a member's record."""
    member = find(request, pk)
    form = MemberForm(request.POST, instance=copy(member), person=request.user)
    if not form.is_valid():
        return _form(request, form, member, status=422)
    change_member(by=request.user, member=member, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:member", pk=pk)


@allow("organisations.change_own_member")
def show_topics(request: HttpRequest, pk: int) -> HttpResponse:
    """What the member can show and wants to learn, to tick."""
    member = find(request, pk)
    check_can_change_offers(request.user, member)
    initial = {
        "strengths": list(member.strengths.values_list("topic_id", flat=True)),
        "needs": list(member.needs.values_list("topic_id", flat=True)),
    }
    return _topics(request, TopicsForm(person=request.user, initial=initial), member)


@allow("organisations.change_own_member")
def set_topics(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what was ticked."""
    member = find(request, pk)
    check(request.user, "organisations.change_own_member", member)
    form = TopicsForm(request.POST, person=request.user)
    if not form.is_valid():
        return _topics(request, form, member, status=422)
    choose_topics(by=request.user, member=member, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:member", pk=pk)


def find(request: HttpRequest, pk: int) -> Member:
    """A member that the person may see."""
    member = member_visible_to(request.user, pk)
    if member is None:
        raise Http404
    return member


def _form(request: HttpRequest, form: MemberForm, member: Member | None, status: int = 200) -> HttpResponse:
    return render(request, "organisations/members/form.html", {"form": form, "member": member}, status=status)


def _topics(request: HttpRequest, form: TopicsForm, member: Member, status: int = 200) -> HttpResponse:
    return render(
        request, "organisations/members/topics.html", {"form": form, "member": member}, status=status
    )
