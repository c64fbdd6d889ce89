"""Knows the names of degrees and trainings that are clear only on a line about education."""

from __future__ import annotations

import re
from typing import NamedTuple

# Read from the top: the first level whose words stand on the line counts.
_WORDS: tuple[tuple[str, str], ...] = (
    ("doctorate", r"\bDr\. (?:rer|phil|med|ing|iur)|\bPh\.? ?D\b|\b[Dd]octorat|\bDoktor|\bDoutor"),
    (
        "bachelor",
        r"\bDiplom(?:-\w+)? ?\(FH\)|\bDipl\.-\w+\.? ?\(FH\)|\(bachelor|bachelor[ -]level",
    ),
    (
        "master",
        r"\b(?:MA|MSc|MSci|MEng|MPharm|MPhil|MRes|MBA|PGDM|LLM|MEd|MFA"
        r"|MS(?! (?:Office|Excel|Word|SQL|(?:Project|Access)(?! [A-Z]))\b))\b(?=[ ,.(]|$)"
        r"|\bMaster|\b[Mm]áster|\bMaestr[ií]a en|\bMestrado|\bMagist(?:er|rale|ère)"
        r"|\bDipl\.-|\bDiplom\b(?! in| of)|\bDiplom-|\bStaatsexamen|\bState Examination"
        r"|master[’']?s?[ -](?:level|equivalent)",
    ),
    (
        "bachelor",
        r"\b(?:BA|BS|BSc|BScN|BASc|BComm?|BNSc|BMLS|BSN|BPharm|BEng|BEd|BBA|LLB|BFA|BCA|MBBS|BDS)\b"
        r"(?=[ ,.(]|$)|\bBachelor"
        r"|\bLicencjat|\bInżynier|\bBacharel|\bLicence (?:en|de|ès|pro)|^Licence\b|\bLicenciatur"
        r"|\bLicenciad[oa]|\bGrado en"
        r"|\bGraduad[oa] en|\bHBO\b|\bLaurea|\b[Kk]andidat",
    ),
    (
        "associate",
        r"\bAssociates?(?=\s*:)|\bTécnico [Ss]uperior|\bTecnólogo|\bDEC\b|\bDUT\b|\bHND\b|\bHNC\b"
        r"|\bNational Diploma|\bassociate[ -]level|\bHigher Certificate",
    ),
    ("secondary", r"\b[Hh]igh [Ss]chool\b.*\b[Dd]iploma\b|\b[Dd]iploma\b.*\b[Hh]igh [Ss]chool\b"),
    (
        "vocational",
        r"\bTécnic[oa]\b|\bGrado [Mm]edio|\bCAP\b|\bBEP\b|\b[Bb]ac pro|\bTitre professionnel"
        r"|\bMBO\b|\b[Tt]echnikum|\b[Ff]acharbeiter|\b[Gg]esell"
        r"|[Mm]eister(?:in|brief|prüfung|schule)?\b|\b[Aa]usbildung\b|\bLehre\b|\b[Aa]pprentice"
        r"|\b[Jj]ourney(?:man|person)"
        r"|\b[Cc]raft [Cc]ert|\bCert(?:ificate)? (?:I{1,3}|IV|[1-4])\b|\bCity & Guilds"
        r"|\bNVQ\b|\bSVQ\b|\bBTEC\b"
        r"|\bTrade (?:Test|Certificate)|\bEscola (?:Profissional|Técnica)|\bprofessional course"
        r"|\b[Cc]urso (?:técnico|profesional)|\bFormación Profesional|\bvocational\b|\bRed Seal"
        r"|\b[Cc]osmetology|\b(?:Advanced|Professional|Higher) (?:Certificate|Diploma)"
        r"|\b[Cc]ertificate of [Cc]ompletion|\bone-year certificate|\b[Cc]ertificate,"
        r"|\b[Dd]iploma\b"
        r"|\bTechnical (?:Certificate|College)"
        r"|\bCareer (?:College|Center)|\bBerufs\w+|\bbrevet\b|\bBrevet\b|\bprofesional\b",
    ),
    (
        "secondary",
        r"\b[Hh]igh [Ss]chool\b(?! (?:students?|teachers?|seniors?|athletes?|kids|level|math))"
        r"|\b[Ss]econdary [Ss]chool|\bA[- ][Ll]evels?\b|\bLeaving Cert"
        r"|\bJunior Cert|\bGCSE|\bAbitur|\b[Mm]atura\b|\bBachillerato|\bBaccalauréat"
        r"|\b[Ee]nsino médio|\bPreparatoria|\bYear 1[0-2]\b|\bVCE\b|\bKCSE|\bWAEC|\bWASSCE|\bSSCE"
        r"|\bMittlere Reife|\bRealschul|\bHauptschul|\b[Ll]iceum|\bGED\b|\bESO\b|\bMatric\b",
    ),
)
_PATTERNS = tuple((level, re.compile(pattern)) for level, pattern in _WORDS)
_UNFINISHED = re.compile(
    r"\bnot (?:completed|finished)|\bunfinished|\bincomplete|\btrunca\b|\babgebrochen"
    r"|\bdiscontinued|\bnon termin|\binachev|\bdropped out|\bleft after|\bsin terminar"
    r"|\bcredits toward|\btheir GED\b|^Completing\b|\bcurrently attending"
    r"|\bcurrently enrolled|\bpredicted\b|\bin progress|\bonderbroken"
    r"|\bnot yet (?:graduated|completed)|\bseeking (?:an? )?degree|\bhours completed\b"
    r"|\bcourses (?:in an?|towards?)\b"
    r"|\bcompleted \w+ (?:years?|semesters?|credits?)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"^(?:(?!(?:19|20)\d\d).)*?"
    r"(?:(?:19|20)\d\d\s*(?:[-\u2013\u2014]|to)\s*)?\b(?:Present|Current)\b(?!\s+\w*GPA|\s+Grade)"
)
_LONGEST_REMARK = 60

_ACCOUNT = re.compile(r"\b(?:I|my|me|I['’]m)\b")


class DegreeWord(NamedTuple):
    """A level of education and where a line names it."""

    level: str
    start: int
    end: int


def degree_on_line(line: str) -> DegreeWord | None:
    """Return the level that a line about education names, None when it names none."""
    for level, pattern in _PATTERNS:
        match = pattern.search(line)
        if match:
            return DegreeWord(level, match.start(), match.end())
    return None


def is_unfinished(statement: str) -> bool:
    """Return whether a statement says that the degree was never, or is not yet, completed."""
    return bool(_UNFINISHED.search(statement) or _LASTS.match(statement))


def is_unfinished_remark(line: str) -> bool:
    """Return whether a short line below a degree says of it that it is not completed."""
    return len(line) <= _LONGEST_REMARK and is_unfinished(line) and degree_on_line(line) is None


def is_account(statement: str) -> bool:
    """Return whether a statement tells a story in the first person rather than naming a degree."""
    return bool(_ACCOUNT.search(statement))
