"""What people send about learning, by subject."""
