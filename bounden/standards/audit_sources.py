"""Where the audit questions and the standards of leadership stand written: what only they cite."""

from bounden.standards.sources import Source

# Law and statutory guidance
POLICE_ACT_55 = Source(
    "Police Act 1996, section 55(5A) and (5B), as inserted by the Policing and Crime Act 2017",
    "https://www.legislation.gov.uk/ukpga/2017/3/section/37/data.html",
)
DATA_PROTECTION_62 = Source(
    "Data Protection Act 2018, section 62: logging",
    "https://crimeline.co.uk/legislationdisplay/?leg=ukpga%2F2018%2F12%2Fsection%2F62%2F2026-03-10",
)
YOUNG_PERSONS_1933 = Source(
    "Children and Young Persons Act 1933, section 31",
    "https://www.legislation.gov.uk/ukpga/Geo5/23-24/12/section/31",
)
PUBLIC_PROTECTION_MEETINGS = Source(
    "MAPPA guidance, chapter 13a: meetings",
    "https://mappa.justice.gov.uk/MAPPA/view?objectID=12993588",
)
SELF_AUDIT = Source(
    "Surrey procedures: the self-audit under section 11 of the Children Act 2004",
    "https://surreyscb.procedures.org.uk/pkppp",
)

# National guidance and practice
CONCERN_FOR_A_CHILD = Source(
    "College of Policing: police response to concern for a child",
    "https://www.college.police.uk/app/major-investigation-and-public-protection/"
    "investigating-child-abuse-and-safeguarding-children/police-response-concern-child",
)
MISSING_GOVERNANCE = Source(
    "College of Policing: missing persons, internal governance",
    "https://www.college.police.uk/app/missing-persons/internal-governance",
)
RETENTION = Source(
    "College of Policing: retention, review and disposal",
    "https://www.college.police.uk/app/information-management/management-police-information/"
    "retention-review-and-disposal",
)
JOINT_ENQUIRIES = Source(
    "Coventry procedures: child protection enquiries, to be read beside other local procedures",
    "http://coventryscb.proceduresonline.com/chapters/p_cp_enq.html",
)
PROTECTION_OR_COURT = Source(
    "Northamptonshire procedures: police protection",
    "https://northamptonshirechildcare.proceduresonline.com/p_police_prot.html",
)
SERIOUS_HARM = Source(
    "Derby and Derbyshire procedures: a child dies or is seriously harmed",
    "https://derbyshirecaya.proceduresonline.com/p_death_serious.html",
)
SERIOUS_HARM_REVIEWED = Source(
    "Southwark procedures: what follows when a child dies or is seriously harmed",
    "https://southwark.proceduresonline.com/chapters/p_action_crit.html",
)
REVIEWS_OF_PRACTICE = Source(
    "Sussex procedures: child safeguarding practice reviews",
    "http://sussexchildprotection.procedures.org.uk/yxkypsl/child-safeguarding-practice-reviews/"
    "child-safeguarding-practice-reviews",
)
TRANSFER_PROTOCOL = Source(
    "Sussex protocol: transfer from police custody to local authority accommodation",
    "https://sussexchildprotection.procedures.org.uk/yhkysol/"
    "safeguarding-children-practice-guidance-children-in-specific-circumstances/"
    "pan-sussex-protocol-on-transfer-of-young-people-to-local-authority-accommodation-from-police-custody",
)
ALTERNATIVES_TO_ARREST = Source(
    "Youth Justice Legal Centre: police bail and remand of children",
    "https://yjlc.uk/resources/legal-guides-and-toolkits/police-bail-and-remand-children",
)
ORDERS_AT_VISITS = Source(
    "Independent review of the police-led management of registered sex offenders, written statement of April 2023",
    "https://parallelparliament.co.uk/debate/2023-04-27/commons/written-statements/"
    "police-led-management-of-registered-sex-offenders-independent-review",
)

# Inspections and what followed them
THAMES_VALLEY = Source(
    "HMICFRS: Thames Valley, national child protection inspection, November 2023",
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/"
    "thames-valley-national-child-protection-inspection-november-2023/",
)
THAMES_VALLEY_BOARDS = Source(
    "Thames Valley inspection of 2023: boards and performance data, as reported by Police Oracle",
    "https://touch.policeoracle.com/news/article.cfm?id=111906",
)
THAMES_VALLEY_VISITS = Source(
    "Thames Valley inspection of 2023 to 2025: visits to offenders, as reported by the Slough Express",
    "https://www.sloughexpress.co.uk/news/windsor/190186/"
    "improvements-needed-to-thames-valley-police-investigation-practices-says-report.html",
)
THAMES_VALLEY_STAFF = Source(
    "Thames Valley inspection of 2023 to 2025: referral teams, as reported by the BBC",
    "https://feeds.bbci.co.uk/news/uk-england-berkshire-67630983",
)
GLOUCESTERSHIRE = Source(
    "Gloucestershire inspection, May 2025: what the force did, as reported",
    "https://stroudtimes.com/police-take-decisive-action-to-safeguard-children-at-risk",
)
WARWICKSHIRE_REVIEW = Source(
    "HMICFRS: Warwickshire, post-inspection review 2023",
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/"
    "warwickshire-national-child-protection-inspection-post-inspection-review-2023/",
)
ACCELERATED_CAUSES = Source(
    "HMICFRS: Metropolitan Police, accelerated causes of concern",
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/metropolitan-police-accelerated-causes-of-concern/",
)
MERSEYSIDE = Source(
    "Merseyside inspection, 2018: management of offenders, as reported",
    "https://www.parliamenttoday.com/members/viewnews.html?id=103277",
)
FOLLOW_UP = Source(
    "HMICFRS: national child protection programme, follow-up after inspections",
    "https://hmicfrs.justiceinspectorates.gov.uk/publications/"
    "national-child-protection-programme-methodology-for-post-inspection-follow-up-activity/",
)
INSPECTORS_AND_COMMISSIONERS = Source(
    "HMICFRS: working with police and crime commissioners",
    "https://www.justiceinspectorates.gov.uk/hmicfrs/police-forces/working-with-others/pcc/hmic-pccs-and-the-mopac",
)
