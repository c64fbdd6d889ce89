"""The simulated recruiter: a persona with a goal talks until it is reached or given up."""
