"""The Django site around the pure cores."""
