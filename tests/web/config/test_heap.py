"""Threads of the server share one heap."""

import subprocess
import sys

COUNT = """
import ctypes, sys, threading
from yixian.web.config.serving.heap import share_one
if sys.argv[1:]:
    assert share_one()
library = ctypes.CDLL(None)
together = threading.Barrier(5)
def allocate():
    library.malloc(1000)
    together.wait()
for _ in range(4):
    threading.Thread(target=allocate).start()
together.wait()
library.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(library.fdopen(1, b"w"))
library.malloc_info(0, out)
library.fflush(out)
"""


def heaps(*words):
    command = [sys.executable, "-c", COUNT, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.count("<heap nr=")


def test_threads_share_one_heap():
    assert heaps() > 1
    assert heaps("shared") == 1
