"""Files and functions stay small enough to be read in one go."""

import ast
from statistics import median

import pytest

from tests.house_rules.tree import exceptions, name, sources, syntax, text

LONGEST_FILE = 300
MEDIAN_FILE = 100
LONGEST_FUNCTION = 40


def functions(path):
    """Each function of a file as (its name in the project, its length in lines)."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name(path)}::{node.name}", node.end_lineno - node.lineno + 1


def test_no_file_is_long():
    lengths = {name(path): text(path).count("\n") for path in sources()}
    long = {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE}
    assert {path: lines for path, lines in long.items() if path not in exceptions("long_files")} == {}


def test_the_median_file_is_short():
    assert median(text(path).count("\n") for path in sources(".py", ".html", ".css", ".js")) < MEDIAN_FILE


def test_no_function_is_long():
    lengths = dict(each for path in sources(".py") for each in functions(path))
    long = {function: lines for function, lines in lengths.items() if lines > LONGEST_FUNCTION}
    assert {each: lines for each, lines in long.items() if each not in exceptions("long_functions")} == {}


@pytest.mark.parametrize("rule", ["long_files", "long_functions"])
def test_each_exception_is_still_needed(rule):
    lengths = {name(path): text(path).count("\n") for path in sources()}
    lengths |= dict(each for path in sources(".py") for each in functions(path))
    limit = LONGEST_FILE if rule == "long_files" else LONGEST_FUNCTION
    assert [each for each in exceptions(rule) if lengths.get(each, 0) <= limit] == []
