"""Form fields: label, help, error and widget belong together for eyes and for screen readers."""

import pytest
from django import forms
from django.utils import translation
from lxml import html as parser

from yixian.web.shared.templatetags import ui_forms


class Sample(forms.Form):
    title = forms.CharField(label="名称", help_text="不超过 10 字", max_length=10)
    note = forms.CharField(label="说明", required=False, max_length=50, widget=forms.Textarea)
    zone = forms.ChoiceField(label="拍照", choices=[("a", "可"), ("b", "否")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="已确认")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(form, name, **attrs):
    with translation.override("zh-hans"):
        return parser.fragment_fromstring(str(ui_forms.field(form[name], **attrs)))


def test_a_field_ties_help_and_error_to_its_widget():
    block = drawn(Sample({"title": ""}), "title")
    (widget,) = block.xpath(".//input")
    described = [
        block.get_element_by_id(each).text_content() for each in widget.get("aria-describedby").split()
    ]
    assert described == ["不超过 10 字", "请填写此项。"]
    assert (block.get("class"), widget.get("class"), widget.get("aria-invalid")) == (
        "field has-error",
        "form-control",
        "true",
    )
    assert [(each.get("for"), each.text_content()) for each in block.xpath("./label")] == [
        ("id_title", "名称")
    ]


def test_further_keywords_become_attributes():
    (widget,) = drawn(Sample(), "title", autocomplete="off", hx_get="/x/").xpath(".//input")
    assert (widget.get("autocomplete"), widget.get("hx-get")) == ("off", "/x/")


def test_an_optional_text_says_so_and_counts():
    block = drawn(Sample({"note": "四个汉字"}), "note")
    assert block.xpath("string(./label)") == "说明（选填）"
    assert [each.text for each in block.xpath("./p[@data-count-for='id_note']")] == ["4 / 50"]


def test_choices_are_a_fieldset_with_a_legend():
    block = drawn(Sample({}), "zone")
    assert (block.tag, block.xpath("string(./legend)")) == ("fieldset", "拍照")
    assert block.get("aria-describedby") == "id_zone_error"
    assert [each.text_content().strip() for each in block.xpath(".//label")] == ["可", "否"]


def test_a_single_box_is_ticked_by_its_words():
    block = drawn(Sample(), "agree")
    assert [each.get("type") for each in block.xpath("./label[@class='check']/input")] == ["checkbox"]
    assert block.xpath("string(./label)") == "已确认"


def test_a_hidden_field_stays_bare():
    assert ui_forms.field(Sample()["secret"]) == '<input type="hidden" name="secret" id="id_secret">'


def test_the_summary_leads_to_each_field():
    with translation.override("zh-hans"):
        block = parser.fragment_fromstring(str(ui_forms.error_summary(Sample({"title": "x"}))))
    links = [(each.get("href"), each.text_content()) for each in block.xpath(".//a")]
    assert links == [("#id_zone", "拍照：请填写此项。"), ("#id_agree", "已确认：请填写此项。")]
    assert ui_forms.error_summary(Sample()) == ""


def test_a_missing_field_is_a_fault_of_the_template():
    with pytest.raises(TypeError, match="needs a field of a form"):
        ui_forms.field("")
