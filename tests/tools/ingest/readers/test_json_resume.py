"""A JSON Resume becomes a plain text with sections, so that quotes stand in it."""

from __future__ import annotations

from tools.ingest.given_fields import GivenFields
from tools.ingest.readers.json_resume import is_json_resume, resume_text

RESUME = {
    "basics": {
        "name": "Ana Berg",
        "label": "Head Chef",
        "email": "ana@berg.example",
        "phone": "+1 555 0100",
        "location": {"city": "Lyon", "countryCode": "FR"},
        "summary": "Cooks.",
        "profiles": [{"network": "Forum", "url": "https://forum.example/ana"}],
    },
    "work": [
        {
            "name": "Lumen",
            "position": "Head Chef",
            "startDate": "2019-03-01",
            "highlights": ["Ran a kitchen of 12.", "Cut waste by 9%."],
        },
        {"name": "Sol", "position": "Cook", "startDate": "2015", "endDate": "2019-02"},
    ],
    "education": [
        {
            "institution": "Culinary College",
            "studyType": "Diploma",
            "area": "Cooking",
            "endDate": "2014",
        }
    ],
    "skills": [{"name": "Kitchen", "level": "Master", "keywords": ["grill", "HACCP"]}],
    "languages": [{"language": "French", "fluency": "Native"}],
    "certificates": [{"name": "HACCP 3", "issuer": "Institute", "date": "2018-05-02"}],
}


def test_every_section_is_written_out_with_headings_and_readable_dates() -> None:
    read = resume_text(RESUME, "")
    assert read.text == (
        "Ana Berg\nHead Chef\nLyon, FR | ana@berg.example | +1 555 0100 | https://forum.example/ana\n\n"
        "SUMMARY\nCooks.\n\n"
        "EXPERIENCE\nHead Chef, Lumen\nMar 2019 – Present\n• Ran a kitchen of 12.\n"
        "• Cut waste by 9%.\n\n"
        "Cook, Sol\n2015 – Feb 2019\n\n"
        "EDUCATION\nDiploma in Cooking, Culinary College\n2014\n\n"
        "SKILLS\nKitchen (Master): grill, HACCP\n\n"
        "CERTIFICATIONS\nHACCP 3, Institute, May 2018\n\n"
        "LANGUAGES\nFrench (Native)"
    )
    assert read.given == GivenFields(
        name="Ana Berg",
        title="Head Chef",
        location="Lyon, FR",
        email="ana@berg.example",
        phone="+1 555 0100",
    )


def test_a_record_with_text_is_not_taken_for_a_json_resume() -> None:
    assert is_json_resume(RESUME)
    assert is_json_resume({"work": []})
    assert not is_json_resume({"text": "Cook", "skills": ["grill"]})


def test_wrong_types_inside_are_passed_over() -> None:
    odd = {
        "basics": {"name": 7, "location": "Lyon"},
        "work": ["Lumen", 3, None],
        "skills": {"a": 1},
    }
    assert resume_text(odd, "").text == "7\nLyon\n\nEXPERIENCE\nLumen"
