"""Pages of learning, by subject."""
