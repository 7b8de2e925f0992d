"""Words that tell of meetings, visits, series and earlier visits, as patterns on folded Simplified text."""

from __future__ import annotations

import re

MEETING_WORDS = re.compile(
    r"例会|现场会|观摩会|推进会|交流会|座谈会|观摩交流|交流观摩|观摩活动|现场观摩|走出去|互学互鉴|互观互检|擂台赛式观摩"
)
"""Names of the on-site meeting itself."""

VISIT_WORDS = re.compile(r"观摩|参观|走访|考察|调研|走进|参访|学习交流|座谈|交流学习")
"""What people do on a visit."""

GOES_ON = re.compile(
    r"参加会议|参会|与会|出席|到会|主持会议|一行|参加了?(?:观摩|例会|活动|会议)|(?:主席|干部|代表|职工)参加"
)
"""What else a sentence says that goes on about the meeting told before."""

UNION_WORDS = re.compile(r"工会|总工会|工联|职工之家")

ARRIVAL = re.compile(
    r"(?:走进|来到|前往|赴|走访|参观|观摩|考察|调研|参访|访问|深入|位于|在|到|选定|选在|设在|放在|开进|开到|搬到|搬进)了?$"
)
"""Words straight before an organisation that make it the place of the visit."""

HOSTED_AFTER = re.compile(r"^(?:工会)?(?:承办|作为承办单位|担任承办单位|担任东道主|作为东道主|轮值承办)")
HOSTED_BEFORE = re.compile(r"(?:承办单位(?:为|是|:)?|东道主(?:为|是|:)?|由|做客)$")
"""Words around an organisation that make it the host outright."""

PLACE_AFTER = re.compile(
    r"^(?:的)?[^,。;、]{0,8}?(?:车间|厂区|厂房|会议室|展厅|现场|生产线|园区|基地|召开|举行|举办|参观|观摩|开展)"
)
"""Words after an organisation that make 在 or 到 before it a place indeed."""

EARLIER = re.compile(r"去年|前年|此前|之前|曾|往期|上一期|上期|上月|上个月|前几次|截至目前|目前已")
"""Words that put visits of the same sentence before the meeting reported, unless it gives their own day."""

LIST_OPEN = re.compile(r"^等(?!候|待)")
"""After the last name of a list: there are more than those named."""

MOVED_TO = re.compile(
    r"(?:会议室|会场|例会|课堂|会议)[”\"]?(?:的地点|地点)?[^,。;]{0,6}?(?:搬|开|移|设|办|挪|延伸)(?:到|进|在|至|入|去)了?"
)
"""The meeting room moves to …: what follows lists the kinds of venue."""

CADENCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("every_two_months", re.compile(r"每(?:两|2|二)个?月|每双月|隔月")),
    ("monthly", re.compile(r"每个?月|一月一(?:次|会|主题|观摩)|按月|月度(?=例会|观摩)|逐月")),
    ("quarterly", re.compile(r"每个?季度|每季|一季一|按季|季度(?=例会|观摩)")),
    ("weekly", re.compile(r"每个?周|每星期")),
    ("half_yearly", re.compile(r"每半年")),
    ("yearly", re.compile(r"每年")),
)
CADENCE_OF = re.compile(r"例会|会议|观摩|参观|走访|现场会|交流会|召开|走进")
"""The same sentence must be about the meeting, not about pay days."""

HOST_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "one_enterprise",
        re.compile(
            r"每(?:次|期|月|场)[^,。;]{0,8}?(?:一|1)家(?:企业|公司)[^,。;]{0,6}?(?:承办|主办|轮值|东道主)?"
        ),
    ),
    (
        "one_organisation",
        re.compile(
            r"每(?:次|期|月|场)[^,。;]{0,8}?(?:一|1)(?:家|个)[^,。;]{0,6}?(?:单位|工会|街道|成员)|由(?:一|1)家(?:成员)?单位(?:轮流)?承办"
        ),
    ),
    ("rotation", re.compile(r"轮流(?:承办|主办|做东|坐庄|举办)|轮值(?:承办|主席|单位)|承办单位轮流")),
)

METHOD_AFTER = re.compile(
    r"[^,。;“]{0,4}?(?:服务机制|工作机制|机制|服务模式|工作模式|模式|品牌|工程|行动|计划|做法)"
)
"""Words after a quoted phrase that make it the name of the method."""
METHOD_NAME = re.compile(r"工作法|工作机制$|工程$|行动$")
SERIES_NAME = re.compile(
    r"(?:将|把|召开|举办|举行|开展|建立|实行|推行|推出|组织|的|次|期|个|场|“|、|,|以|于|开|加|了|该|这种|^)"
    r"(?P<name>[^将把召开办行展建立推组织的次期个场“”、,。;:以于加了该这\s]{2,12}?(?:例会|观摩会|现场会|交流会|观摩交流活动|观摩活动))(?!机制)"
)
"""The name of a regular meeting, after a word that cannot be part of it."""

PROCESS = re.compile(
    r"(?:参观|观摩|观看|察看|查看|了解|走进|学习|近距离感受|边看|观赏|考察|体验)了?(?P<process>[^,。;、了的“”:?!]{1,12}?"
    r"(?:流程|工艺|工序|过程|生产线|流水线|产线|制作环节))"
)

OFFER = re.compile(r"(?:邀请|欢迎|请)(?:大家|各位|你们|兄弟单位)[^,。;“”]{0,12}?(?:到|来|去|走进)(?:我们|我)[^,。;“”]{0,12}|"
                   r"(?:下次|下一次|下回|下个月|下期)[^,。;“”]{0,12}?(?:到|来|去)(?:我们|我)[^,。;“”]{0,12}")  # fmt: skip

ASKS = re.compile(r"有哪些|哪些|怎么|如何|怎样|什么|能否|能不能|可否|吗|呢|几")
BORROWS = re.compile(
    r"借鉴|值得[^,。]{0,6}学习|学到|学习到|取经|带回去|照着做|推广|复制|启发|收获|好做法|可以用上|效仿"
)
SPEAKS = re.compile(r"说|表示|介绍|谈道|谈到|感慨|坦言|告诉|问|道|讲|分享|请教|点赞")
