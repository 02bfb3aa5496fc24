"""What publishers print under many articles: learned, taken out, given back.

Whether a line is boilerplate follows from the lines that the store holds and from what somebody
said of it, never from the order in which they came; that decides only which of its prints is shown.
Each function runs inside the caller's writing transaction, but for `known_lines` and
`list_boilerplate`, which only read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from summarizer.errors import BoilerplateNotFoundError
from summarizer.prepared import Prepared
from summarizer.store.articles import write_prepared
from summarizer.store.codec import INFO_COLUMNS, TEXT_COLUMNS, read_article, storable, text_values
from summarizer.store.dialect import Dialect
from summarizer.store.queries import TEXT_OF_CURRENT, batches
from summarizer.store.tables import (
    CURRENT_VERSION,
    article_lines,
    article_texts,
    article_versions,
    articles,
    boilerplate,
    prepared_forms,
    recleaned,
)
from summarizer.store.vectors import drop_vectors
from summarizer.text.boilerplate import evidence, printed_lines, without
from summarizer.text.publishers import publisher_of
from summarizer.types import Article, BoilerplateLine

__all__ = ["judge", "known_lines", "learn", "lines_of", "list_boilerplate", "unlearn"]

#: articles of different content that a line has nothing to do with: with five, "The executives
#: blame each other's companies." was learned from a chronicle (mds_daily_news)
_LEAST = 6
#: the current versions before any line was taken out, with the hash of what is shown of them
_AS_READ = (
    select(
        *(
            func.coalesce(recleaned.c[column.name], column).label(column.name)
            if column.name in ("content_hash", "text", "trace")
            else column
            for column in (*INFO_COLUMNS, *TEXT_COLUMNS)
        ),
        article_versions.c.content_hash.label("shown_hash"),
    )
    .join_from(articles, article_versions, CURRENT_VERSION)
    .join(article_texts, TEXT_OF_CURRENT)
    .outerjoin(
        recleaned,
        and_(recleaned.c.number == articles.c.number, recleaned.c.version == articles.c.version),
    )
)
_TAKEN_OUT = boilerplate.c.state.in_(("learned", "kept"))


def learn(
    connection: Connection, dialect: Dialect, written: Mapping[int, tuple[Article, Prepared]]
) -> None:
    """Count the lines of the articles just written, by number: as read, with the forms prepared
    for them. What turns out to be boilerplate is taken out of every article that holds it.
    """
    before: set[str] = set()
    for some in batches(list(written)):
        of_these = article_lines.c.number.in_(some)
        before.update(connection.scalars(select(article_lines.c.line).where(of_these).distinct()))
        connection.execute(delete(article_lines).where(of_these))
    rows = [
        {"number": number, "line": key, "first": (*beside, None)[0], "second": (None, *beside)[-1]}
        for number, (article, _) in written.items()
        for key, beside in evidence(article).items()
    ]
    if rows:
        connection.execute(insert(article_lines), rows)
    _settle(connection, dialect, before.union(str(row["line"]) for row in rows), written)


def lines_of(connection: Connection, article_id: str) -> list[str]:
    """The lines counted for an article."""
    asked = select(article_lines.c.line).join(articles, articles.c.number == article_lines.c.number)
    return list(connection.scalars(asked.where(articles.c.id == article_id)))


def unlearn(connection: Connection, dialect: Dialect, lines: Sequence[str]) -> None:
    """Give back those of the `lines`, of an article that was deleted, that too few print now."""
    _settle(connection, dialect, lines, {})


def known_lines(connection: Connection, given: Iterable[Article]) -> frozenset[str]:
    """The lines that the publishers of the given articles lose."""
    publishers = sorted({publisher_of(article) or "" for article in given})
    found: set[str] = set()
    for some in batches([each for each in publishers if storable(each)]):
        asked = select(boilerplate.c.line).where(_TAKEN_OUT, boilerplate.c.publisher.in_(some))
        found.update(connection.scalars(asked))
    return frozenset(found)


def list_boilerplate(connection: Connection) -> tuple[BoilerplateLine, ...]:
    """Every line learned or judged, by publisher; the most printed first."""
    count = func.count(article_lines.c.number).label("printed")
    rows = connection.execute(
        select(boilerplate, count)
        .join_from(
            boilerplate, article_lines, boilerplate.c.line == article_lines.c.line, isouter=True
        )
        .group_by(*boilerplate.c)
        .order_by(boilerplate.c.publisher, count.desc(), boilerplate.c.line)
    )
    return tuple(
        BoilerplateLine(
            id=row.line,
            publisher=row.publisher,
            excerpt=row.excerpt,
            articles=row.printed,
            state=row.state,
        )
        for row in rows
    )


def judge(connection: Connection, dialect: Dialect, line: str, *, keep: bool) -> None:
    """Settle for good whether a listed line is boilerplate, and clean its articles again."""
    state = "kept" if keep else "forgotten"
    asked = update(boilerplate).where(boilerplate.c.line == line).values(state=state)
    if not storable(line) or not connection.execute(asked).rowcount:
        raise BoilerplateNotFoundError(line)
    _reclean(connection, dialect, _holders(connection, [line]), {})


def _settle(
    connection: Connection,
    dialect: Dialect,
    lines: Iterable[str],
    written: Mapping[int, tuple[Article, Prepared]],
) -> None:
    """Learn or unlearn the `lines`, whose counts have changed, and clean again what holds them."""
    known: dict[str, str] = {}
    learned: set[str] = set()
    for some in batches(sorted(set(lines))):
        asked = select(boilerplate.c.line, boilerplate.c.state)
        rows = connection.execute(asked.where(boilerplate.c.line.in_(some)))
        known.update((row.line, row.state) for row in rows)
        learned.update(_learned(connection, some))
    new = sorted(learned.difference(known))
    old = sorted(key for key, state in known.items() if state == "learned" and key not in learned)
    if new:
        _note(connection, set(new), [article for article, _ in written.values()])
    for some in batches(old):
        connection.execute(delete(boilerplate).where(boilerplate.c.line.in_(some)))
    touched = {*_holders(connection, [*new, *old]), *written}
    _reclean(connection, dialect, touched, {n: form for n, (_, form) in written.items()})


def _learned(connection: Connection, lines: Sequence[str]) -> Iterator[str]:
    """Those that stand in enough articles whose longest other lines differ.

    The longest, or the one after: the longest may itself be a notice that all of them end with.
    """
    different = (
        func.count(article_lines.c[name].distinct()) >= _LEAST for name in ("first", "second")
    )
    yield from connection.scalars(
        select(article_lines.c.line)
        .where(article_lines.c.line.in_(lines))
        .group_by(article_lines.c.line)
        .having(or_(*different))
    )


def _note(connection: Connection, new: set[str], given: Sequence[Article]) -> None:
    rows: dict[str, dict[str, object]] = {}
    for article in given:
        for line in printed_lines(article):
            if line.key in new:
                excerpt = article.text[line.start : line.end]
                rows[line.key] = {
                    "line": line.key,
                    "publisher": publisher_of(article),
                    "excerpt": min(excerpt, str(rows.get(line.key, {}).get("excerpt", excerpt))),
                    "state": "learned",
                }
    if rows:
        connection.execute(insert(boilerplate), list(rows.values()))


def _holders(connection: Connection, lines: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for some in batches(lines):
        asked = select(article_lines.c.number).where(article_lines.c.line.in_(some))
        found.update(connection.scalars(asked))
    return found


def _reclean(
    connection: Connection, dialect: Dialect, numbers: Iterable[int], given: Mapping[int, Prepared]
) -> None:
    """Bring articles to what they are without the lines that their publishers lose now."""
    for some in batches(sorted(numbers)):
        asked = select(article_lines.c.number, article_lines.c.line).join(
            boilerplate, boilerplate.c.line == article_lines.c.line
        )
        gone: dict[int, set[str]] = {}
        for row in connection.execute(asked.where(_TAKEN_OUT, article_lines.c.number.in_(some))):
            gone.setdefault(row.number, set()).add(row.line)
        cleaned = select(recleaned.c.number).where(recleaned.c.number.in_(some))
        for number in sorted({*gone, *connection.scalars(cleaned)}):
            _clean(connection, dialect, number, gone.get(number, set()), form=given.get(number))


def _clean(
    connection: Connection, dialect: Dialect, number: int, gone: set[str], *, form: Prepared | None
) -> None:
    """Write the article as read without the lines `gone`; keep the form if it is of that."""
    row = connection.execute(_AS_READ.where(articles.c.number == number)).one()
    read = read_article(row)
    shown = without(read, gone)
    if shown.content_hash == row.shown_hash:
        return
    dialect.unindex(connection, number)
    key = {"number": number, "version": row.version}
    current = and_(recleaned.c.number == number, recleaned.c.version == row.version)
    connection.execute(delete(recleaned).where(current))
    connection.execute(delete(prepared_forms).where(prepared_forms.c.number == number))
    drop_vectors(connection, [number])
    if shown is not read:
        original = {"text": read.text, "trace": row.trace, "content_hash": read.content_hash}
        connection.execute(insert(recleaned).values(**key, **original))
    changes = (
        (article_versions, {"content_hash": shown.content_hash}),
        (article_texts, text_values(shown)),
    )
    for changed, values in changes:
        which = and_(changed.c.number == number, changed.c.version == row.version)
        connection.execute(update(changed).where(which).values(**values))
    if form is not None and form.content_hash == shown.content_hash:
        write_prepared(connection, number, form)
    dialect.index(connection, number, shown)
