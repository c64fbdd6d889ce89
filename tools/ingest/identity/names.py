"""Finds the name a résumé is headed with, and says when there is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from tools.ingest.fragments import is_bullet, is_company
from tools.ingest.headings import heading_kind
from tools.ingest.identity.name_words import (
    PARTICLES,
    is_called,
    is_double,
    is_ordinary,
    is_strange,
    is_title,
    own_words,
    plain,
    title_share,
)
from tools.ingest.phrases import phrases
from tools.ingest.sections import Line
from tools.vocabulary.places import resolve
from tools.vocabulary.skills import canonical_skill

_SAID = phrases("identity")

_TITLES = re.compile(
    rf"^(?:(?:{_SAID['honorific']})\.?(?:-(?:ing|kffr|kfm|inf)\.?)?\s+)+(?=\S)", re.IGNORECASE
)
_LABEL = re.compile(rf"^(?:{_SAID['name label']})\s*[:：\u2013-]\s*(?=\S)", re.IGNORECASE)
_DOCUMENT = re.compile(
    rf"^(?:{_SAID['document']})(?=$|[\s:|\u2010-\u2015-])"
    r"\s*(?:of|for|von|de|di|do|da)?\s*[:|\u2010-\u2015-]?\s*",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*[|•·▪,;:\t⟨(\[]|\s{2,}|\s[\u2010-\u2015/-]+\s")
_WORD = re.compile(
    r"(?:[^\W\d_]['’])?[^\W\d_]+(?:['’\u2010-][^\W\d_]+)*['’]?\.?|[^\W\d_]\.(?:[^\W\d_]\.)*"
)
POST_NOMINAL = re.compile(rf"^(?:{_SAID['post-nominal']})\.?$", re.IGNORECASE)
_SMALL_WORDS = re.compile(rf"(?:\s+(?:{'|'.join(sorted(PARTICLES))}))+\s*$")
_HAN_LETTER = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_HAN_JOB = (
    r"(?<![师師员員])(?<!税理士|建築士|整備士|栄養士)(?<!护士|護士|学士|學士|博士|計士|祉士|法士|育士"
    r"|护理|经理|經理|助理|代理|管理|料理|会计|會計|设计|設計|店长|店長|社長|院长|院長|校长|校長"
    r"|部长|部長|課長|組長|组长|队长|호사|의사|교사|강사|약사|기사|리사|계사|사원|과장|부장|팀장|점장)"
)
_HAN = re.compile(
    rf"(?:{_HAN_LETTER}{{1,2}}[ \u3000]{_HAN_LETTER}{{1,3}}|{_HAN_LETTER}{{2,6}})"
    rf"(?!{_HAN_LETTER}){_HAN_JOB}"
)
"""A name in Chinese, Japanese or Korean, which ends in nothing that jobs end in."""
_NO_PERSON = re.compile(rf"^(?:{_SAID['no person']})(?=$|[\s:：|])", re.IGNORECASE)
_MOST_UNCASED = 4
_CONTACT = re.compile("⟨(?:email|phone|link|address)⟩")
_CONTACT_LINE = 120
_FIRST_LINES = 8
_MOST_WORDS = 6


def find_name(lines: Sequence[Line], emails: Sequence[str]) -> str:
    """Return the person's name as written, or "" where the résumé gives none.

    `lines` are those of the text in which contacts are replaced by tokens; `emails` what they were.
    """
    top = lines[:_FIRST_LINES]
    for line in top:
        label = _LABEL.match(line.text)
        if label and (named := _turned(line.text[label.end() :])):
            return named
    locals_ = [plain(email.partition("@")[0]) for email in emails]
    shaped = [(n, line, name) for n, line in enumerate(top) if (name := _candidate(line))]
    for _, _, name in shaped:
        echoing = [local for local in locals_ if echoes(name, local)]
        if echoing and (not is_title(name) or any(_whole(name, e) for e in echoing)):
            return name
    if whispered := _whispered(top, locals_):
        return whispered
    reachable = any(_CONTACT.search(line.text) and len(line.text) < _CONTACT_LINE for line in top)
    if shaped and _believable(shaped[0][2], shaped[0][0], shaped[0][1], top, reachable):
        return shaped[0][2]
    below = (name for number, line, name in shaped[1:] if _heads(name, number, line, top))
    return next(below, "")


def _turned(text: str) -> str:
    """Return a labelled name with its first name first: "Roe, Jane" is Jane Roe."""
    last, comma, rest = text.partition(",")
    small = _SMALL_WORDS.search(rest) if comma else None
    first = shaped_name(rest[: small.start()] if small else rest) if comma else ""
    if first and shaped_name(last) and not POST_NOMINAL.match(first):
        between = f"{small.group().strip()} " if small else ""
        return f"{first} {between}{shaped_name(last)}"
    return shaped_name(text)


def _candidate(line: Line) -> str:
    """Return the name-like beginning of a line, "" when it begins with something else."""
    text = line.text
    document = _DOCUMENT.match(text)
    if document:
        text = text[document.end() :]
    if not text or is_bullet(text) or (not document and heading_kind(text)):
        return ""
    last, comma, _ = text.partition(",")
    turned = _turned(text) if comma and len(own_words(last.split())) == 1 else ""
    is_last_first = is_called(turned) and resolve(text) is None
    return turned if is_last_first else shaped_name(text)


def shaped_name(text: str) -> str:
    """Return the name-like beginning of some words, "" when they begin with something else."""
    text = _TITLES.sub("", text.strip())
    if _NO_PERSON.match(text):
        return ""
    if han := _HAN.match(text):
        return han.group()
    cut = _CUT.search(text)
    head = text[: cut.start()] if cut else text
    words = head.split()
    while len(words) > 1 and POST_NOMINAL.match(words[-1]):
        words.pop()
    if not 1 <= len(words) <= _MOST_WORDS or not all(_name_word(word) for word in words):
        return ""
    own = own_words(words)
    full = [word for word in own if len(word.strip(".")) > 1]
    return " ".join(words) if full and words[-1] in own else ""


def _name_word(word: str) -> bool:
    if word.lower() in PARTICLES or _is_uncased(word):
        return True
    if word.endswith(("'s", "’s", "'S", "’S")):
        return False
    return bool(_WORD.fullmatch(word)) and (word[0].isupper() or word[1:2] in {"'", "’"})


def _is_uncased(word: str) -> bool:
    """Whether a word is of a script without capitals: Arabic, Hebrew, Hindi or Thai."""
    kinds = {unicodedata.category(character)[0] for character in word}
    return kinds <= {"L", "M"} and word.lower() == word.upper() and len(word) > 1


def _whispered(top: Sequence[Line], locals_: Sequence[str]) -> str:
    """Return a name in small letters on the first line, where an e-mail is made of all of it."""
    name = top[0].text if top else ""
    parts = name.split()
    small = 2 <= len(parts) <= 3 and name.islower() and all(part.isalpha() for part in parts)
    return name if small and any(all(plain(p) in e for p in parts) for e in locals_) else ""


def _whole(name: str, local: str) -> bool:
    """Whether all of a name is in an e-mail: Mason Baker's may say no more than a job does."""
    return all(word in local for word in words_of(name))


