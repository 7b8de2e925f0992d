"""From markup to lines of text: whole pages by trafilatura, text with stray tags by lxml."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from yixian.archive.lexicon.page_parts import PUBLISHED_META, SOURCE_META

_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,2000}>")
_PAGE = re.compile(r"<(?:!doctype|html|body|head)\b", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|div|br|td|li|article|section|h[1-6])\b", re.IGNORECASE)
_BLOCKS = {"p", "div", "br", "td", "li", "tr", "article", "section", "h1", "h2", "h3", "h4", "h5", "h6",
           "ul", "ol", "table", "title", "header", "footer", "nav", "figure", "figcaption", "blockquote"}  # fmt: skip
_UNSEEN = "//script|//style|//noscript|//template|//comment()|//*[@hidden]|" \
    "//*[contains(translate(@style,' ','') ,'display:none')]"  # fmt: skip
_SENTENCE = re.compile("[\u4e00-\u9fff][^\n]*[。！？]")
_KEPT_SHARE = 0.4


@dataclass(frozen=True)
class Marked:
    """The lines of a text, what a page says about itself, and all lines of the page with its surroundings."""

    lines: tuple[str, ...]
    """Blank lines are kept as empty strings: they part paragraphs."""
    surroundings: tuple[str, ...] = ()
    title: str = ""
    published: str = ""
    source: str = ""


def read_markup(text: str, *, page: bool = False) -> Marked:
    """Lines of the main text, however much or little markup there is; `page` says that it is surely a page."""
    if not _TAG.search(text):
        return Marked(_lines(html.unescape(text)))
    if not (page or _PAGE.search(text[:4000]) or len(_BLOCK.findall(text)) >= 3):
        return Marked(_lines(_visible_text(_tree(text), wrapped=False)))
    return _read_page(text)


def _read_page(text: str) -> Marked:
    """A page: trafilatura's main text, unless it lost most of the sentences there are."""
    from lxml import etree

    tree = _tree(text)
    _drop_unseen(tree)
    meta = {key.lower(): value.strip() for key, value in _metadata(tree)}
    headline = _headline(tree)
    main = _main_text(etree.tostring(tree, encoding="unicode", method="html"))
    everything = _lines(_visible_text(tree, wrapped=True))
    lines = _lines(main) if _weight(main) >= _KEPT_SHARE * _weight("\n".join(everything)) else everything
    return Marked(
        lines,
        everything,
        headline,
        next((meta[key] for key in PUBLISHED_META if meta.get(key)), ""),
        next((meta[key] for key in SOURCE_META if meta.get(key)), ""),
    )


def _tree(text: str) -> Any:
    """lxml's tree of any text, tags balanced or not."""
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_pis=True)
    return lxml_html.document_fromstring(
        f"<html><body><div>{text}</div></body></html>".encode(), parser=parser
    )


def _metadata(tree: Any) -> list[tuple[str, str]]:
    """Name and content of the page's meta elements."""
    found = []
    for element in tree.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop")
        if name and element.get("content"):
            found.append((name, element.get("content")))
    return found


def _headline(tree: Any) -> str:
    """The page's own heading: its only h1, or its title without the site's name."""
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    if len(headings) == 1:
        return headings[0]
    titles = [" ".join(t.text_content().split()) for t in tree.iter("title")]
    return re.split(r"\s*[_|]\s*|\s+[-–—]+\s+", titles[0])[0] if titles else ""


def _drop_unseen(tree: Any) -> None:
    """Take out what a reader does not see: scripts, styles, comments, hidden elements."""
    for element in tree.xpath(_UNSEEN):
        _drop(element)


def _visible_text(tree: Any, *, wrapped: bool) -> str:
    """The text that a reader sees in document order; in a page (`wrapped`) only block elements end lines."""
    from lxml import etree

    _drop_unseen(tree)
    for head in list(tree.iter("head")):
        _drop(head)
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if wrapped and element.tag in _BLOCKS:
            parts.append("\n")
        parts.append(_flow(element.text if event == "start" else element.tail, wrapped))
    return "".join(parts)


def _flow(text: str | None, wrapped: bool) -> str:
    """A piece of text, its line ends as blanks where they mean nothing."""
    return re.sub(r"\s*\n\s*", "", text or "") if wrapped else text or ""


def _drop(element: Any) -> None:
    """Remove an element but keep the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _main_text(text: str) -> str:
    """trafilatura's main text of a page, or nothing where it finds none."""
    from trafilatura import extract

    return extract(text, include_comments=False, include_tables=True, favor_recall=True) or ""


def _weight(text: str) -> int:
    """How many characters stand in whole sentences."""
    return sum(len(match[0]) for match in _SENTENCE.finditer(text))


def _lines(text: str) -> tuple[str, ...]:
    """Lines without blanks or table bars at their ends and without runs of blanks inside; empty lines stay."""
    return tuple(" ".join(line.split()).strip("| ") for line in text.split("\n"))
