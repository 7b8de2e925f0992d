"""Pages of the problem register, by subject."""
