"""The one door through which everything recorded on a phone comes in, however often it is sent."""

from yixian.web.field.sync.look import read_back
from yixian.web.field.sync.receive import MOST_ITEMS, Receipt, receive

__all__ = ["MOST_ITEMS", "Receipt", "read_back", "receive"]
