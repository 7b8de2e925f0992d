"""How fast it is: figures side by side, bars beside them, nothing that passes or fails."""
