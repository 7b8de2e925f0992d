"""Offers to host, and days that do not suit."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.planning.actions.offers import add_blackout, offer_to_host, remove_blackout, withdraw_offer
from yixian.web.planning.forms.offers import BlackoutForm, OfferForm
from yixian.web.planning.models import HostOffer
from yixian.web.planning.queries.offers import (
    blackouts_page,
    blackouts_visible_to,
    offers_page,
    offers_visible_to,
)
from yixian.web.shared.http import allow


@allow("planning.see_offers")
def offers(request: HttpRequest) -> HttpResponse:
    """Who has offered, for when, and what became of it."""
    chosen = request.GET.get("state", "")
    chosen = chosen if chosen in HostOffer.State.values else ""
    page = offers_page(request.user, chosen, request.GET.get("page"))
    context = {"page": page, "chosen": chosen, "states": HostOffer.State.choices}
    return render(request, "planning/offers.html", context)


@allow("planning.see_offers")
def new_offer(request: HttpRequest) -> HttpResponse:
    """The form: for one's own member, or for the office any."""
    initial = {"meeting": request.GET.get("meeting") if request.GET.get("meeting", "").isdigit() else None}
    form = OfferForm(person=request.user, initial=initial)
    return render(request, "planning/offer_new.html", {"form": form})


@allow("planning.see_offers")
def make_offer(request: HttpRequest) -> HttpResponse:
    """ "Next time, come to ours"."""
    form = OfferForm(request.POST, person=request.user)
    if not form.is_valid():
        return render(request, "planning/offer_new.html", {"form": form}, status=422)
    data = form.cleaned_data
    offer_to_host(
        by=request.user, member=data["member"], venue=data["venue"], what=data["what"],
        earliest_month=data["earliest_month"], latest_month=data["latest_month"], made_at=data["meeting"],
    )  # fmt: skip
    messages.success(request, _("Thank you. The offer is counted in the next plan."))
    return redirect("planning:offers")


@allow("planning.withdraw_offer")
def withdraw(request: HttpRequest, offer_id: int) -> HttpResponse:
    """Take an offer back."""
    offer = get_object_or_404(offers_visible_to(request.user), pk=offer_id)
    withdraw_offer(by=request.user, offer=offer)
    messages.success(request, _("The offer was withdrawn."))
    return redirect("planning:offers")


@allow("planning.keep_blackouts")
def blackouts(request: HttpRequest) -> HttpResponse:
    """Days on which members cannot host."""
    return _blackouts(request, BlackoutForm(person=request.user))


@allow("planning.keep_blackouts")
def add(request: HttpRequest) -> HttpResponse:
    """Note days that do not suit."""
    form = BlackoutForm(request.POST, person=request.user)
    if not form.is_valid():
        return _blackouts(request, form, status=422)
    add_blackout(by=request.user, **form.cleaned_data)
    messages.success(request, _("Noted. The next plan avoids these days."))
    return redirect("planning:blackouts")


@allow("planning.keep_blackouts")
def remove(request: HttpRequest, blackout_id: int) -> HttpResponse:
    """The days suit after all."""
    blackout = get_object_or_404(blackouts_visible_to(request.user), pk=blackout_id)
    remove_blackout(by=request.user, blackout=blackout)
    messages.success(request, _("Removed. The days count as suitable again."))
    return redirect("planning:blackouts")


def _blackouts(request: HttpRequest, form: BlackoutForm, status: int = 200) -> HttpResponse:
    page = blackouts_page(request.user, request.GET.get("page"))
    return render(request, "planning/blackouts.html", {"page": page, "form": form}, status=status)
