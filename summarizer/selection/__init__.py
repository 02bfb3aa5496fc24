"""Budgeted greedy selection of sentences: what extracts, timelines and briefs choose with."""
