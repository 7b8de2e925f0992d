"""First bytes of files that people hand in by mistake, with the refusal each deserves."""

from __future__ import annotations

OFFICE_FILES: tuple[bytes, ...] = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""PDF, DOCX/XLSX (zip), old DOC/XLS (OLE), RTF."""

BINARY_FILES: tuple[bytes, ...] = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
"""Pictures and archives."""
