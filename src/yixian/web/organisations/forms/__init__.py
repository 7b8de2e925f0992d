"""Forms of this app, by subject."""
