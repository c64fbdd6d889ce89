"""What a message wraps around its request asks for nobody: addresses, greetings, signatures."""

from __future__ import annotations

import pytest

from tools.request import read_request

ASKED = "Need a welder with TIG in Denver, 3+ years."


def read(text: str) -> set[tuple[str, str, str]]:
    return {(c.kind, str(c.value), c.weight) for c in read_request(text).criteria}


@pytest.mark.parametrize(
    "signature",
    [
        "\n\nBest regards,\nJordan Mason",
        "\n\nKind regards,\nPriya Shah\nTalent Partner at Northgate Accounting\n+44 20 7946 0958",
        "\nRegards\nDr. Sandy Carpenter DDS\nSmile Dental\n123 Main Street, Boston, MA 02110",
        "\nMany thanks for your help!\nFlorence\nHead Pharmacist\nMiami | (305) 555 0199",
        "\n\nYours sincerely\nMrs. Brooklyn Teacher\nPrincipal\nLincoln Elementary School",
        "\n\nMit freundlichen Grüßen\nKlaus Schneider\nLeiter Einkauf",
        "\nBest\nChase",
        " Thanks, Paris",
        " Cheers, Chase Baker",
        " Cheers lads",
        " Thx - Kelly Fisher, CTO, Python Labs",
        " thx, brandon",
        " Thanks, Chelsea Cook, Senior Recruiter, Houston Legal Staffing",
        " Thanks!\nSavannah\nProduction Manager\nPhoenix Steel Works\nSent from my iPhone",
        "\n\n--\nGrace Gardner | Head of Talent | Fisher Homes\nlinkedin.com/in/gracegardner",
        "\n\nTy,\nAustin\n\nCONFIDENTIALITY NOTICE: This e-mail must not be read by"
        " a nurse who is not the intended recipient.",
        " Sent from my Samsung Galaxy",
        " Get Outlook for iOS",
    ],
)
def test_a_signature_asks_for_nothing(signature: str) -> None:
    assert read(f"{ASKED}{signature}") == read(ASKED)


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi Jordan, ",
        "Hello Mason,\n\n",
        "Hi team, hope you're well. ",
        "Dear Hiring Manager,\n",
        "Good morning Sydney. ",
        "hey guys!! ",
        "Sehr geehrte Damen und Herren, ",
        "To whom it may concern,\n",
        "From: Mark Taylor <mark.taylor@example.org>\nTo: java@example.com\nSubject: RE: ",
        "On Mon, 3 Mar 2025 at 10:12, Sydney Porter <sydney@example.com> wrote:\n> Hi Paris,\n> ",
        "-----Original Message-----\nFrom: Savannah Miller\nSent: Monday\nSubject: ",
    ],
)
def test_who_is_greeted_and_the_head_of_an_e_mail_ask_for_nothing(greeting: str) -> None:
    assert read(f"{greeting}{ASKED}") == read(ASKED)


@pytest.mark.parametrize(
    "contact",
    [
        "CVs to hr@hotel-paris.com",
        "Send resumes to jobs@phoenix_group.com by Friday.",
        "To apply send your resume to Jordan Butler, Hiring Manager at jobs@example.com.",
        "Apply at https://www.acme-logistics.com/careers/warehouse-supervisor-london",
        "Visit www.java-jobs.com or call (555) 123-4567.",
        "ph 303 555 0199 ask for Dallas",
        "Contact: Paris Brooks, HR Manager, 206-555-0100, denver@example.com",
        "Contact: Paris Brooks",
        "Pls reply to anna.java@example.de or WhatsApp +49 151 23456789",
        "dm me @berlinrecruiter",
        "Follow us on LinkedIn and Twitter @sqlmasters",
        "JD here: https://docs.example.com/document/python/edit",
        "Looking forward to hearing from you.",
        "Please feel free to call for more information.",
    ],
)
def test_how_to_answer_asks_for_nothing(contact: str) -> None:
    assert read(f"{ASKED} {contact}") == read(ASKED)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Thanks, Austin only please", {"Austin"}),
        ("Need a welder. Houston, TX. Thanks", {"Welder", "Houston"}),
        ("Need a welder. Thanks! Houston, TX", {"Welder", "Houston"}),
        ("Need a welder. Thanks! Also forklift", {"Welder", "forklift operation"}),
        ("Python developer. Thanks! Django, Flask", {"Python", "Django", "Flask"}),
        ("Need an RN in Austin, thanks! Or in Dallas", {"Austin or Dallas"}),
        ("Hello electricians, Dallas", {"Electrician", "Dallas"}),
        ("Hi, Java developer, Berlin", {"Java", "Berlin"}),
        ("Contact center manager", {"Contact Center Manager"}),
        ("email marketing manager with Mailchimp", {"Email Marketing Manager", "Mailchimp"}),
        ("Salesforce admin who worked at salesforce.com", {"Salesforce"}),
        (
            "Hi Ana,\nneed a nurse.\nThanks,\nBo\nPS: must speak French",
            {"Registered Nurse", "French"},
        ),
        (
            "New req.\nThanks,\nJordan\n\nRegistered Nurse\nDenver Care\n\nRequirements:\n- BLS",
            {"Registered Nurse", "BLS"},
        ),
    ],
)
def test_a_wish_beside_a_greeting_or_thanks_is_read(text: str, values: set[str]) -> None:
    assert values <= {value for _, value, _ in read(text)}
