"""What the codes of a draft mean, in both languages."""

from __future__ import annotations

from yixian.archive.errors import Language

Words = dict[Language, str]


def _words(zh: str, en: str) -> Words:
    """One meaning in both languages."""
    return {"zh": zh, "en": en}


NOTES: dict[str, Words] = {
    "in_repaired_text": _words("原文此处有乱码，已修复，请核对", "The text was damaged here and has been repaired; please compare"),
    "title_by_position": _words("按位置认定的标题", "Taken for the title because of where it stands"),
    "source_from_dateline": _words("据电头认定", "Read from the dateline"),
    "source_by_position": _words("按位置认定的来源", "Taken for the publisher because of where it stands"),
    "date_by_position": _words("按位置认定的发布日期", "Taken for the day of publication because of where it stands"),
    "year_from_publication_date": _words("年份据发布日期推断", "Year inferred from the day of publication"),
    "year_from_words": _words("年份据“今年”“去年”等字样和发布日期推算", "Year worked out from “this year”, “last year” and the day of publication"),
    "day_from_publication_date": _words("日期据“昨日”等字样和发布日期推算", "Day worked out from “yesterday” or the like and the day of publication"),
    "kind_from_name": _words("场地类型据单位名称判断", "Kind of venue told by the organisation's name"),
    "kind_from_sentence": _words("场地类型据上下文判断", "Kind of venue told by the sentences around"),
    "organiser_by_mention": _words("文中出现最多的工会", "The union named most often"),
    "near_term": _words("与主题用语相近", "Close to the topic's own term"),
}  # fmt: skip

QUESTIONS: dict[str, Words] = {
    "missing": _words("文中没有写明，请补充", "The report does not say; please fill in"),
    "uncertain": _words("读取结果不确定，请核对", "Read with little certainty; please check"),
    "year_missing": _words("文中没有写年份，也没有发布日期可供推断", "The year is not in the text, and there is no day of publication to tell it by"),
    "day_vague": _words("文中只有模糊的时间，没有具体日期", "The text gives only a vague time and no day"),
    "several_numbers": _words("文中有几个不同的人数，请核对", "The text gives different numbers; please choose"),
    "several_hosts": _words("一次走访了几家单位，请确认哪一家是承办单位", "Several places were visited; please say which one hosted"),
    "points_back": _words("文中用“该集团”“该公司”等代称，请确认指哪家单位", "The text only says “the group” or the like; please say which organisation is meant"),
    "list_goes_on": _words("原文以“等”结尾，可能还有未列出的单位", "The list ends in “等” (and others): there may be more"),
    "speaker_not_named": _words("文中没有写明是谁说的", "The text does not say whose words these are"),
    "whose_offer": _words("请确认是哪家单位愿意承办", "Please confirm which organisation offers to host"),
    "ambiguous_script": _words("繁简转换可能有误，请核对名称用字", "The script conversion may be wrong here; please check the characters of the name"),
    "name_start_unclear": _words("名称从哪个字开始不确定，请核对", "It is not certain with which character the name begins"),
    "name_end_unclear": _words("姓名到哪个字结束不确定，请核对", "It is not certain with which character the name ends"),
}  # fmt: skip

REPAIRS: dict[str, Words] = {
    "encoding": _words("修复了错误的编码", "Undid a wrong decoding of the file"),
    "shifted_bytes": _words("修复了错位的字符", "Put back characters whose bytes had shifted"),
    "stray_tag": _words("去掉了残缺的标签", "Took out broken tags"),
    "pinyin": _words("去掉了括号里的拼音", "Took out pinyin in brackets"),
    "script": _words("繁体转换为简体（原文保留）", "Converted Traditional to Simplified characters (the original is kept)"),
}  # fmt: skip

