"""What several folders of tests share."""

import os
from pathlib import Path

import pytest

# Read when torch loads, whichever test is first to load it: on two busy cores 20 steps of training
# took 44 s with threads that wait actively, and 2 s with such as do not.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


@pytest.fixture(scope="session")
def tiny_t5(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small model that was trained on the sample corpus just now."""
    from tests import tiny_t5

    return tiny_t5.train(tmp_path_factory.mktemp("models") / "tiny-t5")


@pytest.fixture(scope="session")
def tiny_nli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small classifier that has just learned what follows from what."""
    from tests import tiny_judges

    return tiny_judges.train(tmp_path_factory.mktemp("models") / "tiny-nli")
