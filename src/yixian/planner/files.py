"""Problems and plans as versioned JSON files; whatever is wrong in one is named by path, found and expected."""

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib import resources
from typing import Any

from yixian.planner.plan import Conflict, Plan, Repair, SolverRun, Status, TermValue
from yixian.planner.problem import Choice, Day, DayKind, Host, Level, Month, Problem, Settings

Data = dict[str, Any]


class FileError(ValueError):
    """A file that is not what it should be: where, what was found, what was expected; `file` if it has a name."""

    def __init__(self, path: str, found: str, expected: str, file: str = "") -> None:
        super().__init__(path, found, expected)
        self.path, self.found, self.expected, self.file = path, found, expected, file

    def __str__(self) -> str:
        where = f"{self.file}: {self.path}" if self.file else self.path
        return f"{where}: found {self.found}, expected {self.expected}"


def problem_from_json(text: str) -> Problem:
    """A problem read and validated; raises FileError."""
    from yixian.planner.validate import validate

    data = read_json(text, "problem-1")
    problem = Problem(
        hosts=tuple(Host(**_tuples(host)) for host in data["hosts"]),
        months=tuple(Month(**month) for month in data["months"]),
        days=tuple(Day(**{**day, "kind": DayKind(day["kind"])}) for day in data.get("days", ())),
        history=tuple(Choice(**choice) for choice in data.get("history", ())),
        travel=tuple(tuple(row) for row in data.get("travel", ())),
        settings=Settings(**_tuples(data.get("settings", {}))),
        levels=tuple(Level(**_tuples(level)) for level in data.get("levels", ())),
        **{name: data[name] for name in ("weights", "seed", "title") if name in data},
    )
    validate(problem)
    return problem


def problem_to_json(problem: Problem) -> str:
    """The problem's file; what has its default value is left out."""
    data: Data = {"format": "yixian-problem", "version": 1}
    for name in ("title", "seed"):
        data[name] = getattr(problem, name)
    data["settings"] = _data(problem.settings)
    data["weights"] = dict(problem.weights)
    for name in ("levels", "hosts", "months", "days", "history"):
        data[name] = [_data(entry) for entry in getattr(problem, name)]
    data["travel"] = [list(row) for row in problem.travel]
    return text_of({name: value for name, value in data.items() if value not in ([], {}, "")})


def plan_from_json(text: str) -> Plan:
    """A plan read and validated by its schema; whether it is sound, `check` says. Raises FileError."""
    data = read_json(text, "plan-1")
    plain = ("objective", "bound", "gap", "seconds", "seed", "drawn")
    return Plan(
        status=Status(data["status"]),
        choices=tuple(Choice(**choice) for choice in data["choices"]),
        solvers=tuple(SolverRun(**run) for run in data.get("solvers", ())),
        versions=tuple(sorted(data.get("versions", {}).items())),
        terms=tuple(TermValue(**_without(term, "points")) for term in data.get("terms", ())),
        level_values=tuple(data.get("level_values", ())),
        core=tuple(Conflict(**conflict) for conflict in data.get("core", ())),
        repairs=tuple(Repair(**repair) for repair in data.get("repairs", ())),
        calendar_gaps=tuple(data.get("calendar_gaps", ())),
        **{name: data[name] for name in plain if name in data},
    )


def plan_to_json(plan: Plan) -> str:
    """The plan's file."""
    return text_of(plan_data(plan))


def plan_data(plan: Plan) -> Data:
    """The plan as plain data, as it stands in its file."""
    whole = [Data(_data(each, full=True)) for each in plan.terms]
    return {
        "format": "yixian-plan",
        "version": 1,
        "status": plan.status.value,
        "objective": plan.objective,
        "bound": plan.bound,
        "gap": plan.gap,
        "seconds": plan.seconds,
        "seed": plan.seed,
        "drawn": plan.drawn,
        "choices": [_data(choice, full=True) for choice in plan.choices],
        "terms": [{**data, "points": term.points} for data, term in zip(whole, plan.terms, strict=True)],
        "level_values": list(plan.level_values),
        "solvers": [_data(run, full=True) for run in plan.solvers],
        "versions": dict(plan.versions),
        "core": [_data(conflict, full=True) for conflict in plan.core],
        "repairs": [_data(repair, full=True) for repair in plan.repairs],
        "calendar_gaps": list(plan.calendar_gaps),
    }


def read_json(text: str, schema: str) -> Data:
    """JSON that fits one of our schemas; raises FileError at the first place where it does not."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise FileError(
            f"line {error.lineno}, column {error.colno}", f"text that is none ({error.msg})", "JSON"
        ) from error
    errors = sorted(
        _validator(schema).iter_errors(data), key=lambda each: (len(each.path), list(map(str, each.path)))
    )
    if errors:
        raise _file_error(errors[0])
    return dict(data)


@cache
def schema_of(name: str) -> Data:
    """A published schema, by its file name without the ending."""
    folder = resources.files("yixian.planner") / "schemas"
    return dict(json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))


@cache
def _validator(schema: str) -> Any:
    """The validator of a schema; the library is loaded only when a file is read."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema_of(schema))


def _file_error(error: Any) -> FileError:
    """A schema library's error in our words."""
    path = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path)
    wanted, value = error.validator_value, error.instance
    if error.validator == "required":
        missing = [name for name in wanted if name not in value]
        return FileError(path, "no " + ", ".join(missing), "properties " + ", ".join(wanted))
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        unknown = [name for name in value if name not in known]
        return FileError(path, "unknown " + ", ".join(unknown), "only " + ", ".join(known))
    if error.validator == "pattern" and "description" in error.schema:
        return FileError(path, _short(value), error.schema["description"])
    phrases = {
        "type": "{0}", "const": "{0!r}", "enum": "one of {0}", "pattern": "text of the form {0}",
        "minimum": "at least {0}", "maximum": "at most {0}", "minItems": "at least {0} entries",
        "minLength": "some text",
    }  # fmt: skip
    expected = phrases.get(error.validator, error.validator + " {0}").format(wanted)
    return FileError(path, _short(value), expected)


def _short(value: Any) -> str:
    """What was found, as it stands in the file, cut to a line."""
    return json.dumps(value, ensure_ascii=False)[:80]


def _data(entry: Any, *, full: bool = False) -> Data:
    """A dataclass as plain data; without `full`, fields at their default are left out."""
    found: Data = {}
    for each in fields(entry):
        value = getattr(entry, each.name)
        if full or value != each.default:
            found[each.name] = list(value) if isinstance(value, tuple) else value
    return found


def _tuples(data: Mapping[str, Any]) -> Data:
    """Lists become tuples, as the dataclasses have them."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}


def _without(data: Mapping[str, Any], name: str) -> Data:
    """All but one entry."""
    return {key: value for key, value in data.items() if key != name}


def text_of(data: Data) -> str:
    """Readable JSON with one line per small entry."""
    lines = []
    for name, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict | list):
            rows = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in value)
            lines.append(f"  {json.dumps(name)}: [\n    {rows}\n  ]")
        else:
            lines.append(f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
