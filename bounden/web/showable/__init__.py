"""What the records can show: which standards are judged, and the gaps that would unlock most."""
