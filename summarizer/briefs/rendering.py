"""A brief as plain text or Markdown."""

from urllib.parse import quote

from summarizer.briefs.sources import disagreement_lines, evidence, numbered, sources, when
from summarizer.types import ArticleInfo, Brief, SummarySentence

__all__ = ["as_markdown", "as_text"]


def as_text(brief: Brief) -> str:
    """The brief for a terminal or a mail: stories, numbered sources, warnings."""
    lines = [_heading(brief), "=" * len(_heading(brief)), ""]
    for section in brief.sections:
        summary, numbers = section.summary, numbered(section.summary)
        label = _in_one_line(section.label)
        lines += [label, "-" * len(label)]
        lines += [_in_one_line(each.text) + _marks(each, numbers) for each in summary.sentences]
        lines += map(_in_one_line, disagreement_lines(summary))
        lines += ["", *(f"[{number}] {_source(info)}" for number, info in sources(summary))]
        lines += [*(f"Note: {notice.message}" for notice in summary.warnings), ""]
    lines += [f"Note: {notice.message}" for notice in brief.warnings]
    return "\n".join(lines).rstrip() + "\n"


def as_markdown(brief: Brief) -> str:
    """The brief as a page: a heading for each story, its sources as a list of links."""
    lines = [f"# {_heading(brief)}", ""]
    for section in brief.sections:
        summary, numbers = section.summary, numbered(section.summary)
        told = (_escaped(each.text) + _marks(each, numbers) for each in summary.sentences)
        lines += [f"## {_escaped(section.label)}", "", " ".join(told), ""]
        differing = [f"- {_escaped(line)}" for line in disagreement_lines(summary)]
        lines += [*differing, ""] if differing else []
        lines += [*(f"{number}. {_linked(info)}" for number, info in sources(summary)), ""]
        lines += [line for notice in summary.warnings for line in (_quoted(notice.message), "")]
    lines += [_quoted(notice.message) for notice in brief.warnings]
    return "\n".join(lines).rstrip() + "\n"


def _heading(brief: Brief) -> str:
    topic = f" on “{brief.key.topic}”" if brief.key.topic else ""
    edition = f", edition {brief.edition}" if brief.edition > 1 else ""
    day = f"{brief.key.day:%A}, {brief.key.day.day} {brief.key.day:%B %Y}"
    return f"Brief of {day}{topic} ({brief.key.zone}{edition})"


def _marks(sentence: SummarySentence, numbers: dict[str, int]) -> str:
    marks = dict.fromkeys(numbers[citation.article] for citation in evidence(sentence))
    return " " + "".join(f"[{mark}]" for mark in marks)


def _source(info: ArticleInfo) -> str:
    parts = (info.source, info.title, when(info), info.url)
    return ", ".join(_in_one_line(part) for part in parts if part)


def _linked(info: ArticleInfo) -> str:
    title = _escaped(info.title or info.id)
    url = quote(info.url or "", safe="/:?#[]@!$&'()*+,;=%~")
    linked = f"[{title}](<{url}>)" if url.startswith(("http://", "https://")) else title
    return ", ".join(part for part in (_escaped(info.source or ""), linked, when(info)) if part)


def _quoted(message: str) -> str:
    return f"> {_escaped(message)}"


def _escaped(text: str) -> str:
    """Article text is not ours: it must not become markup."""
    return "".join(f"\\{c}" if c in "\\`*_<>#|[]" else c for c in _in_one_line(text))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
