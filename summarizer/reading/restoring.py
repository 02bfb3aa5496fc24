"""What the rules and the model take out of a page although its place shows that it is article."""

from summarizer.reading.lines import Line
from summarizer.reading.page import Page

__all__ = ["keep_lists", "keep_standfirst"]

#: a standfirst begins within so many lines below the headline, and is at least so likely to be
#: article unless it stands right below (3 and 6 lines, 0, .1 and .2: same F1)
_STANDFIRST_REACH = 6
_LEAST_STANDFIRST = 0.1
#: without a full stop at its end it has so many words, or it is a label
_LEAST_WORDS = 10
#: what takes items of a list, or a standfirst, for something else
_MISTAKEN = ("line-model", "link", "section-label", "subhead")
#: so many lines may a list have that is one sentence
_LONGEST_LIST = 12


def keep_standfirst(page: Page) -> None:
    """Give back the first sentences right below the headline: a standfirst is running text."""
    titles = [i for i, rule in page.marks.items() if rule == "title"]
    if not titles:
        return
    title, (first, _) = max(titles), page.stretch or page.body()
    below = range(title + 1, min(title + _STANDFIRST_REACH, first))
    index = next((i for i in below if page.lines[i].prose or _is_open(page, i, title)), None)
    if index is None or not page.marks.get(index, "").startswith(_MISTAKEN):
        return
    if page.chances is None:
        del page.marks[index]
    elif index == title + 1 or page.chances[index] >= _LEAST_STANDFIRST:
        del page.marks[index]
        page.chances[index] = page.threshold


def _is_open(page: Page, index: int, title: int) -> bool:
    """Whether the line right below the headline is a sentence that lacks its full stop."""
    line = page.lines[index]
    words = line.text.split()
    small = sum(word.islower() for word in words)
    long = not line.closed and len(words) >= _LEAST_WORDS and small >= 0.6 * len(words)
    return index == title + 1 and long


def keep_lists(page: Page) -> None:
    """Give back what a colon, and semicolons until a full stop, show to be one sentence."""
    if page.chances is None or page.stretch is None:
        return
    for index in range(*page.stretch):
        if page.lines[index].text.endswith(":") and page.lines[index].words >= 4:
            sentence = range(index, _end_of_list(page.lines, index))
            if all(page.marks.get(i, "subhead").startswith(_MISTAKEN) for i in sentence):
                for each in sentence:
                    page.marks.pop(each, None)


def _end_of_list(lines: list[Line], colon: int) -> int:
    """The line after the last item of the list behind a colon; `colon` when there is no list."""
    for index in range(colon + 1, min(colon + _LONGEST_LIST, len(lines))):
        if lines[index].closed:
            return index + 1 if index > colon + 1 else colon
        if not lines[index].text.endswith((";", ",", "; and", ", and", "; or")):
            return colon
    return colon
