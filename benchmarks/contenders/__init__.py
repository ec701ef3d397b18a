"""What is measured side by side: one module each, with `run(work)`, which does the work once and says what it found."""
