"""Every app is built from the same kit, so that whoever knows one finds their way in all."""

from tests.house_rules.tree import WEB, exceptions, layers, sources

KIT = {
    "__init__", "apps", "models", "states", "rules", "queries", "actions",
    "forms", "views", "tasks", "urls", "nav", "personal", "trail",
}  # fmt: skip
FOLDERS = {"migrations", "management", "templatetags", "templates", "static", "locale", "data"}
NOT_ROOMS = {"config", "sample", "shared"}  # the frame, the sample data and the tools are no rooms


def pieces():
    """Each file and folder at the top of a room, without its ending, as app/piece."""
    for app in sorted(set(layers()) - NOT_ROOMS):
        for path in sources():
            if path.is_relative_to(WEB / app):
                first = path.relative_to(WEB / app).parts[0]
                yield f"{app}/{first.removesuffix('.py')}"


def test_apps_hold_only_the_kit():
    strange = {piece for piece in pieces() if piece.partition("/")[2] not in KIT | FOLDERS}
    assert strange - set(exceptions("kit")) == set()


def test_each_exception_is_still_needed():
    assert set(exceptions("kit")) - set(pieces()) == set()
