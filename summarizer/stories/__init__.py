"""What belongs together: copies of one text, and articles about one event."""
