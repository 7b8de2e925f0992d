"""The one way in which the reader says no: a reason with a sentence in each language."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]

REFUSALS: dict[str, dict[Language, str]] = {
    "empty": {
        "en": "The file is empty: there is no text to read.",
        "zh": "文件是空的，没有可读的文字。",
    },
    "too_large": {
        "en": "The file is larger than 5 MB; a news report is much smaller. Save only the report as text.",
        "zh": "文件超过 5 MB，不像是一篇报道。请只把报道正文另存为文本后再试。",
    },
    "too_long": {
        "en": "The text is longer than 50,000 characters; a news report is much shorter. Keep only the report.",
        "zh": "文字超过 5 万字，不像是一篇报道。请只保留报道正文后再试。",
    },
    "office_file": {
        "en": "This is a word-processor, spreadsheet or PDF file. Save it as plain text or HTML and try again.",
        "zh": "这是文档、表格或 PDF 文件，请另存为纯文本或网页（HTML）后再试。",
    },
    "binary": {
        "en": "This is not a text file (it looks like a picture, an archive or damaged data).",
        "zh": "这不是文本文件（可能是图片、压缩包或已损坏的数据）。",
    },
    "not_chinese": {
        "en": "There is hardly any Chinese in this text; the reader only knows reports written in Chinese.",
        "zh": "文中几乎没有中文，目前只能读取中文报道。",
    },
    "no_meeting": {
        "en": "This text does not report a visit or an on-site meeting of a union or its members.",
        "zh": "这篇文字不是工会走访观摩或现场例会的报道。",
    },
}


class NotAReport(Exception):
    """Raised when the bytes are not a report of a visit or meeting; `str()` is the English sentence."""

    def __init__(self, code: str) -> None:
        """Take the reason's code, one of the keys of `REFUSALS`."""
        super().__init__(REFUSALS[code]["en"])
        self.code = code

    def sentence(self, language: Language) -> str:
        """The reason as one plain sentence, fit for the person who handed the file in."""
        return REFUSALS[self.code][language]
