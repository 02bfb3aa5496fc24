"""How long reading a page takes beside trafilatura, and what the largest pages need.

`python -m benchmarks.reading_html`: a table of ratios, from one run on the same pages; then pages
of 20 MB, each in a process of its own. CPU time of one thread, the median of several rounds.
Nothing here is asserted: machines differ, ratios hardly do.
"""

import logging
import random
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from statistics import median
from time import process_time
from unittest.mock import patch

import trafilatura

from seeds import CORPUS
from summarizer.errors import UnreadableInputError
from summarizer.reading import read_document
from summarizer.reading.alignment import TextBuilder
from summarizer.reading.cleaning import Cleaned
from summarizer.reading.headers import Header
from summarizer.types import Document

ROUNDS = 5
BIG = 20_000_000
_WORDS = (
    "the council of harbourton agreed on tuesday to repair its old lighthouse which has been dark"
    " since a storm in march and fishermen had asked for light because ships found no way home"
    " mayor said work will cost about two million euros begin autumn engineers warned rock under"
    " tower weak visitors may climb stairs again next summer when scaffolding comes down"
).split()


def sentence(rng: random.Random) -> str:
    return " ".join(rng.choices(_WORDS, k=rng.randint(8, 28))).capitalize() + "."


def paragraph(rng: random.Random) -> str:
    text = " ".join(sentence(rng) for _ in range(rng.randint(1, 5)))
    first, _, rest = text.partition(" ")
    return f'<p>{first} <a href="/x/{rng.random()}">{rest[:20]}</a>{rest[20:]} &amp; more.</p>\n'


