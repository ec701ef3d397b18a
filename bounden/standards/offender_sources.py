"""Law, guidance and findings on registered sex offenders."""

from bounden.standards.sources import Source

SEXUAL_OFFENCES_84 = Source(
    "Sexual Offences Act 2003, section 84", "https://legislation.gov.uk/ukpga/2003/42/section/84/enacted"
)
SEXUAL_OFFENCES_84_NOTES = Source(
    "Sexual Offences Act 2003, explanatory notes to section 84",
    "http://www.legislation.gov.uk/ukpga/2003/42/section/84/notes",
)
SEXUAL_OFFENCES_96B = Source(
    "Sexual Offences Act 2003, section 96B", "http://www.legislation.gov.uk/ukpga/2003/42/section/96B"
)
NOTIFICATION_GLOSSARY = Source(
    "HMICFRS glossary: notification requirements",
    "https://hmicfrs.justiceinspectorates.gov.uk/glossary/notification-requirements/",
)
NOTIFICATION_CHANGES = Source(
    "Home Office guidance: changes to the notification requirements for registered sex offenders",
    "https://www.gov.uk/government/publications/guidance-on-part-2-of-the-sexual-offences-act-2003/help-with-changes-to-"
    "the-notification-requirements-for-registered-sex-offenders-accessible-version",
)
OFFENDER_RISK = Source(
    "College of Policing: identifying, assessing and managing risk",
    "https://www.college.police.uk/app/major-investigation-and-public-protection/"
    "managing-sexual-offenders-and-violent-offenders/identifying-assessing-and-managing-risk",
)
OFFENDER_NOTIFICATION = Source(
    "College of Policing: notification requirements",
    "https://www.app.college.police.uk/app-content/major-investigation-and-public-protection/"
    "managing-sexual-offenders-and-violent-offenders/notification-requirements/",
)
OFFENDER_VISITS = Source(
    "College of Policing: home visits",
    "https://www.college.police.uk/app/major-investigation-and-public-protection/"
    "managing-sexual-offenders-and-violent-offenders/home-visits",
)
OFFENDER_ASSESSMENTS = Source(
    "Centre of expertise on child sexual abuse: sharing and using information from an ARMS assessment",
    "https://www.csacentre.org.uk/guides/sharing-information-to-tackle-child-sexual-abuse/what-information-could-you-or-"
    "your-organisation-be-sharing/police/sharing-and-using-information-from-an-arms-assessment/",
)
OFFENDERS_WANTED = Source(
    "Registered sex offenders missing or wanted, figures of 2019 to 2021 gathered by the BBC",
    "https://www.github.com/BBC-Data-Unit/sex-offender-name-changes",
)
OFFENDER_VISITS_OLDER = Source(
    "College of Policing: home visits, earlier version",
    "https://www.app.college.police.uk/app-content/major-investigation-and-public-protection/"
    "managing-sexual-offenders-and-violent-offenders/home-visits/",
)
REACTIVE_MANAGEMENT = Source(
    "HMICFRS glossary: reactive management",
    "https://hmicfrs.justiceinspectorates.gov.uk/glossary/reactive-management/",
)
VISIT_FREQUENCY = Source(
    "Visiting frequencies of the National Police Chiefs' Council, 2017, as reported",
    "https://www.aol.co.uk/2017/06/29/police-to-relax-checks-on-low-risk-sex-offenders/",
)
OVERDUE_VISITS = Source(
    "Avon and Somerset: overdue visits to registered sex offenders, as reported",
    "https://www.northsomersettimes.co.uk/news/24065454.avon-somerset-police-217-overdue-visits-sex-offenders/",
)
