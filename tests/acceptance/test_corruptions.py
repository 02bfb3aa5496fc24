"""False sentences of the sample corpus must be caught as they are, and true ones left alone."""

import json

from seeds import CORPUS, GOLD

#: shares caught, as they stand and after a paraphrase; a floor is never lowered
FLOORS = {
    "number": (0.98, 0.93),
    "numbers swapped": (0.95, 0.9),
    "date": (0.98, 0.93),
    "negation": (0.98, 0.93),
    "modality": (0.96, 0.9),
    "quotation": (0.98, 0.9),
    "name of the articles": (0.96, 0.93),
    "name from elsewhere": (0.96, 0.93),
    "names swapped": (0.93, 0.85),
}
PARAPHRASES = GOLD / "paraphrases.json"


def test_the_sample_corpus_keeps_its_rates(run):
    done = run(
        "evaluate", "corruptions", CORPUS, "--most", "200", "--paraphrases", PARAPHRASES, "--json"
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    shares = {
        (each["kind"], each["paraphrased"]): each["caught"] / each["made"]
        for each in report["false"] + report["true"]
    }
    low = {
        (kind, told): share
        for (kind, told), share in shares.items()
        if kind in FLOORS and share < FLOORS[kind][told]
    }
    assert low == {}
    assert {kind for kind, _ in shares if kind in FLOORS} == set(FLOORS)
    assert shares["untouched", False] == 0
    assert shares["untouched", True] <= 0.03
    assert shares["by hand", True] <= 0.05
    assert min(each["made"] for each in report["false"]) >= 10


def test_a_small_file_prints_a_table_and_the_same_every_time(run, tmp_path):
    text = (
        "The old ferry Maria sank off the island harbour on Monday with 212 people aboard. "
        "The captain, Anna Lind, will not speak to the press before the inquiry begins. "
        'The mayor, Peter Rask, called it "a terrible day for the whole island" on Tuesday.'
    )
    line = {"id": "ferry", "articles": [{"text": text, "date": "2019-06-30", "cleaned": True}]}
    (tmp_path / "ferry.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = run("evaluate", "corruptions", "ferry.jsonl")
    assert done.returncode == 0, done.stderr
    assert "number" in done.stdout
    assert "1 of 1" in done.stdout
    assert run("evaluate", "corruptions", "ferry.jsonl").stdout == done.stdout
    half = run("evaluate", "corruptions", "ferry.jsonl", "--half", "third")
    assert half.returncode == 2
    missing = run("evaluate", "corruptions", "none.jsonl")
    assert missing.returncode == 1
    assert "does not exist" in missing.stderr


def test_every_paraphrase_is_of_a_sentence_of_its_article():
    told = json.loads(PARAPHRASES.read_text(encoding="utf-8"))
    sentences = {}
    for path in GOLD.glob("*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(gold, dict):
            for article in gold["articles"]:
                sentences[article["path"], article.get("index")] = article["sentences"]
    assert len(told) == 60
    assert len({each["article"].partition("/")[0] for each in told}) == 8
    for each in told:
        article = sentences[each["article"], each.get("index")]
        assert article[each["sentence"]] == each["quote"]
        assert each["paraphrase"] != each["quote"]
