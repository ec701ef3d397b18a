"""Law, guidance and findings on suspects, notices, victims and intelligence: what investigations alone cite."""

from bounden.standards.sources import Source

PROTECTION_NOTICES = Source(
    "Domestic Abuse Act 2021, section 29: the hearing after a domestic abuse protection notice",
    "http://legislation.gov.uk/ukpga/2021/17/section/29",
)
VIOLENCE_NOTICES = Source(
    "Crime and Security Act 2010, explanatory notes: domestic violence protection notices",
    "https://legislation.gov.uk/cy/ukpga/2010/17/notes/division/4/5",
)
WORDS_FOR_CHILDREN = Source(
    "Metropolitan Police inspection, 2024: words used of exploited children, as reported",
    "https://malaysia.news.yahoo.com/met-police-failing-deal-child-182500659.html",
)
LIFESTYLE_CHOICE = Source(
    "West Midlands inspection, 2014: the missing girl of 13, as reported",
    "http://www.thechamberlainfiles.com/police-criticised-over-poor-response-to-west-midlands-child-abuse-cases/",
)
VICTIMS_CODE_6 = Source(
    "Code of Practice for Victims, right 6: information about the investigation",
    "https://bedfordshire.pcc.police.uk/"
    "the-code-of-practice-for-victims-victims-code-individual-rights-information-right-6-of-12",
)
INTELLIGENCE_MANAGEMENT = Source(
    "College of Policing: intelligence management",
    "https://www.college.police.uk/app/intelligence-management",
)
SUSPECTS_WITHOUT_BAIL = Source(
    "HMICFRS: pre-charge bail and released under investigation, striking a balance, 2020",
    "https://www.justiceinspectorates.gov.uk/hmicfrs/publications/"
    "pre-charge-bail-and-released-under-investigation-striking-a-balance/",
)
