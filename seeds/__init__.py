"""Sample storylines: a small corpus of news articles in many forms, with gold data."""

from pathlib import Path

CORPUS: Path = Path(__file__).parent / "corpus"
"""One directory per storyline, with the article files as a user would collect them."""

GOLD: Path = Path(__file__).parent / "gold"
"""One JSON file per storyline: expected metadata, sentences and reference briefs."""
