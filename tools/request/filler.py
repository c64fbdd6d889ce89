"""Knows the words of a request that ask for nothing: "please", "people who know", "good"."""

from __future__ import annotations

_ASKING = """
forget everything anything nothing add include
sorry oops oh no nope meant mean actually anyway whatever hmm um lol haha pronto hiya danke merci
i i'm i'd i've im id me my mine we we're we'd we've our ours us you your you're need needs
needed want wants wanted wish wishes looking look find get give show search searching seek seeks
seeking hunt hunting hire hires hiring recruit recruiting require requires required requirement
requirements must please pls plz hi hello hey dear thanks thank thx cheers help let let's list
see send bring pull fetch match matching there exist exists available availability asap urgently
urgent now today currently current immediately soon start starting yes yeah ok okay well
actually maybe perhaps just only also too even still really very quite rather fairly pretty much
more most many lots lot bit least enough such so then else etc and/or proof
"""
_PEOPLE = """
juniors seniors
someone somebody anyone anybody everyone everybody person persons people candidate candidates
applicant applicants profile profiles cv cvs resume resumes résumé résumés professional
professionals specialist individual individuals guy guys folk folks talent talents he she they
him her his hers them their theirs it its himself herself themselves one ones who whom whose
which that what where when how why this these those the a an any some all both each every either
neither other others another same new here
"""
_PRAISE = """
good great best better top strong strongest excellent solid outstanding superb brilliant amazing
fantastic perfect nice suitable suited reputed reputable
right proper real genuine decent fitting capable competent qualified skilled talented experienced
seasoned proven demonstrated extensive deep sound thorough broad hands-on hands working practical
relevant similar related equivalent comparable appropriate ideal ideally preferably preferred big
plus bonus proficient proficiency expertise expert experts fluent familiar familiarity knowledge
knowledgeable knows know knowing known knew understanding understands understand experience
experiences exp skill skills ability abilities able background exposure track record history
certified certification certificate licensed license licence registered degree level mandatory
essential
"""
_DOING = """
be been being is are was were am isn't aren't do does did doing done have has having had can
could may might should would will shall use uses used using work works worked work's come comes
with without in at on of to for from by as into onto within under over about around near close
up down out off per via than through across between among during after before since until while
if because and or but not no nor speak speaks speaking spoken written got means home third
second nature who's whos bring brings like likes love loves able able-to year years yrs yr yoe
plus min max minimum maximum step stepping
january february march april june july august september october november december
"""
_VACANCY = """
valid clean jd hola hallo bonjour anywhere
role roles position positions job jobs post vacancy vacancies opening openings opportunity team
teams company client site office based living lives located location area region city town place
country full-time part-time permanent contract temporary onsite on-site hybrid
"""
_FOREIGN = """
suche suchen sucht ich wir brauche brauchen einen eine einer eines ein mit und oder für der die
das den dem im bei als von nach jahre jahren jahr erfahrung gesucht bitte gute gut guten
kenntnisse busco buscamos necesito un una unos unas con y o de en el la los las del para por
experiencia años año cherche cherchons besoin avec et ou le les des du dans pour expérience ans
qui que est sont
"""
_SOFT = """
enthusiasm enthusiastic curiosity curious motivated motivation passionate passion proactive
flexible flexibility mindset attitude interpersonal collaborative collaborate collaborating
collaboratively teamwork player self-starter self-motivated driven energetic positive friendly
reliable integrity eager eagerness willingness willing detail-oriented dynamic closely integral
commitment calm kind caring warm punctual polite gentle honest trustworthy
organised organized tidy presentable adaptable resourceful cheerful
sociable humble resilient committed dedicated dedication fast-paced independently thinker
go-getter hard-working deadline deadlines
"""

FILLER = frozenset(f"{_ASKING} {_PEOPLE} {_PRAISE} {_DOING} {_VACANCY} {_FOREIGN}".split())
"""Words that carry no wish at the edge of a phrase and do not count within it."""

SOFT_SKILLS = frozenset(_SOFT.split())
"""Words by which a posting describes a character, which no résumé can prove."""
