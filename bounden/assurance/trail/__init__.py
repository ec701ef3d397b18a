"""The trail: who looked at which record, when. Only ever added to (Data Protection Act 2018, section 62)."""
