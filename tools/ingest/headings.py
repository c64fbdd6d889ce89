"""What the headings of résumés mean: a table of spellings in several languages."""

from __future__ import annotations

import re

_TABLE = {
    "summary": """summary|profile|professional summary|professional profile|executive summary
        |executive profile|career summary|career profile|career overview|career focus
        |career objective|objective|professional objective|job objective|about|about me|overview
        |professional overview|personal statement|personal profile|introduction|snapshot
        |who i am|in short|in brief|at a glance|bio|biography|statement|career statement
        |summary of qualifications|qualifications summary|professional statement|value proposition
        |profil|kurzprofil|zusammenfassung|über mich|ueber mich|kurzvorstellung|zur person
        |profil professionnel|à propos|a propos|à propos de moi|résumé professionnel|présentation
        |en bref|perfil|perfil profesional|perfil profissional|sobre mí|sobre mi|sobre mim|resumen
        |resumen profesional|resumo|resumo profissional|presentación|apresentação|profilo
        |profilo professionale|presentazione|profiel|over mij|persoonlijk profiel|om mig|om meg
        |o mnie|podsumowanie|profil zawodowy""",
    "experience": """experience|work experience|professional experience|work history|job history
        |employment|employment history|employment record|career|career history|work|jobs
        |professional background|professional history|relevant experience|career experience
        |career to date|earlier employment|before that|before|earlier|field experience
        |engagements as freelancer|engagements as a freelancer|freelance engagements
        |freelance work|positions as freelancer|work as a freelancer|work as freelancer
        |employed before|where i have worked|career snapshot|what i did before
        |experience and employment|positions held|positions|engagements
        |professional career|related experience|additional experience|other experience
        |further experience|earlier experience|previous experience|prior experience|earlier career
        |selected experience|military experience|military service|internships|internship
        |internship experience|work and experience|employment experience|industry experience
        |berufserfahrung|beruflicher werdegang|werdegang|berufliche erfahrung|berufspraxis
        |berufliche stationen|praxiserfahrung|berufstätigkeit|arbeitserfahrung|praktika
        |beruflicher hintergrund|stationen|expérience|expériences|expérience professionnelle
        |expériences professionnelles|parcours|parcours professionnel|emplois|missions|stages
        |experiencia|experiencia profesional|experiencia laboral|trayectoria
        |trayectoria profesional|historial laboral|experiência|experiência profissional|percurso
        |percurso profissional|esperienza|esperienze|esperienza professionale|esperienze lavorative
        |esperienze professionali|esperienza lavorativa|werkervaring|ervaring|loopbaan
        |erfaring|arbejdserfaring|arbeidserfaring|arbetslivserfarenhet|doświadczenie
        |doświadczenie zawodowe|przebieg kariery|praca""",
    "skills": """skills|skill|highlights|core qualifications|qualifications|skill highlights
        |technical skills|key skills|core skills|skills summary|summary of skills|skill summary
        |computer skills|core competencies|competencies|key competencies|core strengths|strengths
        |areas of expertise|expertise|area of expertise|specialties|specialities|specialisms
        |special skills|professional skills|trade skills|software|software skills|systems|tools
        |technologies|technical|technical proficiencies|technical expertise|technical competencies
        |technical summary|stack|tech stack|technical stack|toolbox|toolkit|tech|it skills|it
        |other skills|additional skills|relevant skills|soft skills|hard skills|abilities
        |skills and abilities|knowledge|areas of knowledge|proficiencies|core proficiencies
        |key qualifications|professional highlights|career highlights|capabilities|methods
        |core capabilities|key strengths|equipment|machines|machinery|techniques|computer
        |computer proficiency|computer knowledge|software knowledge|clinical skills|good at|can do
        |what i do|what i can do|what i bring|skill set|skillset|programs|applications
        |kenntnisse|fähigkeiten|kompetenzen|fachkenntnisse|edv-kenntnisse|it-kenntnisse|edv
        |technische kenntnisse|fertigkeiten|qualifikationen|compétences|compétences techniques
        |compétences clés|savoir-faire|outils|logiciels|informatique|habilidades|competencias
        |aptitudes|conocimientos|técnicas|herramientas|destrezas|competências|conhecimentos
        |ferramentas|competenze|competenze tecniche|conoscenze|capacità|vaardigheden|kennis
        |competenties|kompetencer|ferdigheter|färdigheter|kompetenser|umiejętności
        |kompetencje""",
    "education": """education|education and training|training|educational background|academics
        |academic background|academic qualifications|academic history|academic|studies|study
        |education and certifications|education and qualifications|academic credentials
        |professional training|professional education|professional development|schooling|degrees
        |degree|courses|coursework|relevant coursework|training and courses|school|university
        |educational qualifications|educational history|formal education|continuing education
        |ausbildung|studium|bildung|bildungsweg|schulbildung|schule|akademischer werdegang
        |aus- und weiterbildung|weiterbildung|fortbildung|fortbildungen|weiterbildungen|lehre
        |formation|formations|études|diplômes|éducation|formation et diplômes|diplômes et formation
        |cursus|formación|formación académica|educación|estudios|cursos|formação
        |formação académica|formação acadêmica|educação|estudos|istruzione|formazione|studi
        |istruzione e formazione|opleiding|opleidingen|onderwijs|cursussen|uddannelse|utdanning
        |utbildning|wykształcenie|edukacja|szkolenia|kursy""",
    "certifications": """certifications|certification|certificates|certificate|licenses|license
        |licences|licence|licensure|licensing|credentials|accreditations|registrations
        |registration|professional certifications|professional licenses|professional licences
        |professional registration|tickets|tickets and licences|cards|permits|memberships
        |professional memberships|professional membership|membership|certs|badges
        |zertifikate|zertifizierungen|bescheinigungen|scheine|nachweise|certificats
        |habilitations|permis|certificaciones|certificados|carnets|licencias|certificações
        |certificazioni|certificaten|certificeringen|certifikater|certyfikaty|uprawnienia""",
    "languages": """languages|language|language skills|languages spoken|spoken languages
        |foreign languages|sprachen|sprachkenntnisse|langues|idiomas|línguas|linguas|lingue|talen
        |talenkennis|sprog|språk|języki|języki obce""",
    "volunteer": """volunteer|volunteering|volunteer experience|volunteer work|voluntary work
        |voluntary|community service|community involvement|community|ehrenamt|bénévolat
        |voluntariado|volontariato|vrijwilligerswerk""",
    "personal": """personal information|personal details|personal data|personal|contact
        |contact details|contact information|persönliche daten|persönliches|angaben zur person
        |kontakt|données personnelles|coordonnées|état civil|datos personales|contacto
        |dados pessoais|contacto e dados pessoais|dati personali|contatti|personalia|privat
        |persoonlijke gegevens|dane osobowe""",
    "honors": """honors|honours|awards|awards and honors|honors and awards|activities and honors
        |activities|affiliations|professional affiliations|professional associations|associations
        |publications|patents|publications and talks|talks|conferences|references|referees|referee
        |recognition|recognitions|extracurricular activities|extracurricular|exhibitions
        |extra-curricular activities|co-curricular activities|outside activities
        |selected honors|selected publications|invited talks|boards|mandates
        |boards and memberships|referenzen|auszeichnungen|veröffentlichungen|références|referencias
        |referências|referenze|referenties|referencje""",
    "interests": """interests|hobbies|hobby|hobbies and interests|interests and hobbies
        |hobbies and interest|personal interests|leisure|leisure activities|free time|outside work
        |beyond work|interessen|hobbys|freizeit|centres d'intérêt|centres d’intérêt|loisirs
        |intereses|aficiones|interesses|interessi|interesses en hobby's|zainteresowania""",
    "other": """accomplishments|core accomplishments|key accomplishments|achievements
        |key achievements|selected achievements|selected accomplishments|presentations
        |research|additional information|additional|other|other information
        |miscellaneous|further|leadership|portfolio|notes|note|availability|teaching|sonstiges
        |divers|otros|logros|outros|altro|overig|overige|inne""",
    "projects": """projects|selected projects|personal projects|side projects|academic projects
        |key projects|recent projects|notable projects|research projects|open source
        |open source projects|projekte|projets|proyectos|projetos|progetti|projecten|projekty""",
}
_KINDS = {
    " ".join(phrase.split()): kind
    for kind, phrases in _TABLE.items()
    for phrase in phrases.split("|")
}
_AND = re.compile(r"\s*(?:[&/|,+·]|\b(?:and|und|et|y|e|en|og|och|i)\b)\s*")
_TAIL = re.compile(r"(?<!of)(?<!with) (experience|employment|erfahrung|skills|kenntnisse)$")
_SKILL_TAILS = frozenset({"skills", "kenntnisse"})
_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_SPACED = re.compile(r"(?:\w ){3,}\w")
_LONGEST = 60
_JOBS = "experience"
_MOST_WORDS = 7


