"""What a duty is: terms, clock, outcome, identity, the reference evaluator and the explanation in words."""
