"""The worklist: every obligation not met, most urgent first."""
