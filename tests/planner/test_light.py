"""The package can be imported, and plans checked and put into words, without loading a solver."""

import subprocess
import sys


def test_import_loads_neither_solver_nor_site():
    code = (
        "import sys, yixian.planner, yixian.planner.solving, yixian.planner.sentences, yixian.planner.cli\n"
        "print([name for name in ('ortools', 'numpy', 'django', 'jsonschema', 'highspy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_package_offers_the_functions_by_name():
    from yixian.planner import solving as planner

    names = ("check", "explain", "fairness", "regrets", "replan", "solve")
    assert [type(getattr(planner, name)).__name__ for name in names] == ["function"] * 6
