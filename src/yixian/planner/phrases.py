"""The planner's wording: pairs of English and Chinese, by code."""

Words = tuple[str, str]

TERMS: dict[str, Words] = {
    "volunteers": ("Volunteers first", "主动承办优先"),
    "waiting": ("Longest wait first", "久未承办优先"),
    "needs": ("Needs covered", "需求覆盖"),
    "relevance": ("Own and other industries", "同行与跨行业观摩"),
    "venue_spread": ("Spread over venue kinds", "场地类型均衡"),
    "industry_spread": ("Spread over industries", "行业均衡"),
    "subdistrict_spread": ("Spread over subdistricts", "街道（镇）均衡"),
    "alike": ("No two alike in a row", "相邻两次不雷同"),
    "travel_total": ("Travel in sum", "总路程"),
    "travel_worst": ("Travel of the worst-off member", "路程最远单位的路程"),
    "season": ("Season fit", "适合的季节"),
    "weekday": ("Preferred weekday", "习惯的星期"),
}

RULES: dict[str, Words] = {
    "one_meeting": ("one meeting a month", "每月举办一次例会"),
    "can_host": ("the member has a place for the meeting", "单位有可用场地"),
    "announced": ("what has been announced stays", "已通知的安排不变"),
    "pinned": ("what has been pinned stays", "手动固定的安排不变"),
    "blackout": ("the host is free", "避开承办单位不便的日期"),
    "capacity": ("the place holds everyone expected", "场地容得下预计人数"),
    "venue_kind": ("the kind of venue demanded", "符合指定的场地类型"),
    "working_day": ("on a working day", "安排在工作日"),
    "day_gap": ("enough days between meetings", "两次例会间隔足够天数"),
    "repeat": ("enough months between two turns of a host", "同一单位两次承办间隔足够月数"),
}

BREACHES: dict[str, Words] = {
    "one_meeting": ("found “{found}” where “{expected}” belongs", "应为“{expected}”，实为“{found}”"),
    "unknown": ("“{found}” does not belong to the problem", "题目中没有“{found}”"),
    "can_host": ("the member has no place for the meeting", "没有可用场地"),
    "announced": ("{expected} has been announced, not {found}", "已通知为{expected}，不是{found}"),
    "pinned": ("{expected} is pinned, not {found}", "已固定为{expected}，不是{found}"),
    "blackout": ("the host has ruled out {found}", "承办单位已说明 {found} 不便"),
    "capacity": (
        "the place holds {found}, {expected} are expected",
        "场地可容纳 {found} 人，预计 {expected} 人",
    ),
    "venue_kind": (
        "the venue kind is “{found}”, “{expected}” is demanded",
        "场地为{found}，本月指定{expected}",
    ),
    "working_day": ("not a working day ({found})", "不是工作日（{found}）"),
    "day_gap": (
        "days since the meeting before: {found}, at least {expected} are asked for",
        "距上一次例会只有 {found} 天，至少应隔 {expected} 天",
    ),
    "repeat": (
        "months since the host's last turn: {found}, at least {expected} are asked for",
        "距该单位上次承办只有 {found} 个月，至少应隔 {expected} 个月",
    ),
    "term": ("stated: {found}; recomputed: {expected}", "原载 {found}，重算为 {expected}"),
    "objective": ("points stated as {found}, recomputed {expected}", "总分写作 {found}，重算为 {expected}"),
    "bound": (
        "called optimal with bound {found} and value {expected}",
        "称最优，但下界 {found} 与总分 {expected} 不等",
    ),
    "seed": ("drawn with the seed {found}, not {expected}", "抽签种子为 {found}，应为 {expected}"),
}

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WHO: dict[str, Words] = {
    "host": ("the host", "承办单位"),
    "office": ("the office", "办公室"),
    "leadership": ("the federation's leadership", "总工会领导"),
    "nobody": ("nobody", "任何人都不能"),
}

KINDS: dict[str, Words] = {
    "workshop": ("workshop", "车间"),
    "museum": ("museum", "博物馆"),
    "institute": ("research institute", "科研院所"),
    "subdistrict": ("subdistrict or township", "街道（镇）"),
    "building": ("office building", "楼宇"),
    "other": ("other venue", "其他场地"),
}

