"""What people answered: files that come back from paper and platforms -> marked answers -> what the answers say."""
