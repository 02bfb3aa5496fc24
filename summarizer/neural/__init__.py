"""Models that read without writing: embeddings and judges; imported only where one is asked for."""
