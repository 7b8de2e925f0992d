"""Server entry point: everything is loaded at start, so that no visitor waits for it."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.web.config.settings")

gc.disable()  # while loading there is nothing to collect, and looking for it takes a tenth of the start
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  # the views behind the addresses

# What was loaded so far stays for good: the collector need not look at it again and again (8 % of a page).
gc.freeze()
gc.enable()
gc.set_threshold(20_000, 20, 20)
