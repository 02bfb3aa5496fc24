"""Makes `summarizer/text/background_idf/*.bin`: how rare the stems of each language are.

`pip install wordfreq==3.1.1; python -m benchmarks.background`. The frequencies of words in all
kinds of text, summed over the words of a stem, become the share of articles of 400 words that would
hold it if words fell independently. The same package gives the same bytes.
"""

import json
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

import numpy as np

from summarizer.text import background
from summarizer.text.function_words import LANGUAGES
from summarizer.text.tokens import stem, stem_hash

STEMS = 40_000
WORDS = 400
#: values are rounded to this: a whole one changes no figure
STEP = 0.5


def stem_frequencies(language: str) -> dict[int, float]:
    """Of each stem's hash, the commonest first; of equals the smaller hash."""
    from wordfreq import get_frequency_dict

    found: defaultdict[int, float] = defaultdict(float)
    for word, frequency in get_frequency_dict(language, wordlist="large").items():
        found[stem_hash(stem(word, language))] += frequency
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def table(language: str) -> bytes:
    frequencies = dict(list(stem_frequencies(language).items())[:STEMS])
    levels: defaultdict[float, list[int]] = defaultdict(list)
    for hashed, frequency in frequencies.items():
        idf = -np.log(-np.expm1(-WORDS * frequency))
        levels[float(min(background.RAREST, round(idf / STEP) * STEP))].append(hashed & 0xFFFFFFFF)
    card = {
        "what": f"idf of the {len(frequencies):,} commonest stems of {language}, steps of {STEP}",
        "data": f"word frequencies of wordfreq {version('wordfreq')} (R. Speer), its large list",
        "terms": "CC BY-SA 4.0, as the data; this file is passed on under the same terms",
        "command": "python -m benchmarks.background",
        "levels": {str(level): len(levels[level]) for level in sorted(levels)},
    }
    body = [np.array(sorted(levels[level]), "<u4").tobytes() for level in sorted(levels)]
    return b"".join([json.dumps(card).encode(), b"\n", *body])


def main() -> None:
    folder = Path(background.__file__).with_name("background_idf")
    for language in LANGUAGES:
        file = folder / f"{language}.bin"
        file.write_bytes(table(language))
        print(f"{file.name}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
