"""The schema of a case file, in steps that are only ever added to: m001_..., m002_..."""
