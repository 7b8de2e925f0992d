"""What is entered about groups and their rotation."""
