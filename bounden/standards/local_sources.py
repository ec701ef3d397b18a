"""Local procedures, figures and proposals: what the standards cite that is neither law nor national guidance."""

from bounden.standards.sources import Source

MISSING_IN_WINDSOR = Source(
    "Windsor and Maidenhead safeguarding partnership: missing children",
    "https://rbwmsafeguardingpartnership.org.uk/p/safeguarding-children/missing-children-1",
)
NIGHTS_IN_NORTH_WALES = Source(
    "North Wales Police: children detained and searched, as reported",
    "https://www.cambrian-news.co.uk/news/"
    "north-wales-sees-rise-in-child-detentions-and-strip-searches-by-police-781643",
)
STRIP_SEARCH_FIGURES = Source(
    "Children's Commissioner: strip searches of children, August 2024, as announced",
    "https://www.wired-gov.net/wg/news.nsf/articles/"
    "child+strip+searched+every+14+hours+by+police+in+england+and+wales+20082024092000?open",
)
SEARCH_PROPOSALS = Source(
    "Proposed revisions of PACE Codes A and C on strip searches of children, written statement, April 2024",
    "https://questions-statements.parliament.uk/written-statements/detail/2024-04-30/hcws433",
)
