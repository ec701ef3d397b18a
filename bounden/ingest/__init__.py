"""Taking in deliveries: case files and canonical tables, strictly, with every record accounted for."""

from bounden.ingest.account import Account, FileAccount
from bounden.ingest.delivery import deliver
from bounden.ingest.refusals import Refusal, Refused

__all__ = ["Account", "FileAccount", "Refusal", "Refused", "deliver"]
