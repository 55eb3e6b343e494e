"""Who a recommendation's own words address: bodies of every kind, and never a bit of a sentence."""

import pytest

from gainboard.intake.wording.addressees import addressees_of

ACTIVE = [
    "Local resilience forums",
    "Chief constables|police and crime commissioners",
    "Integrated care boards",
    "Registered providers",
    "NHS trusts",
    "Minister for Housing and Planning",
    "HM Prison and Probation Service",
    "Department for Levelling Up, Housing and Communities",
    "Department for Culture, Media and Sport|Ofcom",
    "Department for Science, Innovation and Technology|Ofcom|Harbour Commissioner’s Office",
    "Department of Infrastructure, Transport, Regional Development and Communications",
    "Minister for Police and Emergency Services",
    "Bath and North East Northmoor Council",
    "Marks and Sons Ltd",
    "operator",
    "responsible authority",
    "person in charge",
    "Police, Fire and Crime Commissioner",
    "Police and fire services",
    "HM Harbours and Customs",
    "First Nations|Government of Northland",
    "State and territory police forces",
    "Donors|international community",
    "Ports|harbours",
    "Test centres",
    "Network North’s Coast route",
    "Member States’ authorities",
    "Church of Northmoor",
    "City|NPD",
    "Under Secretary for Harbours",
    "Governor|Head of Healthcare",
    "Balfour & Hart Ltd|Northmoor Water plc",
    "Home Office|College of Policing|NARU|National Fire Chiefs Council",
]
WORDINGS = [
    ("The Committee recommends that NASA establish a panel.", "NASA"),
    ("The Committee believes the Administrator should report each year.", "Administrator"),
    ("We recommend that the Council publish it, and that the Board review it.", "Council|Board"),
    ("The Council should publish it. The Board should review it.", "Council|Board"),
    ("Within a year the Council should plan, and the Board should report.", "Council|Board"),
    ("We recommend that the Home Office fund ten more posts.", "Home Office"),
    ("The Board recommends that Harbours North require operators to fit it.", "Harbours North"),
    ("That the Minister for Ports table the report.", "Minister for Ports"),
    ("The Panel recommends to the Harbour Trust that it issue guidance.", "Harbour Trust"),
    ("Bayline Ferries is recommended to amend its manual.", "Bayline Ferries"),
    ("Northmoor Police to take steps to improve supervision.", "Northmoor Police"),
    ("Recommendations The force should improve it.", "force"),
    ("In the NHS, boards should appoint guardians.", "boards"),
    ("The force doesn’t know why officers leave, and should use interviews.", "force"),
    ("To remedy the injustice, within a month, the Council should:", "Council"),
    ("As the President chooses guidelines, he should protect privacy.", "President"),
    ("The Committee recalls its report and urges the State party to act.", "State party"),
    ("It is for the Government to decide. It should publish its reasons.", "Government"),
    ("The Council has issued guidance, but forces should do more.", "forces"),
    ("The Trust has agreed that it will write to her.", "Trust"),
    ("The force and its health provider should plan.", "force|health provider"),
    ("The Northmoor Government amends the Act.", "Northmoor Government"),
]
NOBODY = [
    "There should be a review of the scheme.",
    "Policies and procedures should reflect it.",
    "Inform your members and urge them to change.",
    "The Act should be amended so that the Commissioner must publish.",
    "Guidance for forces should make it clear that officers must record it.",
    "That the Council policy be reviewed.",
]


@pytest.mark.parametrize("names", ACTIVE)
def test_bodies_of_every_kind_can_be_asked_to_do_something(names: str) -> None:
    first, *rest = names.split("|")
    joined = " and the ".join([", the ".join([first, *rest[:-1]]), *rest[-1:]])
    subject = joined if first[0].isupper() and first.endswith("s") else f"The {joined}"
    assert addressees_of(f"{subject} should review its plan.", None) == (first, *rest)


@pytest.mark.parametrize(("words", "names"), WORDINGS)
def test_each_wording_says_whom_it_asks(words: str, names: str) -> None:
    assert addressees_of(words, None) == tuple(names.split("|"))


@pytest.mark.parametrize("words", NOBODY)
def test_what_is_asked_of_nobody_names_nobody(words: str) -> None:
    assert addressees_of(words, None) == ()


def test_clauses_name_whom_their_lead_in_leaves_open() -> None:
    clauses = ["a. All Police Services should adopt it;", "b. Harbour boards should train staff."]
    assert addressees_of("That:", None, clauses) == ("Police Services", "Harbour boards")


def test_clauses_of_a_law_to_be_amended_ask_nobody() -> None:
    clauses = ["(1) an applicant must tell;", "(2) the Court must record."]
    assert addressees_of("We recommend that the Act be amended so that:", None, clauses) == ()
