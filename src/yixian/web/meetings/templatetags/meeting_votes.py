"""A vote as calm bars, and the same as a table."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.meetings.queries.ballots import Option, Result

register = template.Library()


@register.simple_tag
def vote_bars(result: Result) -> SafeString:
    """A bar for each choice with its number; equal colours, since no choice is better than another."""
    bars = "".join(_bar(result, option) for option in result.options)
    return mark_safe(f'<ol class="vote-bars" aria-hidden="true">{bars}</ol>')


def _bar(result: Result, option: Option) -> str:
    share = result.share(option)
    return (
        f'<li><span class="vote-text">{escape(option.text)}</span>'
        f'<span class="vote-number num">{option.votes}<span class="soft"> {share}%</span></span>'
        '<svg class="vote-bar" viewBox="0 0 100 1" preserveAspectRatio="none">'
        f'<rect width="100" height="1"/><rect class="vote-part" width="{share}" height="1"/></svg></li>'
    )


@register.simple_tag
def vote_table(result: Result) -> SafeString:
    """The twin of the bars."""
    head = "".join(
        f'<th scope="col"{kind}>{escape(words)}</th>'
        for words, kind in (
            (_("Choice"), ""),
            (_("Number of votes"), ' class="num"'),
            (_("Share of votes"), ' class="num"'),
        )
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(each.text)}</th><td class="num">{each.votes}</td>'
        f'<td class="num">{result.share(each)}%</td></tr>'
        for each in result.options
    )
    return mark_safe(
        f'<table class="table"><caption class="visually-hidden">{escape(result.question)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
