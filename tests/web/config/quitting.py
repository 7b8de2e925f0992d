"""A worker that is asked to stop again while it stops, and something to serve, for `test_serving.py`."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from yixian.web.config.serving import Worker as Delivered


class AskedAgain(ThreadPoolExecutor):
    """Threads whose end is where the second asking comes: their lock is held then."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End, while the terminal's Ctrl+C and the master's signal come close together."""
        with self._shutdown_lock:
            os.kill(os.getpid(), signal.SIGQUIT)
            os.kill(os.getpid(), signal.SIGINT)
        super().shutdown(wait=wait, cancel_futures=cancel_futures)


class Worker(Delivered):
    """The worker as delivered, on those threads."""

    def get_thread_pool(self) -> ThreadPoolExecutor:
        """Where gunicorn lets one say which threads."""
        return AskedAgain(max_workers=self.cfg.threads)


def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """Anything."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "2")])
    return [b"ok"]
