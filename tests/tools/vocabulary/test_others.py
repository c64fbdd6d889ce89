"""What a résumé tells of kin, superiors and those hired or worked beside is not its owner's."""

from __future__ import annotations

import pytest

from tools.vocabulary.others import Others


def _others(text: str, name: str) -> bool:
    start = text.index(name)
    return Others(text).cover(start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My wife is a registered nurse.", "registered nurse"),
        ("My late father was a welder", "welder"),
        ("My brother, an electrician", "electrician"),
        ("My mother, who worked as a baker", "baker"),
        ("Married to an RN", "RN"),
        ("Son of a retired plumber", "plumber"),
        ("Raised by a seamstress", "seamstress"),
        ("My manager was a Java expert", "Java"),
        ("Recruited Java developers", "Java"),
        ("Recruited Java, .NET, and Python developers", "Java"),
        ("Recruited Java, .NET, and Python developers", "Python"),
        ("Hired 12 senior Go engineers", "Go"),
        ("Sourced, screened and placed SAP consultants", "SAP consultants"),
        ("Worked closely alongside Java developers", "Java"),
        ("Collaborated with SQL database administrators", "SQL"),
        ("Filled roles for DevOps engineers", "DevOps"),
        ("Sourced Java and DevOps roles", "Java"),
        ("Nobody on the team wanted to maintain a JavaScript front end", "JavaScript"),
        ("No one knew Perl any more", "Perl"),
        ("None of us had ever used Kubernetes", "Kubernetes"),
    ],
)
def test_what_others_are_or_know_is_theirs(text: str, name: str) -> None:
    assert _others(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Helped my father with welding", "welding"),
        ("My father ran a shop, where I did the welding", "welding"),
        ("My supervisor was impressed with my Java skills", "Java"),
        ("My wife and I run a bakery", "bakery"),
        ("Hired as a Java developer", "Java"),
        ("Recruited by Harrow for Java development", "Java"),
        ("Hired, trained and led Java developers", "Java"),
        ("Managed Java developers", "Java"),
        ("Recruiting Java developers", "Recruiting"),
        ("Interviewed users and wrote Java services", "Java"),
        ("Worked with Java and SQL", "Java"),
        ("Worked with developers on Java services", "Java"),
        ("Collaborated with customer service team members", "customer service"),
        ("Worked with client feedback and software developers", "client feedback"),
        ("Recruiting and interviewing\nEnergetic\nJava\nMultilingual experts", "Java"),
        ("Sourcing, networking, screening and interviewing candidates", "networking"),
        ("Filled prescriptions for Java", "Java"),
        ("No one else knew Perl", "Perl"),
        ("Nobody wanted the old site, so I wrote it in PHP", "PHP"),
        ("Filled in for the Java developer", "Java"),
    ],
)
def test_what_is_done_oneself_stays(text: str, name: str) -> None:
    assert not _others(text, name)
