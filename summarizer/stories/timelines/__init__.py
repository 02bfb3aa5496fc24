"""Timelines: which days of a topic matter, and what happened on each.

naming      which days the sentences of an article speak of
days        how much a day matters
candidates  the sentences that may tell what happened on a day
choosing    the sentences that are told, day by day, nothing twice
"""
