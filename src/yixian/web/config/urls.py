"""Every address of the site, by app."""

from django.urls import include, path

urlpatterns = [
    path("", include("yixian.web.reports.urls")),
    path("field/", include("yixian.web.field.urls")),
    path("planning/", include("yixian.web.planning.urls")),
    path("learning/", include("yixian.web.learning.urls")),
    path("problems/", include("yixian.web.problems.urls")),
    path("capture/", include("yixian.web.capture.urls")),
    path("grouping/", include("yixian.web.grouping.urls")),
    path("meetings/", include("yixian.web.meetings.urls")),
    path("accounts/", include("yixian.web.accounts.urls")),
    path("organisations/", include("yixian.web.organisations.urls")),
    path("", include("yixian.web.shared.urls")),
]

handler403 = "yixian.web.shared.errors_pages.forbidden"
handler404 = "yixian.web.shared.errors_pages.not_found"
handler500 = "yixian.web.shared.errors_pages.server_error"
