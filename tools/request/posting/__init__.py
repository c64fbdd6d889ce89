"""Job descriptions: their sections, the job they are for, and what each of their lines asks."""
