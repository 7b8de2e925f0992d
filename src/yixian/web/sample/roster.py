"""The made-up district's 42 members come in the way an office would bring them: as a roster, by a dry run."""

from django_scopes import scope

from yixian.documents.roster_sample import sample_rows
from yixian.web.accounts.actions.roster import accept_roster, draft_from_rows
from yixian.web.sample.federations import District


def bring_in_roster(district: District) -> None:
    """Dry run, then accept: the sample has no problems, or the demo must not start."""
    with scope(federation=district.federation.pk):
        draft = draft_from_rows(by=district.officer, file_name="示例名册.xlsx", rows=sample_rows())
        if draft.problems:
            raise RuntimeError(f"the sample roster has problems: {draft.problems}")
        accept_roster(by=district.officer, draft=draft)
