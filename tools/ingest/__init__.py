"""From files to people: readers, the split of identity and profile, the pipeline."""
