"""What import-linter can't see: names of models, templates and packages in strings obey the order too."""

import ast
import re

from tests.house_rules.tree import ROOT, WEB, app_of, layers, may_use, name, project, sources, syntax, text

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
MODEL_NAME = re.compile(r"([a-z_]+)\.[A-Z]\w+")
TEMPLATE_NAME = re.compile(r"""\{%\s*(?:extends|include)\s+["']([a-z_]+)/""")


def test_every_app_has_a_place_in_the_order():
    apps = {path.parent.name for path in WEB.glob("*/__init__.py")}
    assert apps - set(layers()) == set()


def test_pure_packages_are_under_contract():
    pure = {f"yixian.{path.parent.name}" for path in ROOT.glob("src/yixian/*/__init__.py")} - {"yixian.web"}
    contracts = {each["name"]: each for each in project()["tool"]["importlinter"]["contracts"]}
    listed = contracts["The pure packages know nothing of Django and the site"]["source_modules"]
    assert set(listed) == pure
    assert set(contracts["The pure packages are independent of each other"]["modules"]) == pure


def relations(path):
    """Each app that a model of this file points to by a string."""
    for node in ast.walk(syntax(path)):
        called = isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called not in RELATIONS:
            continue
        for value in [
            *node.args[:1],
            *(word.value for word in node.keywords if word.arg in ("to", "through")),
        ]:
            if isinstance(value, ast.Constant) and (found := MODEL_NAME.fullmatch(str(value.value))):
                yield found[1]


def test_models_point_down():
    upward = [
        f"{name(path)} points to {used}"
        for path in sources(".py")
        if path.is_relative_to(WEB)
        for used in relations(path)
        if used in layers() and not may_use(app_of(path), used)
    ]
    assert upward == []


def test_templates_include_and_extend_downwards():
    upward = [
        f"{name(path)} uses {used}"
        for path in sources(".html", ".txt")
        if path.is_relative_to(WEB)
        for used in TEMPLATE_NAME.findall(text(path))
        if used in layers() and not may_use(app_of(path), used)
    ]
    assert upward == []


def test_templates_and_assets_are_in_the_folder_of_their_app():
    stray = []
    for path in sources(".html", ".css", ".js"):
        parts = path.relative_to(ROOT).parts
        if path.is_relative_to(WEB) and parts[4] in ("templates", "static") and parts[5] != parts[3]:
            stray.append(name(path))
    assert stray == []
