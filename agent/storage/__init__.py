"""What is kept of conversations and where: records and checkpoints, in SQLite or in DynamoDB."""
