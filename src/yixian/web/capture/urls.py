"""Addresses of records, of the release queue, and of pictures."""

from django.urls import path, register_converter

from yixian.web.capture.views import blurring, jobs, phones, photos, records, release
from yixian.web.shared.http import resource


class PictureSize:
    """One of the two sizes in which a picture is shown; there is no address for the original."""

    regex = "shown|thumbnail"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


register_converter(PictureSize, "picture_size")

app_name = "capture"

urlpatterns = [
    path("meetings/<int:meeting_pk>/", resource(get=records.show_records), name="records"),
    path("meetings/<int:meeting_pk>/release/", resource(get=release.show_queue), name="release"),
    path(
        "meetings/<int:meeting_pk>/release/free/",
        resource(post=release.release_all_free),
        name="release-free",
    ),
    path("meetings/<int:meeting_pk>/phones/", resource(get=phones.show_phones), name="phones"),
    path("jobs/", resource(get=jobs.show_jobs), name="jobs"),
    path("jobs/<int:pk>/attempt/", resource(post=jobs.try_again), name="job-attempt"),
    path("jobs/<int:pk>/dismissal/", resource(post=jobs.give_up), name="job-dismissal"),
    path("stations/<int:pk>/", resource(get=records.show_station), name="station"),
    path("photos/<int:pk>/<picture_size:size>/", resource(get=photos.show_photo), name="photo"),
    path("<int:pk>/", resource(get=records.show_record), name="record"),
    path("<int:pk>/decision/", resource(post=release.decide_one), name="decision"),
    path("<int:pk>/blurring/", resource(get=blurring.show_picture, post=blurring.blur), name="blurring"),
    path("<int:pk>/blurring/removal/", resource(post=blurring.take_off), name="blurring-removal"),
    path("<int:pk>/deletion/", resource(post=records.delete_record), name="deletion"),
]
