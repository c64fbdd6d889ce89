"""The shell around the graph: processes, network, environment, providers and doors."""
