"""Remarks on facts, open questions and repairs, in words."""

from __future__ import annotations

from yixian.archive.wording.kind import Words, words

NOTES: dict[str, Words] = {
    "in_repaired_text": words(
        "原文此处有乱码，已修复，请核对", "The text was damaged here and has been repaired; please compare"
    ),
    "title_by_position": words("按位置认定的标题", "Taken for the title because of where it stands"),
    "source_from_dateline": words("据电头认定", "Read from the dateline"),
    "source_by_position": words("按位置认定的来源", "Taken for the publisher because of where it stands"),
    "date_by_position": words(
        "按位置认定的发布日期", "Taken for the day of publication because of where it stands"
    ),
    "year_from_publication_date": words("年份据发布日期推断", "Year inferred from the day of publication"),
    "year_from_words": words(
        "年份据“今年”“去年”等字样和发布日期推算",
        "Year worked out from “this year”, “last year” and the day of publication",
    ),
    "day_from_publication_date": words(
        "日期据“昨日”等字样和发布日期推算",
        "Day worked out from “yesterday” or the like and the day of publication",
    ),
    "kind_from_name": words("场地类型据单位名称判断", "Kind of venue told by the organisation's name"),
    "kind_from_sentence": words("场地类型据上下文判断", "Kind of venue told by the sentences around"),
    "organiser_by_mention": words("文中出现最多的工会", "The union named most often"),
    "near_term": words("与主题用语相近", "Close to the topic's own term"),
}

QUESTIONS: dict[str, Words] = {
    "missing": words("文中没有写明，请补充", "The report does not say; please fill in"),
    "uncertain": words("读取结果不确定，请核对", "Read with little certainty; please check"),
    "year_missing": words(
        "文中没有写年份，也没有发布日期可供推断",
        "The year is not in the text, and there is no day of publication to tell it by",
    ),
    "day_vague": words("文中只有模糊的时间，没有具体日期", "The text gives only a vague time and no day"),
    "several_numbers": words(
        "文中有几个不同的人数，请核对", "The text gives different numbers; please choose"
    ),
    "several_hosts": words(
        "一次走访了几家单位，请确认哪一家是承办单位",
        "Several places were visited; please say which one hosted",
    ),
    "points_back": words(
        "文中用“该集团”“该公司”等代称，请确认指哪家单位",
        "The text only says “the group” or the like; please say which organisation is meant",
    ),
    "list_goes_on": words(
        "原文以“等”结尾，可能还有未列出的单位", "The list ends in “等” (and others): there may be more"
    ),
    "speaker_not_named": words("文中没有写明是谁说的", "The text does not say whose words these are"),
    "whose_offer": words("请确认是哪家单位愿意承办", "Please confirm which organisation offers to host"),
    "ambiguous_script": words(
        "繁简转换可能有误，请核对名称用字",
        "The script conversion may be wrong here; please check the characters of the name",
    ),
    "name_start_unclear": words(
        "名称从哪个字开始不确定，请核对", "It is not certain with which character the name begins"
    ),
    "name_end_unclear": words(
        "姓名到哪个字结束不确定，请核对", "It is not certain with which character the name ends"
    ),
}

REPAIRS: dict[str, Words] = {
    "encoding": words("修复了错误的编码", "Undid a wrong decoding of the file"),
    "shifted_bytes": words("修复了错位的字符", "Put back characters whose bytes had shifted"),
    "stray_tag": words("去掉了残缺的标签", "Took out broken tags"),
    "pinyin": words("去掉了括号里的拼音", "Took out pinyin in brackets"),
    "script": words(
        "繁体转换为简体（原文保留）", "Converted Traditional to Simplified characters (the original is kept)"
    ),
}
