"""The people, bodies and groups of a generated register: all made up but the national bodies."""

FORCE = "Northmoor Police"
CHAIR = "Deputy Chief Constable Siân Corrigan-Wyld"
SECRETARY = "Zoë Hartigan"

CHIEF_OFFICERS = (
    "ACC Émile Tarrant",
    "ACC Ngozi Blackwood",
    "ACC Rhiannon Stroud",
    "T/ACC Łukasz Fenwick",
    "Chief Officer (Resources) Ìfé Penhallow",
)
DELIVERY_LEADS = (
    "Ch Supt Aoife Ó Briain",
    "Ch Supt Gwenllïan Marsh",
    "Det Ch Supt Oluwaseun Hale",
    "Det Supt Mairéad Cole",
    "Det Supt Pádraig Kerr-Osei",
    "Supt Anjali Thwaite",
    "Supt Dafydd ap Rhys",
    "Supt Jürgen Ashdown",
    "Supt Noor el-Amin",
    "Det Ch Insp Françoise Beddoes",
    "Det Ch Insp Kasimir Doyle",
    "Det Ch Insp Renée D’Arcy",
    "Ch Insp Bjørn Whitlock",
    "Ch Insp Harriet Núñez",
    "Ch Insp Tamsin O’Hare",
    "Ch Insp Wilfred Ng",
    "Insp Chloë Sandford",
    "Insp Imran Vale",
    "Insp Søren Maddox",
    "Head of Contact Priyanka Rowe",
    "Head of Criminal Justice Tobias Lund",
    "Head of Data Xanthe Müller",
    "Head of Digital Forensics Obi Carrick",
    "Head of Learning Verity Šimić",
    "Head of People Clémence Hurst",
    "Head of Professional Standards Iorwerth Bly",
    "Head of Vetting Saoirse Quill",
    "Fleet and Estates Manager Basil Okonjo",
)
JUDGES = (
    "Head of Assurance Marguerite Ådahl",
    "Inspection Manager Theo Birtwhistle",
    "Assurance Officer Kirsty Abara",
    "Internal Auditor Peregrine Vos",
)
GROUPS = (
    "Vulnerability Delivery Group",
    "Investigations Delivery Group",
    "Contact and Response Delivery Group",
    "Criminal Justice Delivery Group",
    "Custody Delivery Group",
    "Neighbourhoods Delivery Group",
    "Standards and Vetting Delivery Group",
    "People and Wellbeing Delivery Group",
    "Data and Technology Delivery Group",
    "Finance and Estates Delivery Group",
)
INSPECTORATE = "Inspectorate of Policing Standards"
PROSECUTORS = "Inspectorate of Prosecutions"
AUDITORS = "Tees & Wold Internal Audit"
MAKERS = (
    INSPECTORATE,
    PROSECUTORS,
    "Inspectorate of Detention and Custody",
    AUDITORS,
    "Brackley Marsh LLP (external auditors)",
    "Office for Police Learning",
    "HM Coroner for Northmoor",
    "Panel of Peer Reviewers",
)
PARTNERS = (
    "Northmoor Crown Prosecution Area",
    "Northmoor Integrated Care Board",
    "Northmoor Fire and Rescue Service",
    "Skerry Bridge City Council",
    "Wold District Council",
    "Office of the Commissioner for Northmoor",
)
OTHERS = (
    "Home Office",
    "National Police Chiefs’ Council",
    "College of Policing",
    "National Criminal Justice Forum",
    "police and crime commissioners",
    "integrated care boards",
    "local authorities",
)
EVERY_FORCE = "police forces"
CHIEF_CONSTABLES = "chief constables"
THE_FORCE = "the force"
