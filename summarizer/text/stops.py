"""The characters that end a sentence, in every script that news is written in."""

__all__ = ["OWN_STOPS", "STOPS"]

#: of one script, and never part of an abbreviation: Arabic, Indic, Armenian, Ethiopic, Khmer,
#: Burmese, Chinese, Japanese
OWN_STOPS = "؟۔।॥։።፧។៕။。｡．！？"
#: all of them
STOPS = f".!?…{OWN_STOPS}"
