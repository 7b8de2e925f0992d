"""The phone's pages and its one door."""
