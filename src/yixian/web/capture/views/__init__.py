"""Pages about what was recorded on site, a file per subject."""
