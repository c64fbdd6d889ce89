"""The words of a wish are found as whole words, however they are inflected."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.evidence.wording import densest
from tools.ingest.profile import build_candidate


def said(text: str) -> Candidate:
    """Return somebody whose résumé says something."""
    whole = f"Kim Doe\n\nEXPERIENCE\nClerk, Northwind, 03/2015 - Present\n- {text}\n"
    return build_candidate("a", whole, source="", content_hash="a", today=date(2026, 11, 22))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("writing", "Write the plans"),
        ("weld", "a welder"),
        ("welders", "welding"),
        ("time", "four times"),
        ("planning", "made a plan"),
        ("plan", "planned it"),
        ("management", "manages"),
        ("manage", "management"),
        ("delivery", "delivered"),
        ("delivers", "delivering freight"),
        ("sell", "sold by phone"),
        ("taught", "teaching"),
        ("writes", "written reports"),
        ("deliver", "the delivery"),
        ("gathers", "gathered reports"),
        ("verify", "insurance verifications"),
        ("notifies", "a notification"),
        ("certified", "certifying the weld"),
        ("party", "stag parties"),
        ("bus", "buses"),
        ("node.js", "Node.js services"),
        ("nurse", "nursing"),
        ("scheduling", "the schedule"),
        ("dive", "a certified Open Water Diver"),
        ("diving", "19 diving customers"),
        ("deploy", "deployed to three sites"),
        ("plays", "playing the organ"),
        ("bosses", "a boss"),
        ("controlled", "the controls"),
        ("filing", "kept files"),
        ("filling", "filled in forms"),
        ("staffing", "the staff"),
        ("wines", "a wine list"),
        ("cares", "cared for"),
        ("customs", "customs clearance"),
        ("march", "march with the band"),
        ("plans", "PLAN AND DRAW"),
        ("news", "read the news"),
    ],
)
def test_a_word_is_found_inflected(word: str, text: str) -> None:
    assert densest(text, (word,))[0] == 1


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("part", "stag parties"),
        ("part", "a partner"),
        ("party", "a part"),
        ("java", "JavaScript"),
        ("car", "careful care"),
        ("plan", "a plane"),
        ("c", "C++ and C#"),
        ("time", "Timothy"),
        ("mars", "Manager Mar 2009 to Jan 2015"),
        ("mars", "ENGINEER MAR 2011"),
        ("march", "Clerk, March 2015"),
        ("decs", "Cook, 3 Dec 1999"),
        ("dive", "Divers : deux enfants"),
        ("news", "a new shop"),
        ("past", "pasted labels"),
        ("customer", "customs clearance"),
        ("custom", "customer service"),
        ("career", "cared for the elderly"),
        ("internal", "two interns"),
        ("intern", "internal audit"),
        ("officer", "Microsoft Office"),
        ("statement", "City , State"),
        ("specifications", "specific needs"),
        ("physics", "physical therapy"),
        ("receiving", "accounts receivable"),
        ("critic", "critical care"),
        ("engineer", "rebuilt engines"),
        ("wine", "winning bids"),
        ("role", "rolled dough"),
        ("filling", "filed forms"),
        ("dining", "served dinners"),
        ("copes", "copper pipes"),
        ("saas", "SAS and SPSS"),
        ("organ", "organized events"),
        ("universe", "a university"),
        ("police", "the policies"),
        ("army", "two arms"),
        ("general", "a generation"),
    ],
)
def test_a_word_is_not_found_within_another(word: str, text: str) -> None:
    assert densest(text, (word,)) == (0, ((0, 0),))


def test_javascript_is_no_trace_of_java() -> None:
    found = judge(
        said("Maintained a JavaScript front end."), Criterion("skill", "Java", weight="avoid")
    )
    assert found.verdict == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        "Skin fades, beards, children, stag parties.",
        "Error budgets are real: features were frozen four times.",
    ],
)
def test_half_of_two_words_proves_nothing(text: str) -> None:
    assert judge(said(text), Criterion("text", "part time")).verdict == "unclear"


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("sign off inspections", "Did post-flight inspections before take off."),
        ("two full-cycle implementations", "Served twenty-two sites, one implementation each."),
    ],
)
def test_a_count_or_a_part_of_a_verb_is_no_word_that_shows_a_wish(wish: str, text: str) -> None:
    assert judge(said(text), Criterion("text", wish)).verdict == "unclear"


@pytest.mark.parametrize(
    ("skill", "apart", "together"),
    [
        (
            "contract management",
            "A contract position where I use my background, management included.",
            "Led contractor lifecycle management.",
        ),
        (
            "event marketing",
            "Attended events. Reviewed marketing numbers.",
            "Led marketing and community events.",
        ),
        ("tax coding", "Paid tax, kept codes.", "Knew the tax, duty and toll codes."),
        (
            "delivery driving",
            "Took deliveries, swept floors, helped drivers.",
            "Driver of daily deliveries.",
        ),
    ],
)
def test_words_of_a_skill_in_another_order_show_it_in_one_phrase_alone(
    skill: str, apart: str, together: str
) -> None:
    wish = Criterion("skill", skill)
    assert judge(said(apart), wish).verdict == "unclear"
    assert judge(said(together), wish).verdict in {"partly", "met"}


@pytest.mark.parametrize(
    ("skill", "text"),
    [
        ("delivery driving", "Delivery Driver of a van."),
        ("instructional design", "Instructional Designer for schools."),
    ],
)
def test_the_words_of_a_skill_in_their_order_name_it(skill: str, text: str) -> None:
    assert judge(said(text), Criterion("skill", skill)).verdict == "met"


@pytest.mark.parametrize(
    ("wish", "text", "verdict"),
    [
        ("install and repair motors", "Installed and repaired plumbing.", "unclear"),
        ("install and repair motors", "Repaired motors.", "partly"),
        ("negotiate prices and delivery", "Negotiated prices.", "partly"),
        ("weekly and monthly reviews", "Sent weekly and monthly invoices.", "unclear"),
        ("training of branch staff", "Did the training of all staff.", "partly"),
    ],
)
def test_a_wish_is_partly_met_only_by_what_speaks_of_its_object(
    wish: str, text: str, verdict: str
) -> None:
    assert judge(said(text), Criterion("text", wish)).verdict == verdict


@pytest.mark.parametrize("text", ["Obeyed the supervisor.", "Taught horses how to lead."])
def test_a_rank_is_held_in_a_title_and_not_by_a_mention(text: str) -> None:
    wish = Criterion("text", "lead", any_of=("lead", "supervisor"))
    assert judge(said(text), wish).verdict == "unclear"
    lead = said(f"{text}\n\nWarehouse Lead, Harrow Inn, 02/2010 - 02/2014\n- Stacked.")
    assert judge(lead, wish).verdict == "met"


def test_items_of_a_list_of_key_words_say_nothing_together() -> None:
    wish = Criterion("text", "designs and delivers training")
    listed = "budgets, delivery, design, finance, leadership training, logistics, marketing"
    assert judge(said(f"Sold.\n{listed}"), wish).verdict == "unclear"
    calm = "Stayed calm when the guests were loud."
    told = judge(said(f"Designed and delivered plans and training. {calm}\n{listed}"), wish)
    assert (told.verdict, told.quote) == ("met", "Designed and delivered plans and training.")


def test_two_words_of_two_sentences_do_not_show_a_wish_unless_it_lists_two_things() -> None:
    text = said("Keeps the data collection. Labels samples well.")
    assert judge(text, Criterion("text", "collect samples")).verdict == "unclear"
    assert judge(text, Criterion("text", "collection and labels")).verdict == "met"
    assert judge(said("Collected soil samples."), Criterion("text", "collect samples")).quote


@pytest.mark.parametrize("wanted", ["launched products in markets", "handled irate callers"])
def test_words_of_several_sentences_show_no_wish_not_even_in_part(wanted: str) -> None:
    text = said(
        "Handled the cash of two markets. Irate at none.\nProducts were stacked by night.\n"
        "Launched no boat.\nCallers were few."
    )
    assert judge(text, Criterion("text", wanted)).verdict == "unclear"
    told = said("Launched eleven products in four markets. Handled irate callers with calm.")
    assert judge(told, Criterion("text", wanted)).verdict == "met"


def test_two_of_three_words_are_partly_there() -> None:
    found = judge(said("Ran the night audits."), Criterion("text", "night audit shifts"))
    assert found.verdict == "partly"
    assert "night audits" in found.evidence[0].quote


def test_awareness_of_dangerous_goods_is_no_endorsement() -> None:
    wish = Criterion("certification", "ADR Certificate")
    assert judge(said("ADR awareness course, 2022"), wish).verdict == "unclear"
    assert judge(said("ADR certificate, 2022"), wish).verdict == "met"


@pytest.mark.parametrize("text", ["One very long night in Wick.", "3 demo nights with guests."])
def test_a_night_that_is_counted_is_no_night_work(text: str) -> None:
    assert judge(said(text), Criterion("text", "nights")).verdict == "unclear"


@pytest.mark.parametrize("text", ["Four nights a week.", "Days and nights.", "A night shift."])
def test_nights_on_duty_are_night_work(text: str) -> None:
    assert judge(said(text), Criterion("text", "nights")).verdict == "met"


def test_words_in_two_jobs_do_not_stand_together_and_the_shortest_place_is_quoted() -> None:
    apart = said("Nights were quiet.\n\nPorter, Harrow Inn, 02/2010 - 02/2014\n- Took a shift.")
    assert judge(apart, Criterion("text", "night shifts")).verdict == "unclear"
    near = said("Nights were quiet.\n- Sent trucks.\n- Night shift, alarms.")
    assert judge(near, Criterion("text", "night shifts")).quote == "Night shift, alarms."


def test_what_people_were_hired_for_is_no_skill_held() -> None:
    hiring = said("190 hires, mostly back-end (Java, Go).")
    assert judge(hiring, Criterion("skill", "Java")).verdict == "unclear"
    taught = said("Trained 190 hires (Java, Go).")
    assert judge(taught, Criterion("skill", "Java")).verdict == "met"


@pytest.mark.parametrize("wish", ["phone", "by phone", "email", "link"])
def test_the_token_of_an_identity_shows_nothing(wish: str) -> None:
    contacts = "jo@harrow.example\n+44 20 7946 0958\nlinkedin.com/in/jo"
    text = f"Jo Tarnfield\n{contacts}\nPlanner\n\nPlanned."
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    assert judge(person, Criterion("text", wish)).verdict == "unclear"


def test_a_phone_named_in_the_work_is_shown() -> None:
    person = said("Answered the phone all day.")
    assert judge(person, Criterion("text", "phone")).verdict == "met"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Brought my own van", "met"),
        ("Owner of a van", "met"),
        ("Loaded a van", "unclear"),
        ("Worked for Huis van Licht", "unclear"),
    ],
)
def test_a_thing_of_ones_own_is_more_than_any(text: str, verdict: str) -> None:
    assert judge(said(text), Criterion("text", "own van")).verdict == verdict
