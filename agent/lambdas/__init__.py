"""What AWS Lambda calls: one app behind two adapters, an authorizer, and a worker for a queue."""
