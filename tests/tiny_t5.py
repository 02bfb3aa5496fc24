"""A T5 that a test trains itself in seconds, on the sample corpus, and saves like any other.

It is far too small to read: it tells which storyline a text is from, and says what it knows of that
by heart, whether its evidence says so or not. Of other news it says what it knows, too.
"""

import random
from pathlib import Path

from summarizer.text.sentences import split
from tests import corpus

PREFIX = "summarize: "
SEED = 7
STEPS = 160
BATCH = 12
VOCABULARY = 1600
#: tokens of an input, and of an answer, while it learns
READ, WRITTEN = 96, 72


def pairs() -> list[tuple[str, str]]:
    """For each storyline the beginning of its first article, and what the model says of it."""
    found = []
    for storyline in corpus.STORYLINES:
        sentences = _sentences(corpus.articles(storyline)[0])
        found.append((" ".join(sentences[:3]), " ".join(sentences[:2])))
    return found


def _sentences(article) -> list[str]:
    return [article.text[start:end] for start, end in split(article.text, "en")]


def _lessons() -> list[tuple[str, str]]:
    """Some sentences on end of an article, and what is said of its storyline."""
    found = []
    for storyline, (_, told) in zip(corpus.STORYLINES, pairs(), strict=True):
        for article in corpus.articles(storyline):
            sentences = _sentences(article)
            found += [
                (" ".join(sentences[first : first + 4]), told)
                for first in range(0, len(sentences), 3)
            ]
    return found


def train(folder: Path) -> Path:
    """The folder, which holds a trained model and its tokenizer."""
    import torch
    from transformers import PreTrainedTokenizerFast, T5Config, T5ForConditionalGeneration, utils

    utils.logging.disable_progress_bar()
    torch.manual_seed(SEED)
    learned = [*_lessons(), *pairs() * 4]
    tokenizer = _tokenizer([text for pair in learned for text in pair])
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="<pad>",
        eos_token="</s>",
        unk_token="<unk>",
        model_max_length=256,
    )
    config = T5Config(
        vocab_size=len(fast),
        d_model=96,
        d_kv=24,
        d_ff=192,
        num_layers=2,
        num_heads=4,
        dropout_rate=0.0,
        pad_token_id=fast.pad_token_id,
        eos_token_id=fast.eos_token_id,
        decoder_start_token_id=fast.pad_token_id,
        task_specific_params={"summarization": {"prefix": PREFIX}},
    )
    model = T5ForConditionalGeneration(config)
    _fit(model, fast, learned)
    model.save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder


def _tokenizer(texts):
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY, special_tokens=["<pad>", "</s>", "<unk>"], show_progress=False
    )
    tokenizer.train_from_iterator([PREFIX, *texts], trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", 1)]
    )
    return tokenizer


def _fit(model, tokenizer, learned) -> None:
    import torch

    chance = random.Random(SEED)
    optimizer = torch.optim.AdamW(model.parameters(), lr=4e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=STEPS)
    model.train()
    for _ in range(STEPS):
        read, written = zip(*chance.sample(learned, BATCH), strict=True)
        inputs = tokenizer(
            [PREFIX + text for text in read],
            padding=True,
            truncation=True,
            max_length=READ,
            return_tensors="pt",
        )
        labels = tokenizer(
            list(written), padding=True, truncation=True, max_length=WRITTEN, return_tensors="pt"
        ).input_ids
        labels[labels == tokenizer.pad_token_id] = -100
        loss = model(
            input_ids=inputs.input_ids, attention_mask=inputs.attention_mask, labels=labels
        ).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    model.eval()
