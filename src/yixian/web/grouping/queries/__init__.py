"""What is read about groups and their rotation."""
