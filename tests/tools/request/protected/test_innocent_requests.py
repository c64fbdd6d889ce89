"""What the work is about is no trait of the people who do it: black belts, union relations."""

from __future__ import annotations

import pytest

from agent.offline.reading import refused
from tools.request import read_request

INNOCENT = """
cloud agnostic engineer
platform agnostic developer
payments to foreign and local vendors, accountant
works with people with disabilities
foreign exchange trader
elderly care assistant
old town tour guide
nurse (m/f/d)
white goods technician
black belt in Six Sigma
six sigma black belt project manager
white-label product manager
blackjack dealer
white-collar crime attorney
LGBT health program coordinator
LGBTQ+ youth worker
disability services coordinator
disability support worker
pregnancy care nurse
women's health nurse
black history teacher
union relations manager
union organizer
political campaign manager
christian school teacher
works with disabled children
teacher for disabled children
tall ship captain
straight truck driver
gay rights advocate
blind installer
blinds fitter
deaf education teacher
sign language interpreter for the deaf
white water rafting guide
black and white photographer
black cab driver
black car chauffeur
short order cook
short film editor
short haul driver
thin film engineer
tall building inspector
healthy food chef
healthy eating coach
religious studies teacher
catholic school principal
islamic finance analyst
christian music director
catholic priest
hospital chaplain, all faiths
credit union teller
western union agent
student union manager
European Union lawyer
experience in a unionized environment
plant manager with union negotiations experience
labor relations, collective bargaining
liberal arts teacher
conservative dentistry
republican campaign manager
Democratic party fundraiser
policy advisor, party politics
genetic counselor
genetics researcher
HIV nurse
HIV clinic coordinator
diabetic nurse specialist
midwife for pregnant women
maternity nurse
transgender health nurse
gender studies lecturer
accent wall painter
accent reduction coach
dialect coach
native English speaker
bilingual Spanish teacher
veterans' affairs counselor
military veteran truck driver
army medic
tattoo artist
tattoo removal technician
blonde specialist hairdresser
hair colorist, blonde highlights
makeup artist
fashion model booker
fat loss coach
obesity nurse
fit model
attractive salary, sales manager
beautiful gardens, landscape gardener
pretty good python developer
straight talking sales manager
physically fit warehouse worker
able to lift 50 pounds
works with wheelchair users
drives wheelchair accessible vans
autism spectrum therapist
mental health nurse
depression therapist
family medicine doctor
family therapist
single point of failure analysis, engineer
single family homes realtor
married couples therapist
kids club coordinator
nurse, works with children
Indian cuisine chef
French pastry chef
Chinese medicine doctor
Asian food buyer
Greek restaurant manager
Thai massage therapist
Swedish massage therapist
French polisher
German teacher
Roma football coach
Black & Decker service technician
Jack Black whiskey brand manager
White House correspondent
Whiteboard developer
Black Friday retail manager
companies like Goldman Sachs, analyst
sales rep from firms like Procter Gamble
tools like Jira and Trello, project manager
engineers like those at Google
languages such as Python
somebody like a project manager
I would like a nurse
nurse who likes children
recruiter who reports to Vice President
find Project Manager Berlin
find San Francisco
show me Java Spring
find registered nurses
nurses named on the register
show me New York
left wing football coach
diversity and inclusion manager
equal opportunities officer
elderly care nurse
old people's home manager
nurse for a Jewish hospital
worked at Methodist Hospital
nurse at Presbyterian Hospital
brown rice mill operator
colored concrete finisher
straight line welding
hot shot driver
trans-Atlantic pilot
Trans Am mechanic
petite fashion buyer
deaf-blind intervener
blind test engineer
mute swan keeper
bipolar transistor engineer
bald eagle biologist
feminist press editor
no smoking counselor
nurse without borders
developer without a degree
no agency people
chef without HACCP
must be certified
must be local
must be reliable and clean
who is fluent in French
"""


@pytest.mark.parametrize("text", INNOCENT.strip().splitlines())
def test_a_request_for_some_work_is_not_refused(text: str) -> None:
    assert read_request(text).protected == ()
    assert refused(text) == ()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("straight truck driver", "straight truck driver"),
        ("LGBT health program coordinator", "LGBT health program coordinator"),
        ("deaf education teacher", "deaf education teacher"),
    ],
)
def test_the_words_of_such_work_stay_in_the_phrase_of_the_job(text: str, phrase: str) -> None:
    said = {c.phrase or str(c.value) for c in read_request(text).criteria if c.kind == "title"}
    assert {s.casefold() for s in said} & {phrase.casefold()}
