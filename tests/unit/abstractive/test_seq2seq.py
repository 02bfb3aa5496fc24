"""A T5 that this test trained itself: packing, writing, streaming, batches, and giving up."""

import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

from summarizer.abstractive.decoding import Decoding, _settled, decode
from summarizer.abstractive.seq2seq import Seq2SeqGenerator, Seq2SeqOptions
from summarizer.abstractive.worker import Job
from summarizer.errors import GenerationError
from summarizer.protocols import Assignment, Passage
from tests import random_models
from tests.tiny_t5 import PREFIX, pairs

READ = [pairs()[number] for number in (0, 3, 7)]


@pytest.fixture(scope="module")
def greedy(tiny_t5: Path):
    made = Seq2SeqGenerator(Seq2SeqOptions(folder=tiny_t5, decoding=Decoding(beams=1)))
    yield made
    made.close()


def assignment(*texts: str, words: int = 60, articles: tuple[int, ...] = ()) -> Assignment:
    passages = tuple(
        Passage(number=number, text=text, article=(articles or range(99))[number - 1])
        for number, text in enumerate(texts, start=1)
    )
    return Assignment(task="brief", passages=passages, words=words)


def never() -> bool:
    return False


def told(generator: Seq2SeqGenerator, text: str) -> str:
    return "".join(generator.write(generator.pack(assignment(text), stop=never), stop=never))


def tokens(generator: Seq2SeqGenerator, text: str) -> list[int]:
    return generator._model.get(never).tokenizer(PREFIX + text).input_ids


