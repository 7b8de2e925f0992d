"""The made-up district's 42 members come in the way an office would bring them: by the roster file."""

