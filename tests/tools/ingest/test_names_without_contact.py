"""A name is told from a title where no e-mail and no phone says which of them the first line is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.ingest.identity.split import split_identity
from tools.vocabulary.tables import parts, read_folder
from tools.vocabulary.word_sets import words

LAYOUTS = (
    "{name}\n\nSummary\nTen years of work.\n\nExperience\nWelder, Elbe Dock, 2012 - 2022\n",
    "{name}\nWelder\n\nElbe Dock, Hamburg, 2012 - 2022\nHulls and rudders\n",
    "{name}\nHamburg\n\nWelder, Elbe Dock, Hamburg, 2012 - 2022\n",
    "Curriculum Vitae\n\n{name}\n\nExperience\nWelder, Elbe Dock, 2012 - 2022\n",
    "Welder\n{name}\n\nSummary\nTen years of work.\n",
    "Name: {name}\n\nSummary\nTen years of work.\n",
)
GIVEN = words(
    """Chris Rose Jean Lea Grace Will Paris Mohammed Priya José Ann Tom Yuki Lakisha Mark Oluwaseun
    Jean-Luc Thanh"""
)
SURNAMES = words(
    """Baker Cook Carpenter Mason Butler Fisher Porter Parker Taylor Miller Turner Gardener
Shepherd Judge Bishop Painter Farmer Singer Smith Brown Wilson Khan Ali Park Long Novak Schneider
Koch Jackson García Müller Nguyen Kowalska Smith-Jones O'Neil"""
)


def _same_as_anybody(layout: str, name: str) -> bool:
    text, identity = split_identity(layout.format(name=name))
    return bool(identity.name) and text == split_identity(layout.format(name="Jane Roe"))[0]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(GIVEN)),
    st.sampled_from(sorted(SURNAMES)),
    st.sampled_from(LAYOUTS),
    st.booleans(),
)
def test_a_given_name_makes_a_name_of_any_surname(
    first: str, last: str, layout: str, is_shouted: bool
) -> None:
    name = f"{first} {last}"
    assert _same_as_anybody(layout, name.upper() if is_shouted else name)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "name",
    [
        "Cook, Jean",
        "Baker, Rose",
        "Smith, John A.",
        "van der Berg, Anna",
        "Berg, Anna van der",
        "J. R. Hartley",
        "Dr. Rose Baker",
        "Nguyen Thi Minh",
        "Ashanique Gray",
        "Kim Min-jun",
        "王小明",
        "佐藤 健一",
        "佐藤 絵理",
        "田中敦士",
        "박 길사",
        "김민준",
        "محمد أحمد",
        "דוד כהן",
        "राहुल शर्मा",
        "สมชาย ใจดี",
        "Madonna",
    ],
)
def test_a_name_is_found_however_it_is_written(layout: str, name: str) -> None:
    assert _same_as_anybody(layout, name)


def test_no_title_and_no_job_of_the_vocabulary_is_taken_for_a_name() -> None:
    rows = read_folder("titles")
    titles = {title for row in rows for title in (row["title"], *parts(row["aliases"]))}
    taken = [title for title in titles if split_identity(f"{title}\n\nSummary\nWork.")[1].name]
    assert taken == []


@pytest.mark.parametrize(
    "top",
    [
        "Pastry Cook",
        "HEAD BAKER",
        "Web Developer",
        "Grant Writer",
        "Art Director",
        "Ruby Developer",
        "Mason Apprentice",
        "Head Chef",
        "Admissions Executive",
        "Women's Sweaters",
        "Shipper-Vault Bullion",
        "In-Service Coordinator",
        "Charlotte, North Carolina",
        "Accountant, Paris",
        "Personal Summary",
        "看護師",
        "软件工程师",
        "项目经理",
        "佐賀の弁護士",
        "介護福祉士",
        "税理士",
        "간호사",
        "مهندس برمجيات",
    ],
)
@pytest.mark.parametrize("below", ["\n\nSummary\nTen years.", "\nHead of Department\n\nSummary\n."])
def test_a_title_a_place_or_a_heading_is_no_name(top: str, below: str) -> None:
    text, identity = split_identity(top + below)
    assert (identity.name, text) == ("", top + below)


@pytest.mark.parametrize(
    "label", ["姓名：", "氏名: ", "الاسم: ", "Имя: ", "Ad Soyad: ", "Nama: ", "Imię i nazwisko: "]
)
def test_a_label_of_any_language_names_the_person(label: str) -> None:
    text, identity = split_identity(f"{label}Rose Baker\n\nSummary\nWork.")
    assert identity.name == "Rose Baker"
    assert text.startswith(f"{label}⟨name⟩")


@pytest.mark.parametrize("behind", [" 様", " | エンジニア", " 看護師"])
def test_a_given_name_is_masked_whatever_stands_behind_it(behind: str) -> None:
    text, identity = split_identity(f"氏名：佐藤 絵理{behind}\n\nSummary\nWork.")
    assert (identity.name, text.splitlines()[0]) == ("佐藤 絵理", f"氏名：⟨name⟩{behind}")


def test_a_carpenter_by_name_alone_is_none_by_trade() -> None:
    text, _ = split_identity(LAYOUTS[0].format(name="Chris Carpenter"))
    assert "Carpenter" not in text
