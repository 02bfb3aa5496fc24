"""The client against a real server, over real connections."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from api.app import create_app
from summarizer.client import Client
from summarizer.config import Settings
from summarizer.errors import (
    ArticleNotFoundError,
    BriefNotFoundError,
    InvalidRequestError,
    NoArticlesError,
    RemoteError,
    ServiceUnavailableError,
    UnauthorizedError,
)
from summarizer.factory import build_summarizer
from summarizer.service import Summarizer
from summarizer.types import (
    BriefKey,
    Budget,
    DateRange,
    Document,
    RankerOptions,
    SummaryRequest,
)
from tests.api.conftest import FERRY, POPE, TRUMP, serving

REQUEST = SummaryRequest(budget=Budget(amount=40))
DAY = BriefKey(day=date(2019, 6, 30), zone="Europe/Berlin")


@pytest.fixture
def client(live: str) -> Iterator[Client]:
    with Client(live, retries=0) as client:
        yield client


@pytest.fixture
def library(live: str, settings: Settings) -> Iterator[Summarizer]:
    """The same database without a server."""
    summarizer = build_summarizer(settings)
    yield summarizer
    summarizer.store.close()


def test_documents_are_summarized_as_by_the_library(client: Client) -> None:
    assert client.summarize(REQUEST, [TRUMP, POPE]) == Summarizer().summarize(
        REQUEST, [TRUMP, POPE]
    )


@pytest.mark.parametrize(
    "request_",
    [
        SummaryRequest(budget=Budget(amount=2, unit="sentences"), topic="Korea", explain=True),
        SummaryRequest(
            budget=Budget(amount=300, unit="characters"),
            dates=DateRange.between("2019-06-30", "2019-06-30", zone="Asia/Seoul"),
            ranker="lexrank",
            ranker_options=RankerOptions(standalone=False),
            order="salience",
            language="en",
            max_articles=7,
        ),
        SummaryRequest(
            budget=Budget(amount=9), dates=DateRange.between(None, datetime(2019, 6, 1, tzinfo=UTC))
        ),
    ],
)
def test_stored_articles_are_summarized_as_by_the_library(
    client: Client, library: Summarizer, request_: SummaryRequest
) -> None:
    client.ingest([TRUMP, POPE, FERRY])

    assert client.summarize(request_) == library.summarize(request_)


def test_ingest_gives_an_outcome_for_each_document(client: Client) -> None:
    documents = [TRUMP, Document(id="hollow"), Document(text="A ferry sank. Nobody died.")]

    first = client.ingest(iter(documents))
    again = client.ingest(documents)

    assert [(o.name, o.status) for o in first] == [
        ("trump", "added"),
        ("hollow", "failed"),
        ("a3", "added"),
    ]
    assert [o.status for o in again] == ["unchanged", "failed", "unchanged"]
    assert [o.id for o in first] == [o.id for o in again]
    assert client.ingest([]) == ()
    assert [o.status for o in client.ingest([Document()])] == ["failed"]


def test_more_documents_than_a_request_takes_are_sent_in_batches(
    client: Client, library: Summarizer
) -> None:
    documents = [Document(text=f"Ship number {n} reached the harbour.") for n in range(120)]

    outcomes = client.ingest(documents)

    assert [outcome.name for outcome in outcomes] == [f"a{n}" for n in range(1, 121)]
    assert {outcome.status for outcome in outcomes} == {"added"}
    assert len(library.store.page(limit=500).items) == 120


def test_pages_are_walked_through(client: Client) -> None:
    client.ingest(Document(text=f"Ship number {n} sank.", title=f"{n}") for n in range(250))

    listed = list(client.articles())

    assert sorted(int(info.title or -1) for info in listed) == list(range(250))


def test_articles_are_read_and_deleted(client: Client, library: Summarizer) -> None:
    midnight = Document(text="It began at midnight. All slept.", date="2019-06-30T00:00:00Z")
    client.ingest([TRUMP, midnight])

    for info in client.articles():
        article = client.article(info.id)
        assert article == library.store.article(info.id)
        assert article.info == info
        client.delete(info.id)

    assert list(client.articles()) == []


def test_a_listing_is_narrowed(client: Client) -> None:
    client.ingest([TRUMP, POPE, FERRY])

    assert [info.title for info in client.articles("pope")] == [POPE.title]
    may = DateRange.between("2019-05-01", "2019-05-31", zone="America/New_York")
    assert [info.title for info in client.articles(dates=may)] == [FERRY.title]


def test_briefs_are_written_once(client: Client, library: Summarizer) -> None:
    client.ingest([TRUMP, POPE, FERRY])

    brief = client.write_brief(DAY, words=30)

    assert brief == client.write_brief(DAY) == client.brief(brief.id) == library.store.brief(DAY)
    second = client.write_brief(DAY, rebuild=True)
    assert second.edition == 2
    assert [info.id for info in client.briefs()] == [second.id, brief.id]
    assert client.briefs() == library.store.briefs()
    assert len(client.briefs(limit=1)) == 1


def test_briefs_are_written_with_the_options_asked_for(client: Client, library: Summarizer) -> None:
    client.ingest([TRUMP, POPE, FERRY])

    for number, options in enumerate((RankerOptions(standalone=False), None), start=1):
        ours = client.write_brief(DAY, words=20, ranker_options=options, rebuild=True)
        theirs = library.write_brief(DAY, words=20, ranker_options=options, rebuild=True)
        assert ours.sections == theirs.sections
        told = {section.summary.manifest.parameters["standalone"] for section in ours.sections}
        assert told == {options is None}
        assert ours.edition == 2 * number - 1


def test_what_is_not_there_is_told_as_by_the_library(client: Client) -> None:
    with pytest.raises(ArticleNotFoundError) as article:
        client.article("a-b ü")
    with pytest.raises(ArticleNotFoundError):
        client.delete("nope")
    with pytest.raises(BriefNotFoundError) as brief:
        client.brief("2019-06-30.UTC.1")
    with pytest.raises(NoArticlesError, match="the store holds no articles yet"):
        client.summarize(SummaryRequest(budget=Budget(amount=9), topic="zebra"))
    with pytest.raises(NoArticlesError):
        client.write_brief(BriefKey(day=date(2001, 1, 1)))

    client.ingest([TRUMP])
    range_before = DateRange.between("2019-01-01", "2019-01-31")
    with pytest.raises(NoArticlesError, match="the nearest with some: 2019-06-30") as nothing:
        client.summarize(SummaryRequest(budget=Budget(amount=9), dates=range_before))

    assert nothing.value.nearest == (date(2019, 6, 30),)
    assert article.value.article_id == "a-b ü"
    assert brief.value.key == "2019-06-30.UTC.1"


def test_wrong_questions_are_told_with_their_field(client: Client) -> None:
    with pytest.raises(InvalidRequestError, match="no ranker 'best'") as ranker:
        client.summarize(SummaryRequest(budget=Budget(amount=9), ranker="best"), [TRUMP])
    with pytest.raises(InvalidRequestError) as length:
        client.summarize(SummaryRequest(budget=Budget(amount=0)), [TRUMP])

    assert ranker.value.pointer == "/ranker"
    assert length.value.pointer == "/length/words"


def test_the_key_is_sent_and_never_shown(settings: Settings) -> None:
    locked = Settings(database=settings.database, api_key="s3cret")
    with serving(create_app(locked)) as address:
        with Client(address, api_key="s3cret") as client:
            assert client.briefs() == ()
            assert "s3cret" not in repr(client)
        for key in (None, "wr0ng"):
            with Client(address, api_key=key) as stranger, pytest.raises(UnauthorizedError) as told:
                stranger.briefs()
            assert "API key" in str(told.value)
            assert "wr0ng" not in str(told.value)


def test_a_key_with_a_line_break_is_not_sent() -> None:
    with pytest.raises(ValueError, match="line break") as told:
        Client(api_key="s3cret\n")

    assert "s3cret" not in str(told.value)


def test_too_large_a_document_is_told(settings: Settings) -> None:
    small = settings.model_copy(update={"max_body_bytes": 100})
    with (
        serving(create_app(small)) as address,
        Client(address, retries=0) as client,
        pytest.raises(RemoteError) as told,
    ):
        client.ingest([TRUMP])

    assert told.value.status == 413
    assert "SUMMARIZER_MAX_BODY_BYTES" in told.value.detail


def test_nobody_there(unused_port: int) -> None:
    address = f"http://user:passw0rd@127.0.0.1:{unused_port}"
    with Client(address, retries=0) as client, pytest.raises(ServiceUnavailableError) as told:
        client.briefs()

    assert f"127.0.0.1:{unused_port}" in str(told.value)
    assert "summarizer serve" in str(told.value)
    assert "passw0rd" not in str(told.value) + repr(client)
