"""Sample data for the demo: evidently made up, labelled, and the facts of one public report."""
