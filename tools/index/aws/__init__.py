"""People on AWS: records in DynamoDB, vectors in Pinecone, words and facts in a replica."""
