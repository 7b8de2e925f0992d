"""From what a file says and what the federation holds to what an import would do, and doing it."""