def page(seed: int, paragraphs: int, links: int, scripts: int) -> str:
    """A news page as big sites have them: menu, article, related links, comments, scripts."""
    rng = random.Random(seed)
    menu = "".join(
        f'<li class="nav-item"><a href="/{n}" class="link link-{n}">Section {n}</a></li>\n'
        for n in range(links)
    )
    related = "".join(
        f'<div class="card"><a href="/s/{n}"><h3>{sentence(rng)}</h3></a><span>News</span></div>\n'
        for n in range(links)
    )
    comments = "".join(f'<div class="comment">{paragraph(rng)}</div>' for _ in range(links // 4))
    data = f"<script>window.data = {{{'0,' * scripts * 500}}};</script>\n"
    body = "".join(paragraph(rng) for _ in range(paragraphs))
    return (
        f"<!DOCTYPE html><html><head><title>{sentence(rng)} | Harbour Times</title>"
        '<meta property="og:type" content="article"><meta property="og:title" content="Light">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Light at last",'
        f' "datePublished": "2019-06-30T14:05:00Z"}}</script>{data}</head><body><nav><ul>'
        f"{menu}</ul></nav><main><article><h1>Light at last</h1>{body}</article>"
        f"<section id='comments'>{comments}</section></main>"
        f"<div class='rail'>{related}</div></body></html>"
    )


def mixed() -> Iterator[tuple[str, list[str]]]:
    files = sorted(CORPUS.glob("*/*.html"))
    yield (
        "sample corpus, 2 to 5 kB",
        [file.read_text(encoding="utf-8", errors="replace") for file in files],
    )
    for kind, shape in (
        ("short article, 20 kB", (8, 60, 2)),
        ("news page, 90 kB", (25, 250, 20)),
        ("news page, 350 kB", (40, 600, 200)),
        ("long read, 200 kB", (400, 150, 10)),
        ("very long, 1 MB", (2000, 1000, 100)),
    ):
        yield kind, [page(seed, *shape) for seed in range(4)]


def ours(source: str) -> object:
    return read_document(Document(html=source), name="page", default_id="page")


def without_rules(source: str) -> object:
    """As ours, but the rules for plain text let everything pass: what HTML alone costs."""
    with patch("summarizer.reading.html.clean", untouched):
        return ours(source)


def untouched(text: str, *, title: str | None = None) -> Cleaned:
    builder = TextBuilder(text)
    for line in re.finditer(r"[^\n]+", text):
        builder.separate()
        builder.keep(*line.span())
    return Cleaned(
        text=builder.text, alignment=builder.pieces, removed=(), title=title, header=Header()
    )


def with_metadata(source: str) -> object:
    return trafilatura.bare_extraction(source, with_metadata=True)


RIVALS: tuple[Callable[[str], object], ...] = (
    ours,
    without_rules,
    with_metadata,
    trafilatura.extract,
)


def seconds(work: Callable[[str], object], pages: list[str]) -> float:
    start = process_time()
    for source in pages:
        work(source)
    return process_time() - start


def medians(pages: list[str]) -> list[float]:
    """Of each rival, the rounds taken in turns, so that a slow spell of the machine hits all."""
    rounds = [[seconds(rival, pages) for rival in RIVALS] for _ in range(ROUNDS + 1)][1:]
    return [median(times) for times in zip(*rounds, strict=True)]


def table() -> Iterator[str]:
    yield "| pages | kB each | all of it | without the plain-text rules | all ÷ `extract` |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    ratios: list[tuple[float, ...]] = []
    for kind, pages in mixed():
        own, html, full, plain = medians(pages)
        ratios.append((own / full, html / full, own / plain))
        size = sum(map(len, pages)) / len(pages) / 1000
        yield f"| {kind} | {size:.0f} | {' | '.join(f'{ratio:.2f}' for ratio in ratios[-1])} |"
    means = (sum(each) / len(ratios) for each in zip(*ratios, strict=True))
    yield f"| mean | | {' | '.join(f'{ratio:.2f}' for ratio in means)} |"


def large(kind: str) -> str:
    rng = random.Random(1)
    some = [paragraph(rng) for _ in range(2000)]
    start = f"<html><body><article><h1>Light</h1>{''.join(some[:20])}"
    unit = {
        "article": "".join(some),
        "one paragraph": sentence(rng) + " ",
        "scripts": f"<script>{'x = 1;' * 5000}</script>",
        "pictures in the markup": f'<img src="data:image/png;base64,{"iVBOR" * 20000}">',
        "linked data": "",
        "tables": "<table><tr><td>1</td><td>2</td></tr></table>",
        "links": '<li><a href="/x">A section of the site</a></li>',
        "nesting": "<div>",
        "open elements": "<b><i>light ",
        "attributes": "",
        "entities": "&amp;&lt;&eacute;",
    }[kind]
    if kind == "attributes":
        return f"<p {' '.join(f'a{n}=x' for n in range(BIG // 9))}>{start}"
    if kind == "linked data":
        return f'<script type="application/ld+json">[{"{},[" * (BIG // 4)}</script>{start}'
    start += "<p>" if kind in ("one paragraph", "entities") else ""
    return start + unit * (BIG // len(unit))


LARGE = (
    "article",
    "one paragraph",
    "scripts",
    "pictures in the markup",
    "linked data",
    "tables",
    "links",
    "nesting",
    "open elements",
    "attributes",
    "entities",
)


def measure(kind: str) -> str:
    source = large(kind)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    try:
        article = read_document(Document(html=source), name="page", default_id="page")
        told = ", ".join(notice.code for notice in article.notices) or "read"
    except UnreadableInputError as error:
        told = error.reason
    spent = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"| {kind} | {spent:.1f} | {peak / 1024:.0f} | {(peak - before) / 1024:.0f} | {told} |"


def large_table() -> Iterator[str]:
    yield "| 20 MB of | seconds | MB at most | of these for reading | what was told |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for kind in LARGE:
        command = [sys.executable, "-m", "benchmarks.reading_html", kind]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this file
        yield done.stdout.strip()


def main() -> None:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if len(sys.argv) > 1:
        print(measure(sys.argv[1]))
        return
    for line in chain(table(), [""], large_table()):
        print(line, flush=True)


if __name__ == "__main__":
    main()
