"""The small parts: their markup is exact, and what people typed in is escaped."""

import pytest
from django.conf import settings
from django.utils import translation

from yixian.web.shared.templatetags import ui_parts

SPRITE = f"{settings.STATIC_URL}vendor/icons/icons.svg"


def test_an_icon_is_decoration_unless_it_has_a_label():
    assert ui_parts.icon("flag") == f'<svg class="icon" aria-hidden="true"><use href="{SPRITE}#flag"/></svg>'
    assert ui_parts.icon("flag", label="A & B", size="lg") == (
        f'<svg class="icon icon-lg" role="img" aria-label="A &amp; B"><use href="{SPRITE}#flag"/></svg>'
    )


def test_a_state_badge_has_a_known_tone():
    assert ui_parts.state_badge("待确认", "wait") == '<span class="state state-wait">待确认</span>'
    assert ui_parts.state_badge("<b>") == '<span class="state">&lt;b&gt;</span>'
    with pytest.raises(ValueError, match="unknown tone of a state: amber"):
        ui_parts.state_badge("待确认", "amber")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("林甲", "林甲"),
        ("赵丙丁", "丙丁"),
        ("欧阳戊己", "戊己"),
        ("Wang Yi", "WY"),
        ("Zhao", "Z"),
        (" ", "?"),
    ],
)
def test_initials_suit_the_script(name, shown):
    assert ui_parts.initials(name) == shown


def test_an_avatar_keeps_its_tint():
    assert ui_parts.avatar("林甲") == ui_parts.avatar("林甲")


def test_a_person_is_name_unit_and_post():
    text = '<span class="person-text"><span class="person-name">林甲</span>'
    with translation.override("zh-hans"):
        assert ui_parts.person("林甲", "甲一机械", "主席", bare=True) == (
            f'<span class="person">{text}<span class="person-post">甲一机械 主席</span></span></span>'
        )
    with translation.override("en"):
        assert ui_parts.person("林甲", "A & Co", "chair", url="/p/1/") == (
            f'<a class="person" href="/p/1/">{ui_parts.avatar("林甲")}{text}'
            '<span class="person-post">A &amp; Co, chair</span></span></a>'
        )
    assert ui_parts.person("林甲", bare=True) == f'<span class="person">{text}</span></span>'


def test_a_figure_opens_its_list():
    assert ui_parts.stat(7, "问题", "/problems/", unit="个", note="2 个逾期", tone="bad") == (
        f'<a class="stat stat-bad" href="/problems/"><span class="stat-label">问题{ui_parts.icon("arrow-right")}</span>'
        '<span class="stat-value">7 <small>个</small></span><span class="stat-note">2 个逾期</span></a>'
    )
    assert ui_parts.stat(0, "问题") == (
        '<div class="stat"><span class="stat-label">问题</span><span class="stat-value">0</span></div>'
    )


def test_a_tally_of_nothing_is_an_empty_bar():
    assert ui_parts.tally(0, 0, "回执", "wait") == (
        '<div class="tally tally-wait"><div class="tally-text"><span>回执</span><span class="num">0 / 0</span></div>'
        '<progress max="1" value="0" aria-label="回执"></progress></div>'
    )


def test_the_parts_of_a_bar_fill_it():
    assert ui_parts.parts_bar([("甲", 1, "1"), ("乙", 3, "rest")]) == (
        '<svg class="parts" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="fill-1" x="0.00" y="0" width="25.00" height="1"/>'
        '<rect class="fill-rest" x="25.00" y="0" width="75.00" height="1"/></svg>'
        '<ul class="legend"><li><span class="swatch bg-1"></span>甲 <span class="num">1</span></li>'
        '<li><span class="swatch bg-rest"></span>乙 <span class="num">3</span></li></ul>'
    )
