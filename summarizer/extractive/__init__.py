"""The extractive stage: what sentences are worth, in what order they stand, and why they were kept.

Every ranker is a file of one shape: a class with `parameters`, `cost_exponents` and
`objective(pool)`, as `summarizer.protocols.Ranker` asks.
"""
