"""The made-up district's 42 members come in the way an office would bring them: by the roster file."""

from yixian.documents.roster_sample import sample_workbook
from yixian.web.accounts.models import Person