def heading_kind(line: str) -> str | None:
    """Return the section a line announces (a key of the table), or None when it is no heading."""
    if not line or len(line) > _LONGEST or line[-1] == "." or line[0].islower():
        return None
    bare = line.strip(" \t:*#=_-–—~•|·►▪■●").lower()
    if not bare or not (bare[-1].isalpha() or bare[-1] == ")"):
        return None
    known = _KINDS.get(bare)
    if known:
        return known
    if bare[-1] == ")":
        return _JOBS if _KINDS.get(_BRACKETED.sub("", bare)) == _JOBS else None
    if _SPACED.search(bare):
        known = _KINDS.get(_joined_letters(bare))
        if known:
            return known
    if bare.count(" ") >= _MOST_WORDS:
        return None
    return _combined(bare) or _by_tail(line, bare)


def _joined_letters(bare: str) -> str:
    """Undo "s k i l l s", in which words stand apart by two spaces or more."""
    words = re.split(r"\s{2,}|\s[|/]\s", bare)
    return " ".join(word.replace(" ", "") for word in words)


def _combined(bare: str) -> str | None:
    """Return a heading of several known ones: "Education & Certificates"."""
    parts = [part for part in _AND.split(bare) if part]
    if len(parts) < 2:
        return None
    kinds = [_KINDS.get(part) for part in parts]
    return kinds[0] if all(kinds) else None


def _by_tail(line: str, bare: str) -> str | None:
    """Headings nobody can list: "Teaching Experience", "TRADE SKILLS"."""
    tail = _TAIL.search(bare)
    if tail is None or bare.count(" ") > 3:
        return None
    words = [word for word in line.strip(" :*#•-").split() if len(word) > 3]
    if not all(word[0].isupper() or not word[0].isalpha() for word in words):
        return None
    if tail.group(1) not in _SKILL_TAILS:
        return "experience"
    return "skills" if line.isupper() or line.endswith(":") else None
