"""The reference pages show every policy, lifecycle and address, in both languages."""

from tools import docs
from yixian.web.shared.policy import REGISTRY
from yixian.web.shared.states import LIFECYCLES


def test_pages_show_every_policy_and_lifecycle():
    pages = docs.pages()
    assert [name for name in REGISTRY if f"| `{name}` |" not in pages["permissions.md"]] == []
    assert [label for label in LIFECYCLES if f"## {label}\n" not in pages["lifecycles.md"]] == []


def test_check_tells_a_stale_page_and_write_mends_it(tmp_path, capsys):
    assert docs.main(["check"], tmp_path) == 1
    docs.main(["write"], tmp_path)
    (tmp_path / "addresses.md").write_text("old")
    capsys.readouterr()
    assert docs.main(["check"], tmp_path) == 1
    assert capsys.readouterr().out == "docs/reference/addresses.md differs: run make docs\n"
    docs.main(["write"], tmp_path)
    assert docs.main(["check"], tmp_path) == 0
