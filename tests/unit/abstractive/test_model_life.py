"""A model of a folder from its loading to its end."""

from pathlib import Path

import pytest

from summarizer.abstractive.decoding import Decoding
from summarizer.abstractive.seq2seq import Seq2SeqGenerator, Seq2SeqOptions
from summarizer.errors import ModelUnavailableError
from summarizer.protocols import Assignment, Passage
from tests import random_models


def assignment(text: str) -> Assignment:
    return Assignment(task="brief", passages=(Passage(number=1, text=text),), words=60)


def never() -> bool:
    return False


def test_its_card_names_no_path(tiny_t5: Path):
    options = Seq2SeqOptions(folder=tiny_t5, decoding=Decoding(beams=1))
    info = Seq2SeqGenerator(options).info
    assert (info.kind, info.name) == ("seq2seq", tiny_t5.name)
    assert len(info.revision) == 16
    assert info.parameters["beams"] == 1


def test_a_model_that_is_not_there_fails_when_it_is_asked(tmp_path):
    made = Seq2SeqGenerator(Seq2SeqOptions(folder=tmp_path / "nowhere"))
    with pytest.raises(ModelUnavailableError, match="nowhere"):
        made.pack(assignment("Boats sank."), stop=never)
    made.close()


def test_a_reader_who_left_does_not_wait_for_the_model(tiny_t5):
    made = Seq2SeqGenerator(Seq2SeqOptions(folder=tiny_t5))
    with pytest.raises(ModelUnavailableError, match="still being loaded"):
        made.pack(assignment("Boats sank."), stop=lambda: True)
    assert made.pack(assignment("Boats sank."), stop=never).used == (1,)
    made.close()


def test_behind_its_end_it_neither_packs_nor_writes(tiny_t5):
    made = Seq2SeqGenerator(Seq2SeqOptions(folder=tiny_t5, decoding=Decoding(beams=1)))
    packed = made.pack(assignment("Boats sank."), stop=never)
    made.close()
    made.close()
    with pytest.raises(ModelUnavailableError, match="it was closed"):
        made.pack(assignment("Boats sank."), stop=never)
    with pytest.raises(ModelUnavailableError, match="it was closed"):
        list(made.write(packed, stop=never))


def test_its_card_is_that_of_what_was_loaded(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    made = Seq2SeqGenerator(Seq2SeqOptions(folder=folder))
    made.pack(assignment("boats sank"), stop=never)
    loaded = made.info.revision
    (folder / "config.json").write_text((folder / "config.json").read_text() + " ")
    assert made.info.revision == loaded
    made.close()


def test_a_folder_that_was_mended_is_tried_again(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    made = Seq2SeqGenerator(Seq2SeqOptions(folder=folder))
    config = (folder / "config.json").read_text()
    (folder / "config.json").write_text("{")
    for _ in range(2):
        with pytest.raises(ModelUnavailableError, match="model: "):
            made.pack(assignment("boats sank"), stop=never)
    (folder / "config.json").write_text(config)
    assert made.pack(assignment("boats sank"), stop=never).used == (1,)
    made.close()
