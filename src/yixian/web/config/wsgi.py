"""Server entry point."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.web.config.settings")

application = get_wsgi_application()

# What was loaded so far stays for good: the collector need not look at it again and again (8 % of a page).
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
