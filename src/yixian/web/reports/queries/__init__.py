"""What the reports read, by page."""
