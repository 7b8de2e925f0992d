"""People: the list, one person, record, phone, erasure."""

from copy import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.accounts.actions.people import add_person, change_person, erase_person, reveal_phone
from yixian.web.accounts.forms.people import EraseForm, PersonForm
from yixian.web.accounts.models import Person
from yixian.web.accounts.queries.people import Filters, people_page, person_page, person_visible_to
from yixian.web.accounts.rules import check_can_erase
from yixian.web.shared.http import allow
from yixian.web.shared.policy import check

NAMES = ("q", "member", "duty", "post", "active", "sort")


@allow("accounts.see_people")
def show_people(request: HttpRequest) -> HttpResponse:
    """Everybody that fits the filters in the address."""
    filters = Filters(**{name: request.GET[name] for name in NAMES if name in request.GET})
    page = people_page(request.user, filters, request.GET.get("page", 1))
    return render(request, "accounts/people/list.html", {"list": page, "filters": filters})


@allow("accounts.see_person")
def show_person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person."""
    return person_answer(request, find(request, pk))


@allow("accounts.reveal_phone")
def show_phone(request: HttpRequest, pk: int) -> HttpResponse:
    """The full phone number; a POST, because the look is written down."""
    person = find(request, pk)
    phone = reveal_phone(by=request.user, person=person)
    if request.htmx:
        return render(request, "accounts/people/person.html#phone", {"phone": phone})
    return person_answer(request, person, phone=phone)


@allow("accounts.change_person")
def show_new(request: HttpRequest) -> HttpResponse:
    """The form for somebody new."""
    initial = {"member": request.GET.get("member", "")}
    return _form(request, PersonForm(person=request.user, initial=initial), None)


@allow("accounts.change_person")
def add(request: HttpRequest) -> HttpResponse:
    """Take somebody in."""
    form = PersonForm(request.POST, person=request.user)
    if not form.is_valid():
        return _form(request, form, None, status=422)
    person = add_person(by=request.user, values=form.cleaned_data)
    messages.success(request, _("%(person)s was added.") % {"person": person})
    return redirect("accounts:person", pk=person.pk)


@allow("accounts.change_person")
def show_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for a person's record."""
    person = find(request, pk)
    return _form(request, PersonForm(instance=person, person=request.user), person)


@allow("accounts.change_person")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a person's record."""
    person = find(request, pk)
    form = PersonForm(request.POST, instance=copy(person), person=request.user)
    if not form.is_valid():
        return _form(request, form, person, status=422)
    change_person(by=request.user, person=person, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("accounts:person", pk=pk)


@allow("accounts.erase_person")
def show_erasure(request: HttpRequest, pk: int) -> HttpResponse:
    """What erasing does, and the name to type."""
    person = find(request, pk)
    check_can_erase(request.user, person)
    return render(request, "accounts/people/erasure.html", {"form": EraseForm(), "target": person})


@allow("accounts.erase_person")
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase a person's data."""
    person = find(request, pk)
    check_can_erase(request.user, person)
    form = EraseForm(request.POST)
    if form.is_valid() and form.cleaned_data["name"].strip() != person.name:
        form.add_error("name", _("Type the person's name exactly to confirm."))
    if not form.is_valid():
        return render(request, "accounts/people/erasure.html", {"form": form, "target": person}, status=422)
    erase_person(by=request.user, person=person, typed_name=form.cleaned_data["name"])
    messages.success(request, _("The personal data were erased."))
    return redirect("accounts:people")


def find(request: HttpRequest, pk: int) -> Person:
    """A person whom the viewer may see."""
    person = person_visible_to(request.user, pk)
    if person is None:
        raise Http404
    check(request.user, "accounts.see_person", person)
    return person


def person_answer(request: HttpRequest, person: Person, phone: str = "") -> HttpResponse:
    """The page of a person, with the full number where it was asked for."""
    context = {"page": person_page(request.user, person), "target": person, "phone": phone}
    return render(request, "accounts/people/person.html", context)


def _form(request: HttpRequest, form: PersonForm, person: Person | None, status: int = 200) -> HttpResponse:
    return render(request, "accounts/people/form.html", {"form": form, "target": person}, status=status)
