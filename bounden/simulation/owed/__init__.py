"""What the acts that were planted come to under each standard: the answers, by plain comparison of instants."""
