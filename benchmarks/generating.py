"""What generation costs, with random weights in real architectures.

Cost only: of the quality of any model nothing is said, and what these write is noise.

`python -m benchmarks.generating [NAME…]`: each model in a process of its own, through the product's
own loading and decoding; `EOS` is never written, so that every answer has the same length. CPU, and
CUDA where there is one. No time is asserted.
"""

import os

os.environ.update({"OMP_WAIT_POLICY": "PASSIVE", "TOKENIZERS_PARALLELISM": "false"})

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

#: words written, and tokens read
NEW, READ = 48, 512
BATCHES = (1, 2, 4, 8)
BART = {"max_position_embeddings": 1024, "vocab_size": 50265}
#: the published sizes
ARCHITECTURES: dict[str, tuple[str, dict[str, object], int]] = {
    "t5-small": ("t5", {"vocab_size": 32128, "n_positions": 512}, READ),
    "bart-base": (
        "bart",
        {
            **BART,
            "d_model": 768,
            **{f"{side}_layers": 6 for side in ("encoder", "decoder")},
            **{f"{side}_attention_heads": 12 for side in ("encoder", "decoder")},
            **{f"{side}_ffn_dim": 3072 for side in ("encoder", "decoder")},
        },
        READ,
    ),
    "bart-large": ("bart", BART, READ),
    "led-base": (
        "led",
        {
            "vocab_size": 50265,
            "d_model": 768,
            "attention_window": [512] * 6,
            "max_encoder_position_embeddings": 16384,
            **{f"{side}_layers": 6 for side in ("encoder", "decoder")},
            **{f"{side}_attention_heads": 12 for side in ("encoder", "decoder")},
            **{f"{side}_ffn_dim": 3072 for side in ("encoder", "decoder")},
        },
        2048,
    ),
}


def saved(name: str, folder: Path) -> Path:
    """The folder of the model with random weights, and of a tokenizer that is never asked."""
    import torch
    from tokenizers import Tokenizer, models
    from transformers import AutoConfig, AutoModelForSeq2SeqLM, PreTrainedTokenizerFast
    from transformers.utils import logging

    logging.disable_progress_bar()
    torch.manual_seed(1)
    kind, sizes, _ = ARCHITECTURES[name]
    config = AutoConfig.for_model(kind, **sizes)
    if getattr(config, "decoder_start_token_id", None) is None:
        config.decoder_start_token_id = config.pad_token_id
    AutoModelForSeq2SeqLM.from_config(config).save_pretrained(folder)
    words = Tokenizer(models.WordLevel({"<pad>": 0, "</s>": 1, "<unk>": 2}, unk_token="<unk>"))
    PreTrainedTokenizerFast(
        tokenizer_object=words, pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    ).save_pretrained(folder)
    return folder


def measure(name: str, folder: Path, dtype: str, device: str) -> dict[str, object]:
    import torch

    from summarizer.abstractive.decoding import Decoding, decode
    from summarizer.abstractive.loading import load
    from summarizer.abstractive.worker import Job

    began = perf_counter()
    loaded = load(folder, device=device, dtype=dtype)
    took = perf_counter() - began
    loaded.model.generation_config.suppress_tokens = [loaded.model.config.eos_token_id]
    loaded.model.generation_config.forced_eos_token_id = None
    read = ARCHITECTURES[name][2]

    def spent(batch: int, new: int, beams: int = 1) -> float:
        chance = torch.Generator().manual_seed(batch)
        jobs = [
            Job(
                tokens=torch.randint(10, 1000, (read,), generator=chance).tolist(),
                most_new=new,
                stop=lambda: False,
            )
            for _ in range(batch)
        ]
        begin = perf_counter()
        decode(loaded, jobs, Decoding(beams=beams, no_repeat_ngram=0))
        return perf_counter() - begin

    spent(1, 2)
    first = min(spent(1, 1) for _ in range(3))
    rates = {batch: batch * NEW / spent(batch, NEW) for batch in BATCHES}
    peak = (
        torch.cuda.max_memory_allocated()
        if device == "cuda"
        else 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    )
    return {
        "parameters": loaded.model.num_parameters(),
        "load": took,
        "first": 1000 * first,
        "rates": rates,
        "beams": NEW / spent(1, NEW, beams=4),
        "peak": peak / 2**20,
    }


def row(name: str, folder: Path, dtype: str, device: str) -> str:
    asked = [
        sys.executable,
        "-m",
        "benchmarks.generating",
        "--measure",
        name,
        str(folder),
        dtype,
        device,
    ]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        return f"| {name} | {device}, {dtype} | failed: {done.stderr.strip().splitlines()[-1]} |"
    found = json.loads(done.stdout)
    rates = " | ".join(f"{found['rates'][str(batch)]:.0f}" for batch in BATCHES)
    return (
        f"| {name}, {found['parameters'] / 1e6:.0f} M | {device}, {dtype} | {found['load']:.1f}"
        f" | {found['first']:.0f} | {rates} | {found['beams']:.0f} | {found['peak']:.0f} |"
    )


def main() -> None:
    import torch

    names = sys.argv[1:] or list(ARCHITECTURES)
    batches = " | ".join(f"tokens/s, {batch}" for batch in BATCHES)
    print(f"| model | where | load, s | first token, ms | {batches} | 4 beams | MB at most |")
    print("| --- | --- |" + " ---: |" * (len(BATCHES) + 4))
    devices = ["cpu", *(["cuda"] if torch.cuda.is_available() else [])]
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            saved(name, Path(folder, name))
            for device in devices:
                for dtype in ("float32", "bfloat16"):
                    print(row(name, Path(folder, name), dtype, device), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]), sys.argv[4], sys.argv[5])))
    else:
        main()
