"""Models of real architectures with random weights, saved like any other: what they write is noise,
how they are asked is not.
"""

from pathlib import Path

WORDS = "the of and in a to boats sank port summit leader talks fire storm judge court".split()


def save(folder: Path, kind: str, *, special: tuple[str, ...] = (), **config) -> Path:
    """The folder of a model of that kind: `bart`, `pegasus`, `led`, `t5` or `bert`."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import AutoConfig, AutoModel, AutoModelForSeq2SeqLM, PreTrainedTokenizerFast
    from transformers.utils import logging

    logging.disable_progress_bar()
    torch.manual_seed(1)
    names = ["<s>", "<pad>", "</s>", "<unk>", *special, *WORDS]
    tokenizer = Tokenizer(
        models.WordLevel({name: number for number, name in enumerate(names)}, unk_token="<unk>")
    )
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        pad_token="<pad>",
        eos_token="</s>",
        unk_token="<unk>",
        additional_special_tokens=list(special),
    )
    small = {
        "vocab_size": len(names),
        "d_model": 16,
        "encoder_layers": 1,
        "decoder_layers": 1,
        "encoder_attention_heads": 2,
        "decoder_attention_heads": 2,
        "encoder_ffn_dim": 16,
        "decoder_ffn_dim": 16,
        "bos_token_id": 0,
        "pad_token_id": 1,
        "eos_token_id": 2,
        "decoder_start_token_id": 2,
    }
    made = AutoConfig.for_model(kind, **{**small, **config})
    model = (AutoModelForSeq2SeqLM if made.is_encoder_decoder else AutoModel).from_config(made)
    model.save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder
