"""From bytes to clean, aligned text: decode, take the main text, repair, remove noise, convert the script."""
