"""The generative stage: evidence to a model, and each of its sentences to the checker."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic

from summarizer.errors import GenerationError, ModelTimeoutError
from summarizer.grounding.checker import Checker
from summarizer.protocols import Assignment, Generator, Judge, Packed, Passage
from summarizer.service.drafting import Draft
from summarizer.service.evidence import Extracts
from summarizer.service.judging import LenientJudge
from summarizer.text.streaming import finished, sentences_of
from summarizer.types import Notice, Summary, SummarySentence

__all__ = ["Writer", "Written"]

#: a sentence as it is told, something to know, and at last the whole
Written = SummarySentence | Notice | Summary
#: sentences that a model may write again before it is stopped
_REPETITIONS = 2


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Writes summaries with a model."""

    generator: Generator
    #: seconds for all calls of one summary
    timeout: float = 60.0
    #: calls of one summary: with more evidence than fits into one, parts of it are written first
    most_calls: int = 6
    clock: Callable[[], float] = monotonic
    #: asked beside the words, for each sentence; one that fails is left out, and a notice says so
    judges: Sequence[Judge] = ()

    def write(
        self, extracts: Extracts, *, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[Written]:
        """What is told, as it comes, and at last the summary. It ends early once `stop` gives True.

        With the method `auto` the extract is told where the model fails, and a notice says why;
        else a `GenerationError` is raised.
        """
        if extracts.request.since is not None and not extracts.passages:
            # nothing is new: there is nothing to write
            yield from extracts.told.warnings
            yield extracts.told
            return
        writing = _Writing(
            extracts=extracts,
            generator=self.generator,
            most_calls=self.most_calls,
            deadline=self.clock() + self.timeout,
            clock=self.clock,
            stop=stop,
            judges=[LenientJudge(judge) for judge in self.judges],
        )
        try:
            yield from writing.run()
        except ModelTimeoutError:
            yield from self._instead(extracts, ModelTimeoutError(self.timeout))
        except GenerationError as error:
            # nobody waits for what was stopped
            if not stop():
                yield from self._instead(extracts, error)

    def summary(self, extracts: Extracts, *, stop: Callable[[], bool] = lambda: False) -> Summary:
        """The whole at once; `GenerationError` also when `stop` ended it."""
        summaries = [item for item in self.write(extracts, stop=stop) if isinstance(item, Summary)]
        if not summaries:
            raise GenerationError("the writing was stopped")
        return summaries[-1]

    def close(self) -> None:
        """Let go of the model."""
        self.generator.close()

    def _instead(self, extracts: Extracts, error: GenerationError) -> Iterator[Written]:
        if extracts.request.method == "abstractive":
            raise error
        notice = Notice(
            code="extract-instead", message=f"This is an extract, since no model wrote: {error}."
        )
        yield notice
        yield replace(extracts.told, warnings=(*extracts.told.warnings, notice))


@dataclass(kw_only=True)
class _Writing:
    """The making of one summary."""

    extracts: Extracts
    generator: Generator
    most_calls: int
    deadline: float
    clock: Callable[[], float]
    stop: Callable[[], bool]
    judges: Sequence[LenientJudge]
    calls: int = 0
    checker: Checker = field(init=False)

    def __post_init__(self) -> None:
        self.checker = Checker(
            self.extracts.held_against, language=self.extracts.language, judges=self.judges
        )

    def run(self) -> Iterator[Written]:
        if not self.extracts.passages:
            raise GenerationError("there is no evidence to write from")
        packed, notices = self._plan()
        draft = self._draft()
        draft.notices += notices
        yield from notices
        for item in self._sentences(packed, draft):
            if isinstance(item, Notice):
                draft.notices.append(item)
            yield item
        if self.stop():
            return
        if not draft.sentences:
            raise GenerationError(draft.why_nothing())
        failed = [notice for judge in self.judges for notice in judge.notices]
        draft.notices += failed
        yield from failed
        judged = [judge.info for judge in self.judges if judge.judged]
        yield draft.summary(self.generator.info, packed.prompt, self.calls, judged)

    def _draft(self) -> Draft:
        return Draft(extracts=self.extracts, checker=self.checker)

    def _plan(self) -> tuple[Packed, list[Notice]]:
        """The call that writes what is told, and what has no place in any call."""
        whole = self._pack(self.extracts.passages)
        if not whole.left_out:
            return whole, []
        if self.most_calls <= 2:
            return whole, [self._left_out(whole.left_out)]
        parts, left_out = self._parts()
        if len(parts) == 1:  # what is left fits into no call
            return whole, [self._left_out(whole.left_out)]
        texts, said = self._first_drafts(parts)
        if not texts:
            return whole, [self._left_out(whole.left_out), *said]
        joined = self._pack(
            [replace(each, number=number) for number, each in enumerate(texts, start=1)]
        )
        notices = [self._left_out(left_out), *said] if left_out else said
        if joined.left_out:
            message = f"The model has no room for {len(joined.left_out)} of its first drafts."
            notices.append(Notice(code="not-all-in-prompt", message=message))
        return joined, notices

    def _parts(self) -> tuple[list[Packed], tuple[int, ...]]:
        """The evidence in as many calls as it needs, one being kept for joining what they give."""
        # what stands in one article stays together; the article of the strongest passage first
        passages = self.extracts.passages
        first = {each.article: each.number for each in reversed(passages)}
        left = sorted(passages, key=lambda each: (first[each.article], each.number))
        parts: list[Packed] = []
        while left and len(parts) < self.most_calls - 1:
            try:
                part = self._pack(left)
            except GenerationError:
                if not parts or self._stopped():
                    raise
                break  # none of them fits into a call of its own
            used = set(part.used)
            left = [each for each in left if each.number not in used]
            parts.append(part)
        return parts, tuple(sorted(each.number for each in left))

    def _first_drafts(self, parts: Sequence[Packed]) -> tuple[list[Passage], list[Notice]]:
        """What the model tells of the parts, and what is to be said of it, the like of it once."""
        told: list[Passage] = []
        said: dict[str, Notice] = {}
        for item in (item for part in parts for item in self._part(part)):
            if isinstance(item, Passage):
                told.append(item)
            else:
                said.setdefault(item.code, replace(item, message=f"First drafts: {item.message}"))
        return told, list(said.values())

    def _part(self, packed: Packed) -> Iterator[Passage | Notice]:
        """What the model tells of a part, for joining: only sentences that may be told."""
        draft = self._draft()
        first = next(p for p in packed.assignment.passages if p.number == packed.used[0])
        for item in self._sentences(packed, draft):
            if isinstance(item, Notice):
                yield item
            elif item.citations:
                yield Passage(
                    number=first.number,
                    text=item.text,
                    article=first.article,
                    source=item.citations[0].source,
                    day=item.date.value.isoformat()[:10] if item.date else None,
                )

    def _pack(self, passages: Sequence[Passage]) -> Packed:
        request = self.extracts.request
        return self.generator.pack(
            Assignment(
                task="brief" if self.extracts.known is None else "update",
                passages=tuple(passages),
                words=self.extracts.words,
                language=request.language or self.extracts.language,
                topic=request.topic,
                known=self.extracts.known,
            ),
            stop=self._stopped,
        )

    def _sentences(self, packed: Packed, draft: Draft) -> Iterator[SummarySentence | Notice]:
        """What is told of a call; `ModelTimeoutError` when the time is over."""
        self.calls += 1
        writing = self.generator.write(packed, stop=self._stopped)
        # a sentence without an end is one only when another follows
        held: str | None = None
        try:
            for sentence in sentences_of(writing, self.extracts.language):
                whole = [held] if held is not None else []
                whole_one = finished(sentence, self.extracts.language, cut=writing.cut)
                held = None if whole_one else sentence
                whole += [sentence] if held is None else []
                yield from filter(None, map(draft.take, whole))
                if draft.full or draft.repeated > _REPETITIONS or self.stop():
                    held = None
                    break
        finally:
            writing.close()
        if self.clock() >= self.deadline:
            raise ModelTimeoutError(0.0)
        yield from writing.notices
        if draft.repeated > _REPETITIONS:
            yield Notice(code="repetition", message="The model began to repeat itself: stopped.")
        elif held is not None:
            message = "The model's last sentence was not finished: left out."
            yield Notice(code="unfinished", message=message)

    def _stopped(self) -> bool:
        return self.stop() or self.clock() >= self.deadline

    def _left_out(self, numbers: Sequence[int]) -> Notice:
        passages = self.extracts.passages
        left = [self.extracts.evidence[number - 1].citations[0].article for number in numbers]
        return Notice(
            code="not-all-in-prompt",
            message=f"The model has no room for {len(numbers)} of {len(passages)} sentences of"
            " evidence.",
            articles=tuple(dict.fromkeys(left)),
        )