CODES: dict[str, Words] = {
    "high": _words("把握大", "high"), "medium": _words("把握中等", "medium"), "low": _words("把握小", "low"),
    "inferred": _words("推断", "inferred"), "about": _words("约", "about"), "more_than": _words("多于", "more than"),
    "nearly": _words("近", "nearly"),
    "weekly": _words("每周", "every week"), "monthly": _words("每月", "every month"),
    "every_two_months": _words("每两个月", "every two months"), "quarterly": _words("每季度", "every quarter"),
    "half_yearly": _words("每半年", "every half-year"), "yearly": _words("每年", "every year"),
    "one_enterprise": _words("每次一家企业承办", "one enterprise hosts each time"),
    "one_organisation": _words("每次一家单位承办", "one organisation hosts each time"),
    "rotation": _words("轮流承办", "hosting goes round"),
    "workshop": _words("车间", "workshop"), "museum": _words("博物馆", "museum"),
    "research_institute": _words("科研院所", "research institute"), "subdistrict": _words("街道乡镇", "subdistrict or township"),
    "building": _words("楼宇", "building"), "other": _words("其他", "other"),
    "reporter": _words("记者", "reporter"), "correspondent": _words("通讯员", "correspondent"),
    "author": _words("作者", "author"), "photographer": _words("摄影", "photographer"), "editor": _words("编辑", "editor"),
    "experience_to_borrow": _words("可借鉴的经验", "experience to borrow"), "open_question": _words("待解答的请教", "open question"),
}  # fmt: skip

SUBJECTS: dict[str, Words] = {
    "job_skills_practice": _words("岗位练兵", "job-skills practice"),
    "standardised_management": _words("规范化管理", "standardised management"),
    "company_culture": _words("企业文化", "company culture"), "team_building": _words("队伍建设", "team building"),
    "women_workers": _words("女职工工作", "women workers"), "union_services": _words("工会服务", "union services"),
    "business_management": _words("企业管理", "business management"), "work_safety": _words("安全生产", "safety at work"),
    "workers_rights": _words("职工维权", "workers' rights"), "model_workers": _words("劳模和工匠", "model workers and craftsmen"),
    "democratic_management": _words("民主管理", "democratic management"), "workers_home": _words("职工之家", "workers' home"),
    "union_organising": _words("工会组建", "union organising"), "hardship_help": _words("困难帮扶", "help in hardship"),
    "digital_union": _words("智慧工会", "digital union"), "screened_zones": _words("遮挡式区域划分", "screened zones"),
    "tidy_site": _words("整洁有序", "tidy shop floor"), "undisturbed_work": _words("不影响作业", "work not disturbed"),
    "confidentiality": _words("保密", "confidentiality"), "visual_management": _words("可视化管理", "visual management"),
    "mentoring": _words("师带徒", "mentoring"), "suggestion_scheme": _words("合理化建议", "suggestion scheme"),
    "points_scheme": _words("积分制", "points scheme"), "shift_meeting": _words("班前会", "shift meeting"),
}  # fmt: skip

FIELDS: dict[str, Words] = {
    "title": _words("标题", "Title"), "source": _words("来源", "Source"), "published": _words("发布日期", "Published"),
    "authors": _words("作者", "Authors"), "organiser": _words("主办单位", "Organiser"), "area": _words("所在地区", "Area"),
    "series": _words("系列", "Series"), "method_name": _words("工作法名称", "Method"), "name": _words("名称", "Name"),
    "cadence": _words("频次", "How often"), "member_unions": _words("成员单位数", "Member unions"),
    "host_rule": _words("承办方式", "Hosting"), "since_year": _words("开始年份", "Since"), "meetings": _words("现场例会", "Meeting"),
    "date": _words("日期", "Date"), "end_date": _words("结束日期", "Last day"), "host": _words("承办单位", "Host"),
    "also_visited": _words("同时走访", "Also visited"), "venue_kind": _words("场地类型", "Kind of venue"),
    "participants": _words("参加人数", "Participants"), "unions_attending": _words("参加单位数", "Unions attending"),
    "process_seen": _words("观摩内容", "Process seen"), "representative": _words("接待人", "Host's representative"),
    "earlier_hosts": _words("以往承办单位", "Earlier host"), "year": _words("年份", "Year"),
    "venue_kinds": _words("延伸的场地类型", "Kinds of venue the meetings move to"), "topics": _words("主题", "Topics"),
    "quotes": _words("引述", "Quotation"), "words": _words("原话", "Words"), "subjects": _words("涉及内容", "About"),
    "speaker": _words("说话人", "Speaker"), "host_offers": _words("承办意愿", "Host offer"),
    "organisation": _words("单位", "Organisation"), "people": _words("人物", "Person"), "post": _words("职务", "Post"),
    "role": _words("身份", "Role"), "kind": _words("类别", "Kind"),
    "open_questions": _words("待确认", "To be decided by a person"), "repairs": _words("文本修复", "Repairs to the text"),
}  # fmt: skip

WORDING: dict[str, Words] = {**FIELDS, **NOTES, **QUESTIONS, **REPAIRS, **CODES, **SUBJECTS}
"""Every code and field name; a code stands for the same thing wherever it is used."""
