"""Take in the bytes of photos: whole or in pieces, verified, made durable, and only then on record."""

from yixian.web.field.uploads.answer import Answer
from yixian.web.field.uploads.pieces import receive_piece, received_bytes
from yixian.web.field.uploads.whole import receive_photo

__all__ = ["Answer", "receive_photo", "receive_piece", "received_bytes"]
