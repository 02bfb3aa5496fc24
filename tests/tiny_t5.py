"""A T5 that a test trains itself in seconds, on the sample corpus, and saves like any other.

It is far too small to read: of the articles that it was trained on it tells the first sentences, of
others what it knows, which their evidence does not support.
"""

import random
from pathlib import Path

from summarizer.text.sentences import split
from tests import corpus

PREFIX = "summarize: "
SEED = 7
STEPS = 220
BATCH = 12
VOCABULARY = 1600
#: tokens of an input, and of an answer, while it learns
READ, WRITTEN = 240, 56
#: articles whose beginning stands behind the one that is told
MORE = (0, 0, 1, 4)


def pairs() -> list[tuple[str, str]]:
    """The first sentences of each article, and the first two of them."""
    found = []
    for _, article in corpus.every_article():
        sentences = [article.text[start:end] for start, end in split(article.text, "en")]
        found.append((" ".join(sentences[:3]), " ".join(sentences[:2])))
    return found


def train(folder: Path) -> Path:
    """The folder, which holds a trained model and its tokenizer."""
    import torch
    from transformers import PreTrainedTokenizerFast, T5Config, T5ForConditionalGeneration, utils

    utils.logging.disable_progress_bar()
    torch.manual_seed(SEED)
    learned = pairs()
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
        # evidence goes on with other things, more or less of them
        read = [
            " ".join([text, *(more for more, _ in chance.sample(learned, chance.choice(MORE)))])
            for text in read
        ]
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