WEEKDAYS: dict[int, Words] = {
    1: ("Monday", "周一"),
    2: ("Tuesday", "周二"),
    3: ("Wednesday", "周三"),
    4: ("Thursday", "周四"),
    5: ("Friday", "周五"),
    6: ("Saturday", "周六"),
    7: ("Sunday", "周日"),
}

# "code:number=value" is the wording for that value.
REASONS: dict[str, Words] = {
    "announced": ("Already announced.", "已经发出通知。"),
    "pinned": ("Pinned by the office.", "由办公室手动固定。"),
    "kind_demanded": ("This month asks for a {venue_kind}.", "本月指定场地类型：{venue_kind}。"),
    "offered": ("Has offered to host.", "主动提出承办。"),
    "offered_month": ("Has offered to host in this month.", "主动提出在本月承办。"),
    "never_hosted": ("Has never hosted.", "从未承办过。"),
    "waited": (
        "Has waited {months} months; {longer} members have waited longer.",
        "距上次承办已 {months} 个月，等候更久的单位有 {longer} 家。",
    ),
    "waited:longer=0": (
        "Has waited {months} months; nobody has waited longer.",
        "距上次承办已 {months} 个月，没有单位等候更久。",
    ),
    "waited:longer=1": (
        "Has waited {months} months; one member has waited longer.",
        "距上次承办已 {months} 个月，等候更久的单位有 1 家。",
    ),
    "serves": (
        "Can show {topics} topics that {needs} requests name, above all {topic}.",
        "能展示 {topics} 个主题，对应 {needs} 项需求，其中最受关注的是“{topic}”。",
    ),
    "serves:topics=1": (
        "Can show {topic}, which {needs} members ask for.",
        "能展示“{topic}”，有 {needs} 家单位想学。",
    ),
    "serves:needs=1": ("Can show {topic}, which one member asks for.", "能展示“{topic}”，有 1 家单位想学。"),
    "industry_peers": (
        "{members} members of the same industry ({industry}) see their own trade.",
        "同行业（{industry}）的 {members} 家单位可以看到同行做法。",
    ),
    "industry_peers:members=1": (
        "One other member of the same industry ({industry}) sees its own trade.",
        "同行业（{industry}）的 1 家单位可以看到同行做法。",
    ),
    "venue_spread": (
        "Venue kind “{venue_kind}”: {count} of an even share of {share} meetings.",
        "场地类型“{venue_kind}”全年 {count} 次，均衡数为 {share} 次。",
    ),
    "industry_spread": (
        "Industry “{industry}”: {count} of an even share of {share} meetings.",
        "行业“{industry}”全年 {count} 次，均衡数为 {share} 次。",
    ),
    "subdistrict_spread": (
        "{subdistrict}: {count} of an even share of {share} meetings.",
        "“{subdistrict}”全年 {count} 次，均衡数为 {share} 次。",
    ),
    "change": (
        "Another kind of venue and another industry than the meeting before.",
        "场地类型和行业都与上一次不同。",
    ),
    "travel_average": (
        "{minutes} minutes on the way for the average member.",
        "各单位平均路程 {minutes} 分钟。",
    ),
    "good_season": ("A good month for the host.", "本月适合该单位承办。"),
    "weekday": ("On the preferred weekday ({weekday}).", "安排在习惯的{weekday}。"),
    "room": ("Room for {capacity}, {people} expected.", "可容纳 {capacity} 人，预计 {people} 人。"),
    "calendar_gap": (
        "The holiday notice of {year} has not been imported: weekends only are taken into account.",
        "{year} 年放假安排未导入，目前只避开了周末。",
    ),
    "proven": (
        "Proven: no plan has fewer than {points} points.",
        "已证明最优：任何计划都不会少于 {points} 分。",
    ),
    "proven_levels": (
        "Proven level by level over {levels} levels; {points} points in all.",
        "{levels} 个层次逐层证明最优，合计 {points} 分。",
    ),
    "not_proven": ("Not proven: gap {gap} %.", "未证明最优：差距不超过 {gap}%。"),
    "not_proven_unknown": ("Not proven: no bound is known.", "未证明最优：尚无下界。"),
}
