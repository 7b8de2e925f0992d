"""Where names of organisations begin and end in running text, and which words name nobody."""

import pytest

from yixian.archive.extract.organisations import organisations


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("位于甲省乙市丙某海工有限公司的车间", ["甲省乙市丙某海工有限公司"]),
        ("在丙某海工有限公司,位于甲省丙某海工有限公司", ["丙某海工有限公司", "丙某海工有限公司"]),
        ("先后走进甲某制药有限公司、乙某饮料(丙市)有限公司", ["甲某制药有限公司", "乙某饮料(丙市)有限公司"]),
        ("来自和平街道和甲某集团的干部", ["和平街道", "甲某集团"]),
        ("甲某大厦工会联合会", ["甲某大厦工会联合会"]),
        ("甲区总工会与乙某家电有限公司", ["甲区总工会", "乙某家电有限公司"]),
        ("各区直工会、基层工会、该集团、一家企业、两家公司、我们公司、区总工会", []),
        ("大家走进了甲某研究院和乙街道", ["甲某研究院"]),
    ],
)
def test_names(text, names):
    """Boundary words end before a name, generic words are no name, the shorter agreed form is taken."""
    assert [mention.name for mention in organisations(text)] == names
