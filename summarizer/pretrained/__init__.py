"""Models of a folder, for the rooms that run them: found, made ready, told apart by content."""
