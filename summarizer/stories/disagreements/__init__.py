"""What the articles of one summary tell differently: numbers, amounts, durations, days.

Pure, and for precision before recall: what is not surely of one thing is not compared.

    reports     what goes in: sentences with what is known of their articles
    candidates  the sentences that are worth reading, from the prepared articles alone
    claims      a sentence -> its values, each with what it is of, where, when, planned or told
    clauses     the clause of a value, and who says it
    counted     what a number counts; parts and ranges
    concepts    words for one thing: killed, died
    comparing   whether two claims are of one thing and exclude each other
    grouping    pairs -> all values of one thing
    naming      what it is about, in shared words
"""

from summarizer.stories.disagreements.grouping import Difference, differences
from summarizer.stories.disagreements.reports import Report

__all__ = ["Difference", "Report", "differences"]
