"""Who plays a part in the sample: every name is made up."""

FORCE = "Northmoor Police"

CHAIR = "Deputy Chief Constable Morag Ellery"
CRIME = "ACC Idris Fairweather"
LOCAL = "ACC Bethan Okoro"
CUSTODY_LEAD = "Ch Insp Tomasz Wren"
CONTACT_LEAD = "Supt Farah Lindqvist"
REGISTRAR = "Crime Registrar Owen Pask"
ASSURANCE = "Head of Assurance Niamh Achebe"
CUSTODY_GROUP = "Custody Delivery Group"
CONTACT_GROUP = "Contact and Recording Delivery Group"
HEALTH_BOARD = "Northmoor Integrated Care Board"
