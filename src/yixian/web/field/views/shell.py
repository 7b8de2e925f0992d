"""The service worker that lets the phone's page open again without a line."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse

from yixian.web.field.templatetags.field_shell import shell_files
from yixian.web.shared.http import allow


@allow("field.use")
def show_worker(request: HttpRequest) -> HttpResponse:
    """Which files belong to this release, and the worker that keeps them; its scope is the phone's pages."""
    release = settings.STATIC_URL.strip("/").rpartition("/")[2]
    shell = {"release": release, "files": shell_files(), "page": reverse("field:home")}
    script = f"self.SHELL = {json.dumps(shell)};\nimportScripts({json.dumps(static('field/js/shell_worker.js'))});\n"
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)
