"""Of NLTK the Snowball stemmers and Punkt, without the rest of it.

`import nltk.stem.snowball` runs the `__init__` of every package above it, and those import all of
NLTK: parsers, classifiers, corpus readers, and with them scipy.stats and, where it is installed,
scikit-learn. That took 1.2 of the 2.0 seconds in which a process started; these two modules alone
take 0.08.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

__all__ = ["PunktLanguageVars", "PunktParameters", "PunktSentenceTokenizer", "SnowballStemmer"]

_PACKAGES = ("nltk", "nltk.corpus", "nltk.stem", "nltk.tokenize")


@contextmanager
def _bare_packages() -> Iterator[None]:
    """NLTK's packages as mere folders of modules, for as long as the context lasts.

    Nothing of it stays in `sys.modules`: whoever imports NLTK later gets all of it. Where it is
    loaded already, there is nothing to save, and nothing is done.
    """
    spec = find_spec("nltk")
    if "nltk" in sys.modules or spec is None or spec.origin is None:
        yield
        return
    for name in _PACKAGES:
        package = ModuleType(name)
        package.__path__ = [str(Path(spec.origin).parent.joinpath(*name.split(".")[1:]))]
        sys.modules[name] = package
    # the stemmers import it, and ask it for words only when they are to skip stop words
    vars(sys.modules["nltk.corpus"])["stopwords"] = None
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "nltk"]:
            del sys.modules[name]


try:
    with _bare_packages():
        from nltk.stem.snowball import SnowballStemmer
        from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer
except (ImportError, AttributeError):  # an NLTK whose two modules need more of it
    from nltk.stem.snowball import SnowballStemmer
    from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer
