"""HTTP of meetings, a file per subject."""
