"""Every address of the product."""

from django.urls import include, path

urlpatterns = [path("", include("bounden.web.urls"))]

handler400 = "bounden.web.errors.unclear"
handler403 = "bounden.web.errors.refused"
handler404 = "bounden.web.errors.absent"
handler500 = "bounden.web.errors.failed"
