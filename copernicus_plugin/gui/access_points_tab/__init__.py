"""Where data is accessed: every place, what it is today, and the user's account there."""
