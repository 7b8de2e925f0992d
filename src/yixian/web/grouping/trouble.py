"""Why there is no timetable, in words that say what to do."""

from typing import Any

from django.utils.translation import gettext as _


def sentence(trouble: dict[str, Any]) -> str:
    """One trouble as a sentence in the page's language."""
    texts = {
        "overload": _(
            "“%(station)s” needs %(needed)s minutes for %(groups)s groups (%(minutes)s minutes each, "
            "%(capacity)s at a time), but is open for %(open)s minutes. Shorten the stay, let more groups in at a "
            "time, open it longer, or make fewer groups."
        ),
        "length": _(
            "All stations together take a group %(needed)s minutes, but the walk may take %(latest)s. "
            "Allow more minutes, or take a station off the tour."
        ),
        "none": _(
            "No order of visits brings every group back within %(latest)s minutes. It would fit into %(fits)s minutes."
        ),
        "never": _(
            "No order of visits fits the opening times and quiet times of the stations. Widen one of them, "
            "or shorten a stay."
        ),
        "time": _("No timetable was found in the time given. Try again, or allow more minutes for the walk."),
    }
    return texts[trouble["code"]] % trouble
