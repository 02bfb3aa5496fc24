"""A small model of sentence embeddings that knows which words mean the same, made without training:
a transformer without layers, so that a text is the mean of what its words mean.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from summarizer.service.scale import ABOUT
from summarizer.text.function_words import function_words

SEED = 5
SIZE = 128
#: a word and the one that it means the same as
SAME = {
    "atomic": "nuclear",
    "calamity": "disaster",
    "tremor": "earthquake",
    "quake": "earthquake",
    "vessel": "ferry",
    "sinks": "sank",
    "leaders": "presidents",
}


def save(folder: Path, texts: Iterable[str], same: Mapping[str, str] = SAME) -> Path:
    """The folder of a model that knows the words of the texts, and reads over all others."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast, utils

    utils.logging.disable_progress_bar()
    made = Tokenizer(models.WordLevel({}, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    known = [*texts, *(each for pair in ABOUT for each in pair), *same, *same.values()]
    words = {
        word
        for text in known
        for word, _ in made.pre_tokenizer.pre_tokenize_str(made.normalizer.normalize_str(text))
        if word.isalnum()
    }
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    places = {word: place for place, word in enumerate([*special, *sorted(words)])}
    made.model = models.WordLevel(places, unk_token="[UNK]")
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=made,
        model_max_length=256,
        model_input_names=["input_ids", "token_type_ids", "attention_mask"],
        **{f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep")},
    )
    config = BertConfig(
        vocab_size=len(places), hidden_size=SIZE, num_hidden_layers=0, num_attention_heads=1
    )
    model = BertModel(config)
    meanings = torch.randn(len(places), SIZE, generator=torch.Generator().manual_seed(SEED))
    for word, place in places.items():
        if word in special or word in function_words("en"):
            meanings[place] = 0.0
        elif word in same:
            meanings[place] = meanings[places[same[word]]]
    with torch.no_grad():
        for each in model.embeddings.parameters():
            each.zero_()
        model.embeddings.word_embeddings.weight.copy_(meanings)
        model.embeddings.LayerNorm.weight.fill_(1.0)
    model.save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder
