"""What several folders of tests share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tiny_t5(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small model that was trained on the sample corpus just now."""
    from tests import tiny_t5

    return tiny_t5.train(tmp_path_factory.mktemp("models") / "tiny-t5")
