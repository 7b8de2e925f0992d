"""The server's worker: a request takes a thread only when all of it has come.

    gunicorn --worker-class yixian.web.config.serving.Worker --workers 1 --threads 2 yixian.web.config.wsgi

Gunicorn's own worker reads requests in its few threads, and waits there for what a client has not sent yet: two
clients that stop in the middle of a form, or of a header, and nobody else is served. Here the loop that watches
all lines anyway gathers what comes, in memory and, when it is much, in a file without a name. Photos and records
from phones (`line.OWN_PATIENCE`) are handed on with their header: what came of them is kept when the line breaks.

Built on the inside of gunicorn 27; requirements pin it.
"""

from yixian.web.config.serving.worker import Worker

__all__ = ["Worker"]
