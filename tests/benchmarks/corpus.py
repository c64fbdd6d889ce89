"""The corpus of a benchmark: indexed once, found again in its data directory."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

SEARCHES = (
    "accountants with 5+ years of experience and Excel",
    "data scientists with Python or R",
    "registered nurses with ICU experience",
    "chefs with menu planning and food safety",
    "sales managers who know Salesforce",
    "teachers with a master's degree",
    "civil engineers with AutoCAD, at least 3 years",
    "HR generalists with recruiting and payroll",
    "software developers with Java and SQL, no PHP",
    "business development managers with 10+ years",
    "fitness trainers with a certification",
    "digital marketing, nice to have Photoshop",
)

NEVER_ASKED = tuple(
    f"{title} with {skill}"
    for titles, skills in (
        ("payroll specialists,bookkeepers,tax accountants,auditors", "QuickBooks,ADP,budgeting"),
        ("paralegals,office managers,executive assistants", "Outlook,scheduling,PowerPoint"),
        ("electricians,HVAC technicians,welders,site supervisors", "OSHA 30,blueprints"),
        ("web designers,network engineers,data analysts", "SQL,Linux,Photoshop"),
        ("pharmacists,physical therapists,medical assistants", "CPR,patient care"),
    )
    for title in titles.split(",")
    for skill in skills.split(",")
)
"""Requests that share few words, for what a search costs that nobody has made before."""

CONVERSATION = (
    "find me accountants with Excel",
    "only 5+ years",
    "which of these knows SAP?",
    "why is #1 a good match?",
    "compare 1 and 2",
    "shortlist 2",
    "undo",
)
"""Seven messages, so that turn 50 of the repeated conversation says what turn 1 said."""


def arguments(description: str) -> argparse.Namespace:
    """Return the parsed options every benchmark takes: --corpus and --data-dir."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--corpus", type=Path, required=True, help="JSONL: candidate_id, text.")
    parser.add_argument("--data-dir", type=Path, default=Path(".bench-data"))
    options = parser.parse_args()
    if not options.corpus.is_file():
        parser.error(f"{options.corpus} does not exist: name a JSONL file with candidate_id, text.")
    return options


def indexed(corpus: Path, data_dir: Path) -> Path:
    """Index the corpus, which takes seconds when nothing changed; return the data directory."""
    home = data_dir / corpus.stem
    command = [sys.executable, "-m", "agent.cli", "ingest", str(corpus), "--data-dir", str(home)]
    if subprocess.run(command).returncode == 2:
        raise SystemExit("The corpus was not indexed.")
    return home
