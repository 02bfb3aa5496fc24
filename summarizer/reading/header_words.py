"""Words that stand around the date of an article, in the eight languages that we read.

They are mixed: a header line is too short to tell its language, and a word of one language beside a
date says the same in the next. In the lists `_` is a space.
"""

import re

__all__ = ["BYLINE", "FILLING", "LABEL", "SENDER"]

#: what says that the date behind it is that of the publication
_PUBLISHED = (
    "published publish publication posted created issued released"
    " veröffentlicht veröffentlichung erschienen erstellt publiziert eingestellt"
    " publié publiée parution paru parue posté créé mise_en_ligne mis_en_ligne"
    " publicado publicada publicación creado creada"
    " pubblicato pubblicata pubblicazione creato creata inserito"
    " publicação postado postada criado criada"
    " gepubliceerd publicatie geplaatst verschenen aangemaakt"
    " опубликовано опубликован опубликована публикация публикации размещено размещён размещена"
    " создано добавлено"
)
#: and what says that it is that of a change
_CHANGED = (
    "updated update updates modified amended revised edited expires expire"
    " aktualisiert aktualisierung stand geändert bearbeitet überarbeitet änderung"
    " mis_à_jour mise_à_jour màj maj modifié modifiée actualisé actualisée modification"
    " actualizado actualizada actualización modificado modificada modificación"
    " aggiornato aggiornata aggiornamento modifica modificato modificata"
    " atualizado atualizada atualização alterado alterada"
    " bijgewerkt gewijzigd aangepast wijziging"
    " обновлено обновлён обновлен обновлена обновление обновления изменено изменён изменен"
    " изменена изменение"
)
_BESIDE = (
    "first last originally date dated on at the of from to in as local time pm am p.m a.m edition"
    " news hours hrs h et by and"
    " am um den dem der vom von zuletzt zuerst erstmals letzte letzter letztes uhr datum online"
    " le la à du de des dernière dernier heure heures min date"
    " el las los al del en hora horas hs última último fecha"
    " il lo alle ore dell della di dalle ultima ultimo data e"
    " em às aos as a o os do da há feira"
    " op om van voor het laatst laatste eerste uur"
    " в во на от по г гг года час время дата последнее последняя московскому времени москве мск"
)


def _either(words: str) -> str:
    return "|".join(re.escape(word.replace("_", " ")) for word in words.split())


#: a word of publication, or (group `changed`) of a change
LABEL = re.compile(
    rf"\b(?:(?P<changed>{_either(_CHANGED)})|{_either(_PUBLISHED)})\b", re.IGNORECASE
)
#: what a line that is nothing but a date may hold beside it, in lower case
FILLING = frozenset(f"{_PUBLISHED} {_CHANGED} {_BESIDE}".replace("_", " ").split())
#: the beginning of a line that is about its author, whom it may not name
BYLINE = re.compile(
    r"by\s+[^\W\d_]|(?:von|par|por|door|di|da|от)\s+(?-i:[^\W\d_a-zß-öø-ÿа-яё])"
    r"|(?:von|par|por|door)\s+(?:unsere[mr]?|notre|nuestra|onze)\b"
    r"|(?:authors?|autor(?:en|in|a)?|auteurs?|autore|автор|текст|text|redaktion|rédaction|redacción"
    r"|redação|redazione|redactie|редакция)\b",
    re.IGNORECASE,
)
#: what says from whom an article comes
SENDER = re.compile(
    r"^(?:afp|ansa|anp|ap|apa|belga|dpa|efe|lusa|reuters|sda|риа|тасс|artikel vom)\b"
    r"|\b(?:quelle|source|fuente|fonte|bron|источник)\s?:",
    re.IGNORECASE,
)
