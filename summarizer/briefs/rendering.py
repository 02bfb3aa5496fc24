"""A brief as plain text or Markdown."""

from urllib.parse import quote

from summarizer.types import Brief, BriefSection, Citation, CitedArticle, SummarySentence

__all__ = ["as_markdown", "as_text"]


def as_text(brief: Brief) -> str:
    """The brief for a terminal or a mail: stories, numbered sources, warnings."""
    lines = [_heading(brief), "=" * len(_heading(brief)), ""]
    for section in brief.sections:
        numbers = _numbers(section)
        label = _in_one_line(section.label)
        lines += [label, "-" * len(label)]
        lines += [
            _in_one_line(sentence.text) + _marks(sentence, numbers)
            for sentence in section.summary.sentences
        ]
        lines += ["", *(f"[{n}] {_source(a)}" for n, a in _sources(section, numbers)), ""]
    lines += [f"Note: {notice.message}" for notice in brief.warnings]
    return "\n".join(lines).rstrip() + "\n"


def as_markdown(brief: Brief) -> str:
    """The brief as a page: a heading for each story, sources as linked footnotes."""
    lines = [f"# {_heading(brief)}", ""]
    for section in brief.sections:
        numbers = _numbers(section)
        told = " ".join(
            _escaped(sentence.text) + _marks(sentence, numbers)
            for sentence in section.summary.sentences
        )
        lines += [f"## {_escaped(section.label)}", "", told, ""]
        lines += [f"{n}. {_linked(article)}" for n, article in _sources(section, numbers)]
        lines.append("")
    lines += [f"> {_escaped(notice.message)}" for notice in brief.warnings]
    return "\n".join(lines).rstrip() + "\n"


def _heading(brief: Brief) -> str:
    topic = f" on “{brief.key.topic}”" if brief.key.topic else ""
    edition = f", edition {brief.edition}" if brief.edition > 1 else ""
    day = f"{brief.key.day:%A}, {brief.key.day.day} {brief.key.day:%B %Y}"
    return f"Brief of {day}{topic} ({brief.key.zone}{edition})"


def _numbers(section: BriefSection) -> dict[str, int]:
    """Articles numbered by first citation within the story."""
    cited = [c for sentence in section.summary.sentences for c in _evidence(sentence)]
    return {
        article: number
        for number, article in enumerate(dict.fromkeys(c.article for c in cited), start=1)
    }


def _evidence(sentence: SummarySentence) -> list[Citation]:
    return [*sentence.citations, *(other.citation for other in sentence.also_in)]


def _marks(sentence: SummarySentence, numbers: dict[str, int]) -> str:
    marks = dict.fromkeys(numbers[citation.article] for citation in _evidence(sentence))
    return " " + "".join(f"[{mark}]" for mark in marks)


def _sources(section: BriefSection, numbers: dict[str, int]) -> list[tuple[int, CitedArticle]]:
    infos = {}
    for cited in section.summary.articles:
        for info in (cited.article, *cited.copies):
            infos[info.id] = CitedArticle(article=info)
    return [(number, infos[article]) for article, number in numbers.items()]


def _source(cited: CitedArticle) -> str:
    info = cited.article
    day = f"{info.date.value:%Y-%m-%d}" if info.date else "undated"
    parts = (info.source, info.title, day, info.url)
    return ", ".join(_in_one_line(part) for part in parts if part)


def _linked(cited: CitedArticle) -> str:
    info = cited.article
    title = _escaped(info.title or info.id)
    url = quote(info.url or "", safe="/:?#[]@!$&'()*+,;=%~")
    linked = f"[{title}](<{url}>)" if url.startswith(("http://", "https://")) else title
    day = f"{info.date.value:%Y-%m-%d}" if info.date else "undated"
    return ", ".join(part for part in (_escaped(info.source or ""), linked, day) if part)


def _escaped(text: str) -> str:
    """Article text is not ours: it must not become markup."""
    return "".join(f"\\{c}" if c in "\\`*_<>#|[]" else c for c in _in_one_line(text))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
