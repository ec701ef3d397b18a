"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Local accounts and the forces they may see."""

    name = "bounden.assurance.accounts"
    label = "accounts"
