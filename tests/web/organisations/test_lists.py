"""What long lists are written with: texts, choices, pages, and fields for one of many."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from tests import factories
from yixian.web.organisations.forms.choices import member_field
from yixian.web.organisations.models import Industry
from yixian.web.organisations.queries.members import PER_PAGE
from yixian.web.shared.writing import Escaped, Options, options_of


def test_a_text_is_escaped_once():
    text = Escaped()
    assert (text["<甲>&'"], text["甲厂"], len(text)) == ("&lt;甲&gt;&amp;&#x27;", "甲厂", 2)


def test_choices_are_escaped_and_the_chosen_one_is_marked():
    assert Options([(1, "甲"), ('"', "<乙>")]).html("1") == (
        '<option value="1" selected>甲</option><option value="&quot;">&lt;乙&gt;</option>'
    )


@pytest.mark.parametrize(("language", "words"), [("en", "finance"), ("zh-hans", "金融业")])
def test_fixed_choices_speak_the_language_of_the_page(language, words):
    with override(language):
        assert options_of(Industry).words["finance"] == words


@pytest.mark.parametrize(
    ("query", "shown", "number"),
    [("", PER_PAGE, 1), ("?page=2", 3, 2), ("?page=9&q=", 3, 2), ("?page=2&q=工会", 3, 2)],
)
def test_pages_are_the_same_for_usual_filters_and_for_searches(
    signed_in, chair, host, district, get_page, query, shown, number
):
    for _number in range(PER_PAGE + 1):
        factories.member(district)
    page = get_page(signed_in(chair), f"/organisations/members/{query}").context["list"].page
    assert (len(page.object_list), page.number, page.paginator.count) == (shown, number, PER_PAGE + 3)


def test_the_list_holds_one_s_own_federation_only_whoever_asked_first(
    signed_in, officer, stranger, host, sibling, get_page
):
    theirs = factories.member(sibling, "邻区工会")
    found = [
        [
            row.pk
            for row in get_page(signed_in(person), "/organisations/members/").context["list"].page.object_list
        ]
        for person in (officer, stranger)
    ]
    assert found == [[host.pk], [theirs.pk]]


def test_a_field_takes_a_member_of_one_s_own_federation_only(officer, host, sibling):
    field = member_field(officer, required=False)
    theirs = factories.member(sibling, "邻区工会")
    assert (field.clean(str(host.pk)), field.clean(""), field.prepare_value(host)) == (host, None, host.pk)
    with pytest.raises(ValidationError, match="Select a valid choice"):
        field.clean(str(theirs.pk))


def test_a_member_that_went_meanwhile_is_no_choice(officer, host):
    field = member_field(officer, required=False)
    pk = host.pk
    host.delete()
    with pytest.raises(ValidationError, match="Select a valid choice"):
        field.clean(str(pk))
