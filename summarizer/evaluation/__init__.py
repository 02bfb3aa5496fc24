"""Data sets in, scores out: how well the product does what it says, beside baselines."""
