"""Small encoders with a WordPiece tokenizer of their own: one that a test trains in seconds to tell
whether a sentence follows from another, and ones with random weights, for how they are asked.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

WHO = "mayor judge union clinic museum bishop court editor harbour club".split()
WHAT = "plan bridge verdict report tunnel budget strike festival merger law".split()
#: each verb has its own meaning: no other follows from it
VERBS = "praised condemned bought opened".split()
DAYS = "Monday Tuesday Friday Sunday".split()
SEED = 11
#: at most; half as many are enough
STEPS = 600
#: a loss below which it has understood
LEARNED = 0.01
BATCH = 48
LABELS = {0: "contradiction", 1: "entailment"}


def told(who: str, verb: str, what: str, day: str) -> str:
    return f"The {who} {verb} the {what} on {day}."


def lessons(chance: random.Random) -> Iterator[tuple[str, str, int]]:
    """Without end: premise, hypothesis, and whether it follows."""
    while True:
        who, what, day = (chance.choice(names) for names in (WHO, WHAT, DAYS))
        verb, other = chance.sample(VERBS, 2)
        follows = chance.random() < 0.5
        asked = told(who, verb if follows else other, what, day)
        if chance.random() < 0.5:
            asked = f"On {day} the {who} {verb if follows else other} the {what}."
        yield told(who, verb, what, day), asked, int(follows)


def tokenizer(most: int = 64):
    """WordPiece over the words above, and over single letters for all others."""
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,'-"
    words = [*"the on".split(), *WHO, *WHAT, *VERBS, *(day.lower() for day in DAYS)]
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = [*special, *letters, *(f"##{letter}" for letter in letters), *words]
    vocabulary = {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.decoder = decoders.WordPiece()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=made,
        model_max_length=most,
        model_input_names=["input_ids", "token_type_ids", "attention_mask"],
        **{f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep", "mask")},
    )


def _config(fast, **settings):
    from transformers import BertConfig

    return BertConfig(
        **{
            "vocab_size": len(fast),
            "hidden_size": 48,
            "num_hidden_layers": 2,
            "num_attention_heads": 4,
            "intermediate_size": 96,
            "max_position_embeddings": 64,
            # with the usual, for hundreds of numbers, it learns nothing for a long time
            "initializer_range": 0.15,
            "hidden_dropout_prob": 0.0,
            "attention_probs_dropout_prob": 0.0,
            **settings,
        }
    )


def save_classifier(folder: Path, labels: dict[int, str] | None = None) -> Path:
    """A classifier with random weights."""
    import torch
    from transformers import BertForSequenceClassification, utils

    utils.logging.disable_progress_bar()
    torch.manual_seed(SEED)
    fast = tokenizer()
    named = labels if labels is not None else LABELS
    model = BertForSequenceClassification(_config(fast, id2label=named, num_labels=len(named)))
    model.save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder


def save_embedder(folder: Path, *, pooling: dict[str, object] | None = None, **limits) -> Path:
    """An encoder with random weights, in the layout of sentence-transformers if `pooling` is given."""
    import torch
    from transformers import BertModel, utils

    utils.logging.disable_progress_bar()
    torch.manual_seed(SEED)
    fast = tokenizer()
    model = BertModel(_config(fast))
    model.save_pretrained(folder)
    fast.save_pretrained(folder)
    if pooling is not None:
        write_layers(folder, "Transformer", "Pooling", "Normalize")
        (folder / "1_Pooling").mkdir()
        (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
        (folder / "sentence_bert_config.json").write_text(json.dumps(limits))
    return folder


def write_layers(folder: Path, *types: str) -> None:
    layers = [
        {"idx": n, "name": str(n), "path": f"{n}_{kind}" if n else "", "type": f"a.models.{kind}"}
        for n, kind in enumerate(types)
    ]
    (folder / "modules.json").write_text(json.dumps(layers))


def train(folder: Path) -> Path:
    """The folder, which holds a classifier that knows what follows, among its few words."""
    import torch
    from transformers import BertForSequenceClassification, utils

    utils.logging.disable_progress_bar()
    torch.manual_seed(SEED)
    fast = tokenizer()
    model = BertForSequenceClassification(_config(fast, id2label=LABELS, num_labels=2))
    rate = torch.optim.AdamW(model.parameters(), lr=3e-3)
    drawn = lessons(random.Random(SEED))
    for _ in range(STEPS):
        premises, asked, follows = zip(*(next(drawn) for _ in range(BATCH)), strict=True)
        batch = fast(list(premises), list(asked), padding=True, return_tensors="pt")
        loss = model(**batch, labels=torch.tensor(follows)).loss
        rate.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        rate.step()
        if loss.item() < LEARNED:
            break
    model.eval().save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder
