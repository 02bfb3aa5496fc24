"""Dates named in a text, resolved against the day of its publication.

A mention keeps its place in the text and says whether it names its day itself (`stated`), needs
the publication or a date named before it to be understood (`relative`), or rests on a day of
publication that was only inferred (`inferred`).

English has the fullest grammar (`english`); German, French, Spanish, Italian, Portuguese, Dutch
and Russian share one (`shared`) over tables of words; in every other language dates in numbers are
read. dateparser's search was tried for them and left: it took 180 s for a megabyte of German and
"so" and "Die 20" for days, where a table takes less than a second and finds what it lists.

    scanning    text -> mentions: one pass, what stands beside what, anchors carried along
    rules       a rule is a pattern and the reader of its match; a grammar is many, compiled as one
    ranges      a range or a list that names its year once
    readers     matches -> days
    reckoning   the calendar: nearest years, weekdays, shifts
    tense       whether the words around look ahead or back
    repeating   the mentions of some sentences in a text that names their days in the same words
"""

from summarizer.text.date_mentions.repeating import named_again
from summarizer.text.date_mentions.scanning import date_mentions, may_mention, mentions_within

__all__ = ["date_mentions", "may_mention", "mentions_within", "named_again"]
