"""The web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages only; it has no models."""

    name = "bounden.web"
    label = "web"
