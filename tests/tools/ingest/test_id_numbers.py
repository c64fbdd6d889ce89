"""Numbers by which a state knows a person leave the profile; those of a credential stay."""

from __future__ import annotations

import pytest

from tools.ingest.identity.split import split_identity

RESUME = (
    "Site Supervisor\n\nSUMMARY\nRuns building sites.\n\nPERSONAL DETAILS\n{line}\nKeen walker.\n"
)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Passport No. : M0197098 Date of Issue : 16.07.2014", "M0197098"),
        ("Passport number H 8837359", "H 8837359"),
        ("Passport # J 9138762 Issued at Thane", "J 9138762"),
        ("Passport Details : E6908187, India", "E6908187"),
        ("Passport (No. X1234567)", "X1234567"),
        ("My passport number is 533380006.", "533380006"),
        ("| Passport No | L8898902C3 |", "L8898902C3"),
        ("Reisepass-Nr.: C01X00T47", "C01X00T47"),
        ("SSN: 078-05-1120", "078-05-1120"),
        ("SSN 078051120", "078051120"),
        ("Social Security No. 078 05 1120", "078 05 1120"),
        ("Social Security Number:\n078-05-1120", "078-05-1120"),
        ("219-09-9999", "219-09-9999"),
        ("SSN: xxx-xx-1120", "1120"),
        ("SSN: ***-**-1120", "1120"),
        ("National Insurance Number: QQ 12 34 56 C", "QQ 12 34 56 C"),
        ("NI number: QQ123456C 1", "QQ123456C"),
        ("National ID: 63-1419015 Q24", "63-1419015 Q24"),
        ("Qatari Id No : 28735642209", "28735642209"),
        ("Emirates ID 784-1990-1234567-1", "784-1990-1234567-1"),
        ("Identity card number: 12345678Z", "12345678Z"),
        ("ID No: 8501015800088", "8501015800088"),
        ("Aadhaar No: 1234 5678 9012", "1234 5678 9012"),
        ("CNIC: 35202-1234567-1", "35202-1234567-1"),
        ("NRIC S1234567D", "S1234567D"),
        ("Driving License No 158117\nvalid up to 02.05.2022", "158117"),
        ("Driver's License #D1234567", "D1234567"),
        ("Driver’s licence number: MORGA657054SM9IJ", "MORGA657054SM9IJ"),
        ("Driving licence: KA01 20110012345", "20110012345"),
        ("Licence plate: KA 01 AB 1234", "1234"),
        ("533380006 (passport)", "533380006"),
    ],
)
def test_a_number_a_state_gave_leaves_the_text(line: str, number: str) -> None:
    text, identity = split_identity(RESUME.format(line=line))
    assert number not in text
    assert "⟨personal⟩" in text
    assert identity.phones == ()
    assert "Keen walker." in text


@pytest.mark.parametrize(
    "line",
    [
        "Driving licence: B, C1 and D",
        "Class C - Standard Driver's License",
        "Driver's License since 2009",
        "Driving licence 06/2015",
        "CDL Class A, endorsements N and T",
        "US passport valid until 03/2027",
        "Designed leads for the Passport 20 engine",
        "Ran the Passport CMMS for 12 plants",
        "Processed 150000 passport applications in 2015",
        "Checked driver's licenses of 10000 drivers",
        "Social Security Administration, 2015 - 2019",
        "Filed Social Security, 1099 and W-2 forms",
        "Registered Nurse, Illinois, License number RN645795",
        "CPA, Colorado License Number 25320",
        "NMLS ID: 528972",
        "MCP ID 2797345",
        "Microsoft Certified Professional (ID No. 10171726)",
        "BSN 2015",
        "CPR certified 03/2021",
        "Set up license plate readers at 12345 gates",
        "Ordered part 120-305-25 for 9 sites",
    ],
)
def test_a_credential_a_year_or_a_count_stays(line: str) -> None:
    assert line in split_identity(RESUME.format(line=line))[0]
