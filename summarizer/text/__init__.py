"""Text as sentences, tokens, languages and dates: pure functions that keep offsets."""
