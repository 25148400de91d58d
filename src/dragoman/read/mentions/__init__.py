"""Who is named: names, descriptions and pronouns to actors, within one document."""
