"""A response form and a report of a fictional force, in the forms that real ones have."""

FORM = """RESPONSE BY THE COMMISSIONER TO INSPECTIONS
INSPECTION DETAILS

Title of Inspection - Harbour patrols by the police and the Coast Office

Date Inspection Published - 3 March 2026
Type of Inspection:

 FORMCHECKBOX
  Northmoor Specific
 FORMCHECKBOX
  National

  Follow Up
  Thematic
  Partner Inspection

Is Northmoor Police quoted in the Report?

 Yes
  No

EXECUTIVE SUMMARY OF REPORT

The Inspectorate of Coasts and Harbours (ICH) and the Patrol Audit Office (PAO) carried out a \
joint inspection of harbour patrols.

It is recommended that the National Harbour Board (NHB) should, in time, merge its logs.
"""

BODY = """Recommendations

This report sets out 5 recommendations. If implemented, they will make harbours safer.

Recommendation 1

By July 2027, the National Harbour Board should publish a patrol plan. As soon as possible \
thereafter:

· put the plan into force in every harbour

· oversee the work of other groups, including local harbour boards.

Recommendation 2

By January 2027, the National Harbour Council and the Coast Office (CO) should agree one log. \
This should be kept until the new system is open in all harbours.

Recommendation 3

Within 12 months of the completion of recommendation 2, police forces should ensure that every \
skipper is trained – which includes night patrols – in its use.

Recommendation 4

By October 2026 the Coast Office to undertake a review of radios and share it.

Recommendation 5

By October 2026, building on the work already begun, the Patrol Board should test early warnings. \
If found to be successful, expand their use to all coasts.

Compliance issue

The Coast Office should ensure that its watch rota is accurate.

A copy of the full report can be accessed here: Harbour patrols
"""

ANSWER = """
FORCE RESPONSE TO RECOMMENDATIONS

The recommendations for police forces (recommendations 3 and 5) will be considered by the board.

COMMISSIONER'S RESPONSE

The commissioner acknowledges the importance of:

· skippers who feel safe, so that they report; and

· harbours at the heart of the county.
"""

REPORT = FORM + "\n" + BODY + ANSWER


def enumerated(text: str, marks: list[str]) -> str:
    """Put other marks in place of the bullets of each list."""
    lines, place = [], 0
    for line in text.split("\n"):
        if line.startswith("·"):
            lines.append(marks[place] + line[1:])
            place += 1
        else:
            place = 0 if line else place
            lines.append(line)
    return "\n".join(lines)
