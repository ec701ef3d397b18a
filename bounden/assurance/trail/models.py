"""One entry of the trail."""

from django.conf import settings
from django.db import models


class Act(models.TextChoices):
    """The acts that the pages do, in the words of the Data Protection Act 2018, section 62."""

    CONSULTATION = "consultation", "Consultation"
    DISCLOSURE = "disclosure", "Disclosure"


class Entry(models.Model):
    """Who did what to which records, when, on which page. Holds keys only, never what they stand for.

    The database itself refuses to change or remove an entry (migration 0002).
    """

    at = models.DateTimeField(auto_now_add=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=20, choices=Act.choices)
    page = models.CharField(max_length=60)
    snapshot = models.CharField(max_length=100)
    records = models.JSONField(help_text="Keys of the occurrences and obligations shown.")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%dT%H:%M:%SZ} {self.act} {self.page}"
