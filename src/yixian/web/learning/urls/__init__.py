"""Addresses of learning: each subject lists its own."""

from yixian.web.learning.urls import adoption, digest, experience

app_name = "learning"

urlpatterns = [
    *experience.urlpatterns,
    *adoption.urlpatterns,
    *digest.urlpatterns,
]
