"""Papers and files from plain values: dataclasses and rows in, bytes out. Nothing of Django in here."""
