"""The style guide shows every component, keeps to the content policy, and exists for developers only."""

import pytest
from django.contrib.staticfiles import finders
from lxml import etree
from lxml import html as parser

from yixian.web.shared import styleguide
from yixian.web.shared.templatetags import ui_parts

PAGES = ["", *(f"?page={name}" for name in styleguide.PAGES)]


@pytest.fixture
def developing(settings):
    settings.DEBUG = True


def test_the_guide_is_closed_where_people_work(client):
    assert client.get("/styleguide/").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_page_obeys_the_content_policy(client, developing, page):
    tree = parser.fromstring(client.get(f"/styleguide/{page}").content)
    assert tree.xpath("//@style") == []
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []
    assert tree.xpath("//script[not(@src)]") == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_heading_and_one_main_part(client, developing, page):
    tree = parser.fromstring(client.get(f"/styleguide/{page}").content)
    assert (len(tree.xpath("//h1")), len(tree.xpath("//main"))) == (1, 1)
    assert len(tree.xpath("//head/title[normalize-space() != '']")) == 1


@pytest.mark.parametrize("page", PAGES[1:])
def test_the_ids_of_a_page_are_unique(client, developing, page):
    ids = parser.fromstring(client.get(f"/styleguide/{page}").content).xpath("//@id")
    assert sorted(ids) == sorted(set(ids))


def test_every_component_is_shown_with_its_markup(client, developing):
    tree = parser.fromstring(client.get("/styleguide/").content)
    assert tree.xpath("//section/@id") == [slug for slug, _title in styleguide.COMPONENTS]
    assert len(tree.xpath("//section//pre/code[normalize-space() != '']")) == len(styleguide.COMPONENTS)


def test_every_icon_in_the_guide_is_in_the_sprite(client, developing):
    tree = parser.fromstring(client.get("/styleguide/").content)
    wanted = {each.partition("#")[2] for each in tree.xpath("//use/@href")}
    sprite = etree.parse(finders.find(ui_parts.SPRITE))
    assert wanted - set(sprite.xpath("//*[local-name()='symbol']/@id")) == set()


@pytest.mark.parametrize(("theme", "text"), [("dark", "large"), ("light", "normal")])
def test_theme_and_text_size_come_from_the_cookies(client, developing, theme, text):
    client.cookies.load({"theme": theme, "text": text})
    root = parser.fromstring(client.get("/styleguide/?page=error").content)
    assert (root.get("data-theme"), root.get("data-text")) == (theme, text)


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "没有找到这个页面"), ("en", "There is nothing here")]
)
def test_an_error_page_speaks_the_visitors_language(client, language, words):
    tree = parser.fromstring(client.get("/styleguide/", headers={"accept-language": language}).content)
    assert (tree.get("lang"), tree.xpath("string(//h1)")) == (language, words)


def test_a_first_visit_asks_for_little(client, developing):
    tree = parser.fromstring(client.get("/styleguide/?page=plain").content)
    asked = {*tree.xpath("//link/@href"), *tree.xpath("//script/@src"), *tree.xpath("//use/@href")}
    assert len({each.partition("#")[0] for each in asked}) == 5
