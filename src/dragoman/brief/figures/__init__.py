"""What the pictures of a brief show: findings with their places, signs and words, each row with its cites."""
