"""The trail app."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """Entries that are added and never changed."""

    name = "bounden.assurance.trail"
    label = "trail"
