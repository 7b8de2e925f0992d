"""From clean text to facts: one subject per file, each a function from text to facts."""
