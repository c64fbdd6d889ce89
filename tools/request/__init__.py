"""Reads what a recruiter writes into criteria: a sentence, a fragment or a job description."""

from tools.request.clauses import Clause, split_clauses
from tools.request.cues import Cue, find_cues, read_weight
from tools.request.double_denials import undenied
from tools.request.experience import means_that_role
from tools.request.implied_titles import tells_deed
from tools.request.naming.hours import asked_hours, refused_hours
from tools.request.naming.name_terms import tools_of_titles
from tools.request.naming.senses import says_by_job
from tools.request.prepared import prepared
from tools.request.protected.finding import find_protected
from tools.request.protected.instead import ANYTHING, instead_of, refuse
from tools.request.protected.leaving_out import unprotected
from tools.request.protected.wish import Protected
from tools.request.reading import Reading, read_request
from tools.request.seniority import welcomed_levels
from tools.request.served import hide_served
from tools.request.unread import unread
from tools.request.visible import as_seen
from tools.request.years import YearsAsked, find_years

__all__ = [
    "ANYTHING",
    "Clause",
    "Cue",
    "Protected",
    "Reading",
    "YearsAsked",
    "as_seen",
    "asked_hours",
    "find_cues",
    "find_protected",
    "find_years",
    "hide_served",
    "instead_of",
    "means_that_role",
    "prepared",
    "read_request",
    "read_weight",
    "refuse",
    "refused_hours",
    "says_by_job",
    "split_clauses",
    "tells_deed",
    "tools_of_titles",
    "undenied",
    "unprotected",
    "unread",
    "welcomed_levels",
]
