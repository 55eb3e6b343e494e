-- What points at a record is looked for when that record is taken back: without these, each of a
-- large tracker's recommendations would have all of them looked through.
CREATE INDEX recommendation_superseded_by ON recommendation (superseded_by_id);
CREATE INDEX recommendation_of_finding ON recommendation (finding_id);
CREATE INDEX recommendation_of_group ON recommendation (delivery_group_id);
CREATE INDEX recommendation_of_chief_officer ON recommendation (chief_officer_id);
CREATE INDEX recommendation_of_lead ON recommendation (delivery_lead_id);
CREATE INDEX finding_of_report ON finding (report_id);
CREATE INDEX addressee_of_body ON addressee (body_id);
CREATE INDEX update_by_person ON progress_update (by_id);
