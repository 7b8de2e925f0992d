"""What is written about groups and their rotation."""
