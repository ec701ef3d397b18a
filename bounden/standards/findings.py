"""Where published findings stand that guidance shows and no standard cites: one name for each, as in `sources`."""

from bounden.standards.sources import Source

THAMES_VALLEY_NEWS = Source(
    "HMICFRS: Thames Valley Police has some good child protection practices, but further improvements must be made",
    "https://hmicfrs.justiceinspectorates.gov.uk/news/news-feed/"
    "thames-valley-police-has-some-good-child-protection-practices-but-further-improvements-must-be-made/",
)
READING_2025 = Source(
    "Joint inspection of Reading, 2025: children who live with domestic abuse, as reported to the council",
    "https://democracy.reading.gov.uk/mgAi.aspx?ID=16358",
)
MET_REVISIT = Source(
    "Metropolitan Police revisit, 2025: chances to escalate, as reported",
    "https://wp.juiceliverpool.co.uk/2025/02/26/met-did-not-try-to-find-missing-children-inspectorate-finds",
)
HAMPSHIRE_QUEUES = Source(
    "Hampshire post-inspection review, 2022: arrival times and queues, as reported",
    "https://feeds.bbci.co.uk/news/uk-england-hampshire-63050899",
)
WILTSHIRE_NOTICE = Source(
    "Wiltshire post-inspection review, 2023: the children of seven and four, as reported",
    "https://www.wiltshire999s.co.uk/wiltshire-police-children-not-good-enough/",
)
DYFED_POWYS_2014 = Source(
    "Dyfed-Powys inspection, 2014, as reported",
    "http://www.southwalesguardian.co.uk/news/11804274.Dyfed_Powys_Police_criticised_in_child_protection_report/",
)
WANDSWORTH_2010 = Source(
    "Custody inspection of Wandsworth, 2010: three children of 13, 14 and 16, as told in a lecture",
    "http://laylaskinns.blogspot.com/2010/11/public-lecture-over-now-for-some.html",
)
WEST_MERCIA_BACKLOG = Source(
    "West Mercia post-inspection review, 2015, as reported",
    "http://www.shropshirestar.com/news/2016/01/21/west-mercia-police-must-do-more-to-protect-children-says-report",
)
