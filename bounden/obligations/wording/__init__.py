"""Terms, kinds and instants in the words that police use."""
