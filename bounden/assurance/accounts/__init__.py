"""Who may sign in, and whose records they may see."""
