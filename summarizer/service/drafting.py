"""From what a model writes to what is told: each sentence held against its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from summarizer.grounding.checker import Checked, Checker, Doubt
from summarizer.protocols.ranking import Parameters
from summarizer.service.evidence import Extracts
from summarizer.text.citations import take_citations
from summarizer.text.date_mentions import named_again
from summarizer.text.standalone import is_dangling
from summarizer.text.tokens import count_words, surface_hash
from summarizer.types import (
    Budget,
    Citation,
    Generation,
    ModelInfo,
    Notice,
    Policy,
    Reason,
    Summary,
    SummarySentence,
    Verdict,
)

__all__ = ["Draft"]

Fate = Literal["generated", "replaced", "dropped", "flagged"]
#: what is said of an extract only
_OF_EXTRACTS = frozenset({"short", "not-standalone", "nothing-fits"})


@dataclass(kw_only=True)
class Draft:
    """The sentences told so far."""

    extracts: Extracts
    checker: Checker
    sentences: list[SummarySentence] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    #: what became of each sentence that the model wrote
    fates: list[Fate] = field(default_factory=list)
    #: the budget has no room for the last one
    full: bool = False
    #: sentences that the model wrote again
    repeated: int = 0
    #: sentences that the model wrote, and those that are told
    _written: set[int] = field(default_factory=set)
    _told: set[int] = field(default_factory=set)
    #: whether the last sentence that the model wrote is told as it wrote it
    _behind: bool = False

    def take(self, written: str) -> SummarySentence | None:
        """What is told for a sentence that the model wrote; None where that is nothing."""
        text, _ = take_citations(written)
        said = surface_hash(text)
        if not text or said in self._written | self._told:
            self.repeated += bool(text)
            return None
        self._written.add(said)
        [checked] = self.checker.check([text])
        lost = not self._behind and is_dangling(text, self.extracts.language)
        told, fate = self._judged(text, _lost(text, checked) if lost else checked, lost=lost)
        self._behind = fate in ("generated", "flagged")
        if told is not None and not self._fits(told):
            self.full = True
            return None
        self.fates.append(fate)
        if told is not None:
            self.sentences.append(told)
            self._told.add(surface_hash(told.text))
        return told

    def why_nothing(self) -> str:
        """Why no sentence is told."""
        if self.full:
            return "the model's first sentence that could be told is longer than what is asked for"
        if self.fates:
            return f"none of the {len(self.fates)} sentences that the model wrote could be told"
        return "the model wrote no sentence"

    def summary(
        self, model: ModelInfo, prompt: str, calls: int, judges: Sequence[Parameters] = ()
    ) -> Summary:
        """All that is told, with what became of the rest, and which `judges` were asked."""
        told = self.extracts.told
        text = " ".join(sentence.text for sentence in self.sentences)
        kept = (notice for notice in told.warnings if notice.code not in _OF_EXTRACTS)
        request, parameters = self.extracts.request, told.manifest.parameters
        written = len(self.fates)
        shares = {
            f"{fate}": round(self.fates.count(fate) / max(1, written), 4) for fate in get_args(Fate)
        }
        return replace(
            told,
            summary=text,
            sentences=tuple(self.sentences),
            method="abstractive",
            words=count_words(text),
            warnings=(*kept, *self.notices, *self._untrue()),
            generation=Generation(
                model=model,
                prompt=prompt,
                calls=calls,
                written=written,
                **shares,
                judges=tuple(map(dict, judges)),
            ),
            manifest=replace(
                told.manifest,
                parameters={**parameters, "method": request.method, "policy": request.policy},
            ),
        )

    def _judged(
        self, text: str, checked: Checked, *, lost: bool
    ) -> tuple[SummarySentence | None, Fate]:
        cited = [self.extracts.evidence[number] for number in checked.best]
        if checked.verdict == "supported" and cited:
            return self._generated(text, checked, cited), "generated"
        policy: Policy = self.extracts.request.policy
        # what only its cover makes doubtful may be true; a fact that no source has may not be told
        invented = lost or any(d.kind not in ("content", "judge") for d in checked.doubts)
        if policy == "flag" or (checked.verdict == "partly" and cited and not invented):
            return self._generated(text, checked, cited), "flagged"
        fresh = (each for each in cited if surface_hash(each.text) not in self._told)
        instead = next(filter(self._fits, fresh), None)
        if policy == "drop" or instead is None:
            return None, "dropped"
        return replace(
            instead,
            origin="replaced",
            verdict=checked.verdict,
            support=checked.score,
            reasons=self._reasons(checked),
        ), "replaced"

    def _generated(
        self, text: str, checked: Checked, cited: Sequence[SummarySentence]
    ) -> SummarySentence:
        first = cited[0] if cited else None
        return SummarySentence(
            text=text,
            citations=tuple(each.citations[0] for each in cited),
            corroboration=first.corroboration if first else 0,
            also_in=first.also_in if first else (),
            date=first.date if first else None,
            mentions=named_again(text, (mention for each in cited for mention in each.mentions)),
            score=first.score if first else 0.0,
            origin="generated",
            verdict=checked.verdict,
            support=checked.score,
            reasons=self._reasons(checked),
        )

    def _reasons(self, checked: Checked) -> tuple[Reason, ...]:
        return tuple(
            Reason(
                kind=doubt.kind,
                # a longer extract of them, which the model was given
                message=doubt.message.replace("the sources", "the evidence"),
                start=doubt.start,
                end=doubt.end,
                citation=self._cited(doubt.evidence),
            )
            for doubt in checked.doubts
        )

    def _cited(self, number: int | None) -> Citation | None:
        return None if number is None else self.extracts.evidence[number].citations[0]

    def _fits(self, sentence: SummarySentence) -> bool:
        budget: Budget = self.extracts.request.budget
        texts = [*(each.text for each in self.sentences), sentence.text]
        spent = {
            "words": sum(map(count_words, texts)),
            "sentences": len(texts),
            "characters": len(" ".join(texts)),
        }
        return spent[budget.unit] <= budget.amount

    def _untrue(self) -> Sequence[Notice]:
        written = len(self.fates)
        told: dict[Fate, str] = {
            "replaced": "by the sentences that they cite",
            "dropped": "without a replacement",
            "flagged": "but told, with their reasons",
        }
        return [
            Notice(
                code=f"{fate}-sentences",
                message=f"{self.fates.count(fate)} of {written} sentences that the model wrote"
                f" have no full support in the articles: {fate} {how}.",
            )
            for fate, how in told.items()
            if self.fates.count(fate)
        ]


def _lost(text: str, checked: Checked) -> Checked:
    """The verdict on a sentence that points back ("He …") to one that is not told: another "he"
    would be read into it.
    """
    message = "it points back to a sentence that is not told"
    doubt = Doubt(kind="content", message=message, start=0, end=len(text))
    verdict: Verdict = "partly" if checked.verdict == "supported" else checked.verdict
    return replace(checked, verdict=verdict, doubts=(*checked.doubts, doubt))
