"""Addresses of learning: each subject lists its own."""

from yixian.web.learning.urls import adoption, digest, experience, person, question, wrap_up

app_name = "learning"

urlpatterns = [
    *experience.urlpatterns,
    *adoption.urlpatterns,
    *digest.urlpatterns,
    *person.urlpatterns,
    *question.urlpatterns,
    *wrap_up.urlpatterns,
]
