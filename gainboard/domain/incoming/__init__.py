"""A tracker that the force kept before this register: its sheets, and what its columns mean.

workbook    cells as plain values, whatever file they came from
fields      what a column can mean, and the names such columns go by
headers     which row names the columns
columns     the meaning proposed for each column, from its name and from what stands in it
meanings    the meaning proposed for each word of a status, a rating or a kind
days        dates as people write them into cells
mapping     all of that as one value that can be changed, kept and used again
rows        the mapped rows, read; what could not be read is a remark with its cell
plan        what will be made of them
"""
