"""Parts of the pages of records."""
