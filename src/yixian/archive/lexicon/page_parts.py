"""How the parts of a report page that are not its running text can be told."""

from __future__ import annotations

import re

FOOTER = re.compile(
    r"友情链接|版权声明|版权所有|copyright|扫码关注|扫一扫|相关阅读|相关链接|相关新闻|推荐阅读|上一篇|下一篇|"
    r"媒体矩阵|分享到|打印本页|关闭窗口|免责声明|举报电话|关于我们|ICP备|返回顶部|返回首页|网站地图|联系我们",
    re.IGNORECASE,
)
"""A short line with one of these ends the report."""

NAVIGATION = re.compile(r"首页|当前位置|您的位置|登录|注册|字号|字体|分享|打印|>|»|\|")
"""A short line with one of these before the report is not its title."""

BYLINE = re.compile(
    r"来源|出处|发布时间|发布日期|发布于|时间:|日期:|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|"
    r"^(?:[^。]{0,20})(?:记者|通讯员|作者)[^。]{1,30}$|^(?:作者|文|撰稿|供稿|图)[:/]"
)
"""A short line with one of these tells source, date or author."""

EDITOR = re.compile(r"^[(]?(?:责任编辑|责编|编辑|编审|审核|校对)[:\s]")
"""The editor's line is the last of the report."""

BULLET = re.compile(r"^(?:\d{1,3}[.、)]|[•·●○■□▪*+-])\s*")
"""What list markup leaves at the start of a line."""

PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "pubdate", "publishdate", "publish_date",
    "publishedtime", "publication_date", "dc.date", "date", "createdate", "weibo:article:create_at",
)  # fmt: skip
"""Names of page metadata that hold the day of publication (compared in lower case)."""

SOURCE_META = ("og:site_name", "source", "contentsource", "mediaid", "weibo:article:source", "sitename")
"""Names of page metadata that hold the publisher."""
