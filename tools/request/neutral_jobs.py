"""Says a job for either sex where a request names it for one: a waitress is sought as a waiter."""

from __future__ import annotations

NEUTRAL = {
    "waitress": "waiter",
    "waitresses": "waiters",
    "barmaid": "bartender",
    "barmaids": "bartenders",
    "barman": "bartender",
    "barmen": "bartenders",
    "salesman": "salesperson",
    "salesmen": "salespersons",
    "saleswoman": "salesperson",
    "saleswomen": "salespersons",
    "saleslady": "salesperson",
    "salesgirl": "salesperson",
    "stewardess": "flight attendant",
    "stewardesses": "flight attendants",
    "policeman": "police officer",
    "policemen": "police officers",
    "policewoman": "police officer",
    "policewomen": "police officers",
    "fireman": "firefighter",
    "firemen": "firefighters",
    "actress": "actor",
    "actresses": "actors",
    "masseuse": "massage therapist",
    "masseuses": "massage therapists",
    "headmaster": "headteacher",
    "headmistress": "headteacher",
    "manageress": "manager",
}
