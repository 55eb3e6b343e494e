"""A tracker that the force kept before this register: its sheets, and what its columns mean.

workbook    cells as plain values, whatever file they came from
fields      what a column can mean; names: the names such columns go by
headers     which row, or two, names the columns
contents    what stands in a column; columns: the meaning proposed for each, with why
meanings    what each word of a status, a rating or a kind becomes
mapping     all of these choices as one value; mapping_json: as a person would write it
proposing   a mapping proposed for a workbook; places: where its fields stand in each sheet
days        dates as people write them into cells
cells       one row read field by field; rows: which rows are recommendations
entry       what a row came to; groups: the rows by report; standing: where each stands
plan        what will be made; account: what was not understood
"""
