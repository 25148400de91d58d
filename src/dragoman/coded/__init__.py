"""Event rows that others have coded: the forms they come in, and what their codes mean here, both ways."""
