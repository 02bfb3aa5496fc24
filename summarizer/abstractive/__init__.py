"""Models that turn evidence into prose; imported only where one is asked for."""
