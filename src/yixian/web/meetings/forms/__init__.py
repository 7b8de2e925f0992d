"""Forms of meetings, a file per subject."""
