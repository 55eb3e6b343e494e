"""The words by which reports show what stands where: heads, fields, references, asking words."""