def words_of(name: str) -> list[str]:
    """Return the words of a name in plain small letters, without those that only join them."""
    words = [plain(word).replace(".", "") for word in re.split(r"[\s-]+", name)]
    return [word for word in words if word and word not in PARTICLES]


def echoes(name: str, local: str) -> bool:
    """Whether an e-mail address is made of this name: "j.roe", "roej", "jane.roe", "jr"."""
    words = words_of(name)
    flat = re.sub(r"[^a-z]", "", local)
    if any(len(word) >= 4 and word in flat for word in [*words, "".join(words)]):
        return True
    if any(len(word) == 3 and word in re.split(r"[^a-z]+", local) for word in words):
        return True
    initials = "".join(word[0] for word in words)
    return len(initials) >= 2 and flat == initials


def _believable(name: str, number: int, line: Line, top: Sequence[Line], reachable: bool) -> bool:
    """Whether a name-like line is a name although no e-mail says so."""
    words = own_words(name.split())
    if is_company(name) or (len(words) > 1 and canonical_skill(name)):
        return False
    if _heads(name, number, line, top):
        return True
    if number and not all(is_prelude(other.text) for other in top[:number]):
        return False
    first = number == 0 and reachable
    if first and is_double(name):
        return True
    if any(map(_is_uncased, words)) and not _HAN.match(name):
        return first and len(words) <= _MOST_UNCASED
    ordinary = sum(is_ordinary(word) for word in words)
    if len(words) == 1 and not _HAN.match(name):
        return first and not ordinary and line.text == name
    if number > 2 or title_share(name) >= 0.6:
        return first and ordinary < len(words)
    if reachable:
        return ordinary < len(words)
    if number and not name.isupper() and ordinary < len(words):
        return True
    following = top[number + 1].text if number + 1 < len(top) else ""
    return is_strange(name, titled=title_share(following) >= 0.6)


def _heads(name: str, number: int, line: Line, top: Sequence[Line]) -> bool:
    """Whether a line that only a person can be called by stands above all but a title."""
    alone = " " in name or line.text == name
    called = alone and (is_called(name) or _HAN.match(name) is not None)
    return called and all(is_prelude(other.text) for other in top[:number])


def is_prelude(line: str) -> bool:
    """Return whether a line may stand above the name: a document's title, a photo, a job title."""
    document = _DOCUMENT.match(line)
    return bool(document and document.end() == len(line)) or "⟨" in line or title_share(line) >= 0.6
