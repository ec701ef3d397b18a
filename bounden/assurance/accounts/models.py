"""Accounts and the forces they may see."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """What somebody's duty is. Pages do not differ by role yet; forces always do."""

    ANALYST = "analyst", "Analyst"
    SUPERVISOR = "supervisor", "Supervisor"
    AUDITOR = "auditor", "Auditor"
    INSPECTOR = "inspector", "Inspector"


class Account(AbstractUser):
    """Somebody who may sign in."""

    role = models.CharField(max_length=20, choices=Role.choices, default=Role.ANALYST)
    every_force = models.BooleanField(default=False, help_text="Sees every force of the snapshot (demonstration).")


class Sight(models.Model):
    """One account may see the records of one force."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sights")
    force = models.CharField(max_length=200, help_text="The force's name as its records give it.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "force"], name="one_sight_a_force")]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.force}"