def test_it_tells_what_it_learned(greedy):
    for read, expected in READ:
        packed = greedy.pack(assignment(read), stop=never)
        told = "".join(greedy.write(packed, stop=never))
        first = expected.split(". ")[0].split()
        assert told.split()[: len(first) // 2] == first[: len(first) // 2]


def test_pieces_are_words_and_join_to_the_text(greedy):
    packed = greedy.pack(assignment(READ[0][0]), stop=never)
    pieces = list(greedy.write(packed, stop=never))
    assert len(pieces) > 10
    assert all(piece.endswith(" ") for piece in pieces[:-1])
    assert "".join(pieces) == "".join(greedy.write(packed, stop=never))


def test_several_beams_give_the_text_at_once(tiny_t5):
    beams = Seq2SeqGenerator(Seq2SeqOptions(folder=tiny_t5, decoding=Decoding(beams=3)))
    [text] = beams.write(beams.pack(assignment(READ[1][0]), stop=never), stop=never)
    assert text.split()[:3] == READ[1][1].split()[:3]
    assert "<" not in text
    beams.close()


def test_what_is_written_is_bounded_by_the_words_asked_for(greedy):
    packed = greedy.pack(assignment(READ[0][0], words=5), stop=never)
    assert 1 <= len("".join(greedy.write(packed, stop=never)).split()) <= 20


def test_passages_go_in_whole_the_most_important_first(greedy):
    texts = [f"{first} {number}" for number, (first, _) in enumerate(pairs() * 2)]
    packed = greedy.pack(assignment(*texts), stop=never)
    assert packed.used
    assert packed.left_out
    assert packed.used == tuple(range(1, len(packed.used) + 1))
    assert packed.left_out == tuple(range(len(packed.used) + 1, 17))
    [(role, text)] = packed.turns
    assert role == "input"
    assert text == PREFIX + " ".join(texts[: len(packed.used)])
    assert packed.tokens <= 256
    one_more = greedy.pack(assignment(*texts[: len(packed.used) + 1]), stop=never)
    assert one_more.used == packed.used


def test_a_passage_that_is_too_long_keeps_no_other_out(greedy):
    packed = greedy.pack(assignment("boats " * 400, READ[0][0]), stop=never)
    assert (packed.used, packed.left_out) == ((2,), (1,))


def test_a_short_text_does_not_wait_for_a_long_one_beside_it(greedy):
    order: list[str] = []

    class Noting(SimpleQueue):
        def __init__(self, name: str) -> None:
            self.name = name

        def put(self, item, *_, **__):
            order.append(self.name if item is not None else f"{self.name} ended")

    texts = sorted((read for read, _ in READ), key=lambda read: len(told(greedy, read)))
    jobs = [
        Job(tokens=tokens(greedy, text), most_new=99, stop=never, out=Noting(name))
        for name, text in (("short", texts[0]), ("long", texts[-1]))
    ]
    decode(greedy._model.get(never), jobs, Decoding(beams=1))
    assert "long" in order[order.index("short ended") :]


def test_what_was_told_before_a_failure_is_not_told_again(greedy):
    whole = told(greedy, READ[0][0])
    again = Job(tokens=tokens(greedy, READ[0][0]), most_new=99, stop=never, told=10)
    decode(greedy._model.get(never), [again], Decoding(beams=1))
    assert "".join(iter(again.out.get_nowait, None)) == whole[10:]


def test_where_nothing_fits_it_says_so(greedy):
    with pytest.raises(GenerationError, match="reads 256 tokens"):
        greedy.pack(assignment("boats " * 400), stop=never)


def test_marks_of_the_tokenizer_in_an_article_are_text(greedy):
    [(_, text)] = greedy.pack(assignment("Boats </s> sank <pad> today <unk>."), stop=never).turns
    assert text == f"{PREFIX}Boats sank today ."


def test_articles_stand_apart_where_the_model_knows_how(tmp_path):
    folder = random_models.save(
        tmp_path / "led",
        "led",
        special=("<doc-sep>",),
        max_encoder_position_embeddings=64,
        max_decoder_position_embeddings=32,
        attention_window=[8],
    )
    led = Seq2SeqGenerator(Seq2SeqOptions(folder=folder, decoding=Decoding(beams=1)))
    asked = assignment("boats sank", "the fire", "<doc-sep> in a port", articles=(4, 2, 4))
    packed = led.pack(asked, stop=never)
    [(_, text)] = packed.turns
    assert text == "boats sank in a port <doc-sep> the fire"
    assert isinstance("".join(led.write(packed, stop=never)), str)
    led.close()


def test_a_stop_ends_the_writing_within_a_few_tokens(greedy):
    packed = greedy.pack(assignment(READ[0][0]), stop=never)
    whole = list(greedy.write(packed, stop=never))
    seen: list[str] = []
    pieces = greedy.write(packed, stop=lambda: len(seen) >= 3)
    seen.extend(pieces)
    assert 3 <= len(seen) < len(whole)
    # the worker is free for others at once
    assert list(greedy.write(packed, stop=never)) == whole


def test_closing_what_is_written_frees_the_worker(greedy):
    packed = greedy.pack(assignment(READ[0][0]), stop=never)
    pieces = greedy.write(packed, stop=never)
    next(pieces)
    pieces.close()
    assert "".join(greedy.write(packed, stop=never))


def test_together_they_write_what_they_write_alone(greedy):
    packed = [greedy.pack(assignment(read), stop=never) for read, _ in READ]
    alone = ["".join(greedy.write(each, stop=never)) for each in packed]
    together: dict[int, str] = {}

    def write(number: int) -> None:
        together[number] = "".join(greedy.write(packed[number], stop=never))

    threads = [threading.Thread(target=write, args=(number,)) for number in (0, 1, 2, 0, 1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert [together[number] for number in range(3)] == alone


def drained(job: Job) -> str:
    pieces = []
    while not job.out.empty():
        pieces.append(job.out.get())
    return "".join(filter(None, pieces))


@pytest.mark.parametrize("beams", [1, 3])
def test_each_text_has_its_own_least_whatever_stands_beside_it(greedy, beams):
    loaded = greedy._model.get(never)

    def written(*leasts: int) -> list[int]:
        jobs = [
            Job(tokens=tokens(greedy, READ[0][0]), most_new=90, least_new=least, stop=never)
            for least in leasts
        ]
        decode(loaded, jobs, Decoding(beams=beams))
        return [len(loaded.tokenizer(drained(each)).input_ids) for each in jobs]

    [free] = written(0)
    assert free < 80
    beside, held = written(0, 85)
    assert beside == free
    assert held > free
    assert written(5) == [free]


@pytest.mark.parametrize("beams", [1, 3])
def test_a_text_that_ran_out_of_tokens_is_known_as_cut_off(tiny_t5, beams):
    options = Seq2SeqOptions(folder=tiny_t5, decoding=Decoding(beams=beams))
    made = Seq2SeqGenerator(options)
    for words, cut in ((1, True), (200, False)):
        writing = made.write(made.pack(assignment(READ[0][0], words=words)), stop=never)
        assert list(writing)
        assert writing.cut == cut
    made.close()


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("", 0),
        ("Boats", 0),
        ("Boats sank", 6),
        ("Boats sank ", 11),
        ("雨が降", 3),
        ("雨が降\ufffd", 3),
        ("雨 rain", 2),
    ],
)
def test_what_may_still_change_is_not_told(text, settled):
    assert _settled(text) == settled
