"""True sentences made false by one change: of a number, a date, a negation, a name and so on.

The rules know nothing of how the checker reads: what it overlooks must stay visible.

    kinds    what a change is, and what it may take its words from
    numbers  numbers
    dates    days, months and years
    wording  negation, modality and quotations
    names    names
"""

from summarizer.evaluation.changes.dates import change_date
from summarizer.evaluation.changes.kinds import Change, Sources
from summarizer.evaluation.changes.names import (
    change_name_elsewhere,
    change_name_within,
    swap_names,
)
from summarizer.evaluation.changes.numbers import change_number, swap_numbers
from summarizer.evaluation.changes.wording import (
    change_modality,
    change_negation,
    change_quotation,
)

__all__ = ["CHANGES", "Change", "Sources"]

CHANGES = (
    Change("number", change_number),
    Change("numbers swapped", swap_numbers),
    Change("date", change_date),
    Change("negation", change_negation),
    Change("modality", change_modality),
    Change("quotation", change_quotation),
    Change("name of the articles", change_name_within),
    Change("name from elsewhere", change_name_elsewhere),
    Change("names swapped", swap_names),
)
