"""Every component on one page, with the markup that makes it; for developers, so in DEBUG only."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString

from yixian.web.shared.context import TEXT_SIZES, THEMES
from yixian.web.shared.http import allow
from yixian.web.shared.paging import Paginator

COMPONENTS = (
    ("buttons", "Buttons"),
    ("states", "State badges"),
    ("stats", "Stat tiles"),
    ("cards", "Cards"),
    ("table", "Table: sortable, cards on a phone"),
    ("filters", "Filters and chips"),
    ("empty", "Empty state"),
    ("tabs", "Tabs and crumbs"),
    ("steps", "Steps"),
    ("timeline", "Timeline and run of show"),
    ("people", "People"),
    ("facts", "Facts"),
    ("callouts", "Callouts"),
    ("form", "Form fields and errors"),
    ("dialogs", "Dialogs, confirmation, menus"),
    ("toasts", "Toasts"),
    ("progress", "Progress, tallies, skeletons"),
    ("photos", "Photos"),
    ("pad", "Keys of the phone"),
    ("small", "Tags, keys, codes, copying"),
    ("picture", "Pictures"),
    ("colours", "Colours"),
    ("type", "Type"),
)
PAGES = ("office", "list", "detail", "form", "plain", "wall", "field", "error")


@dataclass(frozen=True)
class Example:
    """A component: its anchor, its name, what it looks like, and its markup."""

    slug: str
    title: str
    html: SafeString
    source: str


@dataclass(frozen=True)
class SampleLink:
    """A navigation entry as the pages get it."""

    label: str
    url: str
    icon: str
    group: str
    phone: bool = False
    current: bool = False
    badge: int | None = None


class SampleForm(forms.Form):
    """One field of every kind."""

    title = forms.CharField(label="例会名称", help_text="写明月份和承办单位，最多 40 个字。", max_length=40)
    day = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    start = forms.TimeField(label="开始时间", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    people = forms.IntegerField(label="参会人数", min_value=1)
    venue = forms.ChoiceField(
        label="场地",
        choices=[("", "请选择"), ("workshop", "车间"), ("museum", "博物馆"), ("institute", "科研院所")],
    )
    photos = forms.ChoiceField(
        label="拍照规定",
        choices=[("free", "可拍摄"), ("ask", "须征得同意"), ("forbidden", "禁止拍摄")],
        widget=forms.RadioSelect,
    )
    gear = forms.MultipleChoiceField(
        label="防护用品",
        choices=[("helmet", "安全帽"), ("shoes", "劳保鞋"), ("glasses", "护目镜")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    review = forms.CharField(
        label="工作回顾",
        help_text="三五句话即可，会自动保存。",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    roster = forms.FileField(label="名册文件", required=False)
    agree = forms.BooleanField(label="已向承办单位确认时间和人数")


@allow("shared.see_styleguide")
def show(request: HttpRequest) -> HttpResponse:
    """The whole guide, or one sample page with `?page=office`."""
    if not settings.DEBUG:
        raise Http404
    context = sample_context(request)
    page = request.GET.get("page", "")
    if page in PAGES:
        return render(request, f"shared/styleguide/pages/{page}.html", context)
    return render(
        request,
        "shared/styleguide/index.html",
        context | {"examples": _examples(request, context), "pages": PAGES},
    )


def sample_context(request: HttpRequest) -> dict[str, Any]:
    """Made-up people, units and figures for the guide."""
    broken = SampleForm({"title": "三月现场例会", "people": "0", "review": "本月走访了三个班组。"})
    broken.is_valid()
    return {
        "ui": {
            "theme": _chosen(request, "theme", THEMES),
            "text": _chosen(request, "text", TEXT_SIZES),
        },
        "federation": SimpleNamespace(name="示例区总工会", is_sample=True),
        "person": SimpleNamespace(name="林甲", post_name="组织部干事"),
        "nav": _sample_nav(),
        "form": SampleForm(initial={"title": "三月现场例会", "photos": "ask", "gear": ["helmet"]}),
        "broken": broken,
        "page": Paginator(_sample_rows(), 6).page(2),
        "now": timezone.now(),
        "parts": [("已解决", 18, "1"), ("整改中", 7, "3"), ("逾期", 2, "2"), ("待确认", 5, "rest")],
        "heat": [(x * 44, y * 30, (x * 7 + y * 5 + x * y) % 6) for y in range(5) for x in range(12)],
        "bars": [(40 + n * 48, 180 - h, h, n + 1) for n, h in enumerate((60, 96, 72, 130, 118, 150, 84, 142))],
        "tokens": (
            "page", "surface", "sunken", "line", "line-strong", "ink", "ink-2", "ink-3", "red", "red-soft",
            "teal", "teal-soft", "amber", "amber-soft", "green", "green-soft",
        ),
    }  # fmt: skip


def _chosen(request: HttpRequest, name: str, allowed: tuple[str, ...]) -> str:
    value = request.GET.get(name) or request.COOKIES.get(name, "")
    return value if value in allowed else allowed[0]


def _examples(request: HttpRequest, context: dict[str, Any]) -> list[Example]:
    made = []
    for slug, title in COMPONENTS:
        template = get_template(f"shared/styleguide/{slug}.html")
        html = SafeString(template.render(context, request))
        made.append(Example(slug, title, html, template.template.source.strip()))
    return made


def _sample_nav() -> list[SampleLink]:
    return [
        SampleLink("今日", "?page=office", "house-door", "", phone=True, current=True),
        SampleLink("例会", "?page=list", "calendar-event", "例会", phone=True, badge=3),
        SampleLink("年度计划", "#plan", "calendar-range", "例会"),
        SampleLink("承办意愿", "#offers", "hand-index-thumb", "例会"),
        SampleLink("问题", "?page=detail", "flag", "跟进", phone=True, badge=7),
        SampleLink("经验", "#experience", "lightbulb", "跟进", phone=True),
        SampleLink("请教与解答", "#questions", "chat-left-text", "跟进"),
        SampleLink("成员单位", "#members", "buildings", "总工会"),
        SampleLink("干部", "#people", "people", "总工会"),
        SampleLink("操作记录", "#audit", "clock-history", "总工会"),
    ]


def _sample_rows() -> list[SimpleNamespace]:
    units = ("甲一精密机械", "乙二食品", "丙三物业", "丁四科研所", "戊五街道", "己六纺织")
    tones = (
        ("待确认", "wait"),
        ("整改中", "learn"),
        ("已销号", "good"),
        ("逾期", "bad"),
        ("草稿", "plan"),
        ("不受理", "off"),
    )
    things = (
        "车间饮水点离三号线过远",
        "新员工岗位练兵缺少题库",
        "女职工休息室通风不足",
        "安全帽存放处无编号",
    )
    return [
        SimpleNamespace(
            pk=n,
            title=things[n % 4],
            unit=units[n % 6],
            owner="王乙" if n % 2 else "赵丙丁",
            state=tones[n % 6][0],
            tone=tones[n % 6][1],
            due=timezone.localdate() + timezone.timedelta(days=3 * n - 12),
            photos=(n * 3) % 7,
        )
        for n in range(40)
    ]
