"""Where the standards stand written: one name for each law, guidance, report or published case that they cite."""

from dataclasses import dataclass

from bounden.obligations.terms import Clause


@dataclass(frozen=True, slots=True)
class Source:
    """A public text: what it is called and where it can be read."""

    name: str
    url: str

    def says(self, text: str) -> Clause:
        """What was seen in the source."""
        return Clause(text=text, source=self.name, url=self.url)

    def to_be_confirmed(self, text: str) -> Clause:
        """What the source is said to hold, its wording or number not seen."""
        return Clause(text=text, source=self.name, url=self.url, confirmed=False)


# Law and statutory guidance
CHILDREN_ACT_46 = Source("Children Act 1989, section 46", "https://legislation.gov.uk/id/ukpga/1989/41/section/46")
FAMILY_RIGHTS = Source(
    "Family Rights Group: police protection",
    "https://frg.org.uk/get-help-and-advice/a-z-of-terms/police-protection/",
)
WORKING_TOGETHER = Source(
    "Working Together to Safeguard Children, statutory guidance",
    "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
)
MODERN_SLAVERY = Source(
    "Home Office guidance: report modern slavery as a first responder",
    "https://www.gov.uk/guidance/report-modern-slavery-as-a-first-responder",
)
PACE_38 = Source(
    "PACE 1984, section 38(6), as summarised for practitioners",
    "http://trixresources.proceduresonline.com/nat_key/keywords/pace_beds.html",
)
PACE_57 = Source(
    "PACE 1984, section 57, to be read beside the guide to children in police detention",
    "https://yjlc.uk/resources/legal-guides-and-toolkits/police-bail-and-remand-children",
)
CODE_C_3 = Source(
    "PACE Code C, paragraph 3.15, as explained by the Police National Legal Database",
    "https://www.pnld.co.uk/your-legal-questions-answered/appropriate-adults-and-detainee-reviews/",
)
CODE_C_ANNEX_A = Source(
    "PACE Code C, Annex A, as explained by the Youth Justice Legal Centre",
    "https://yjlc.uk/resources/legal-updates/strip-search-children-and-pace-code-c",
)
DETENTION_REVIEWS = Source(
    "PACE 1984, section 40, as explained by the Police National Legal Database",
    "https://www.pnld.co.uk/your-legal-questions-answered/appropriate-adults-and-detainee-reviews/",
)
TRANSFERS = Source(
    "National Appropriate Adult Network: transfers to local authority accommodation",
    "https://appropriateadult.org.uk/policy/children-young-people/transfers-to-local-authority-accommodation",
)
CONCORDAT = Source(
    "Concordat on children in custody",
    "https://fdocuments.us/document/concordat-on-children-in-custody-govuk-officers-and-staff-have-the-right.html",
)
APPROPRIATE_ADULTS = Source(
    "National Appropriate Adult Network: guidance for appropriate adults",
    "https://appropriateadult.org.uk/index.php/information/guidance-aa",
)
ENCOMPASS = Source(
    "Home Office guidance: the duty to notify education establishments of domestic abuse incidents",
    "https://www.gov.uk/government/publications/information-sharing-duty-operation-encompass/duty-on-police-forces-in-"
    "england-and-wales-to-notify-education-establishments-of-domestic-abuse-incidents-operation-encompass-accessible",
)
ENCOMPASS_NOTICE = Source(
    "Operation Encompass: what the notice to a school holds",
    "https://www.hcrlaw.com/news-and-insights/operation-encompass-greater-awareness-and-consistency-needed",
)
HOME_OFFICE_17_2008 = Source(
    "Home Office circular 17/2008: duties and powers of the police under the Children Act 1989",
    "https://policeprofessional.com/news/hoc-172008-duties-and-powers-of-the-police-under-the-children-act-1989",
)
MISSING_2014 = Source(
    "Statutory guidance on children who run away or go missing from home or care, January 2014",
    "http://www.proceduresonline.com/berks/slough/p_ch_miss_care_home_ed.html",
)

PRE_CHARGE_BAIL = Source(
    "Home Office factsheet: pre-charge bail under the Police, Crime, Sentencing and Courts Act 2022",
    "https://gov.uk/government/publications/police-crime-sentencing-and-courts-bill-2021-factsheets/"
    "police-crime-sentencing-and-courts-bill-2021-pre-charge-bail-factsheet",
)
VOICE_OF_THE_CHILD = Source(
    "HMICFRS glossary: voice of the child",
    "https://hmicfrs.justiceinspectorates.gov.uk/glossary/voice-of-the-child/",
)
DISCLOSURE_2023 = Source(
    "New guidance on the domestic violence disclosure scheme, as reported",
    "https://reducingtherisk.org.uk/newly-published-guidance-on-clares-law-domestic-violence-disclosure-scheme-dvds/",
)
DISCLOSURE_COMMENCED = Source(
    "Domestic Abuse Act 2021 (Commencement No. 1) Regulations 2023, regulation 2",
    "https://www.legislation.gov.uk/uksi/2023/406/contents/made",
)
ONE_WORKING_DAY = Source(
    "Working Together to Safeguard Children on the answer to a referral, as quoted by a school",
    "https://www.millbrookprimary.org.uk/the-role-of-the-local-authority/",
)

# National guidance and practice
NATIONAL_DECISION_MODEL = Source(
    "College of Policing: national decision model",
    "https://www.college.police.uk/app/national-decision-model/national-decision-model",
)
CHARGING_DECISION = Source(
    "Centre of expertise on child sexual abuse: police decide whether to send the case for a charging decision",
    "https://responsepathway.csacentre.org.uk/"
    "police-decide-whether-send-case-crown-prosecution-service-charging-decision",
)
CRIME_RECORDING = Source(
    "HMICFRS: the crime recording process",
    "https://hmicfrs.justiceinspectorates.gov.uk/our-work/article/crime-recording-process/",
)
DA_SUPERVISORS = Source(
    "College of Policing: domestic abuse, first response supervisors' checklist",
    "https://www.college.police.uk/app/major-investigation-and-public-protection/domestic-abuse/"
    "first-response-supervisors-checklist-domestic-abuse",
)
CHILD_DISCLOSURE = Source(
    "Child sex offender disclosure scheme, as explained by the Cleveland commissioner",
    "https://www.cleveland.pcc.police.uk/working-for-you/improve-safety-for-women-and-girls/"
    "details-about-clare-and-sarahs-law",
)
ARTHUR = Source(
    "College of Policing: ARTHUR reminds staff to focus on the voice of the child",
    "https://www.college.police.uk/support-forces/practices/arthur-reminds-staff-focus-voice-child",
)
MARAC_CRITERIA = Source(
    "SafeLives: criteria for a referral to a multi-agency risk assessment conference",
    "https://safelives.org.uk/resources-library/marac-referral-criteria-and-form/",
)
REFERRAL_MECHANISM = Source(
    "College of Policing: the national referral mechanism",
    "https://www.app.college.police.uk/app-content/major-investigation-and-public-protection/modern-slavery/"
    "national-referral-mechanism/",
)
ONLINE_LIMITS = Source(
    "Time limits for reports of online abuse, as reported from the inspection of April 2023",
    "https://metro.co.uk/2023/04/05/delayed-police-response-to-online-sexual-abuse-leaves-children-at-risk-18560859/",
)
EVIDENCE_INTERVIEWS = Source(
    "Centre of expertise on child sexual abuse: the child is formally interviewed",
    "https://responsepathway.csacentre.org.uk/child-formally-interviewed",
)
PIPPA = Source(
    "Guide to Achieving Best Evidence, paragraphs 1.32, 1.35 and 2.4 to 2.7",
    "https://www.pippa.org.uk/PIPPA_Interactive.html",
)
MISSING_SUPERVISORS = Source(
    "College of Policing: missing persons, supervisors and first-line managers",
    "https://www.college.police.uk/app/major-investigation-and-public-protection/missing-persons/"
    "missing-persons-quick-reference-guides/supervisors-and-first-line-managers",
)
MISSING_RISK = Source(
    "College of Policing: missing persons, risk identification, assessment and management",
    "https://www.college.police.uk/app/missing-persons/risk-identification-assessment-and-management",
)
CHILDREN_AS_MEDIUM = Source(
    "Metropolitan Police protocol for missing children",
    "https://www.canschools.co.uk/941/missing-children-and-police-action",
)
FOUND_AND_WELL = Source(
    "Missing People: when a missing person is found",
    "https://www.missingpeople.org.uk/get-help/help-services/how-police-search/missing-person-is-found",
)
OXFORDSHIRE_MISSING = Source(
    "Oxfordshire: missing children",
    "https://www.oxfordshire.gov.uk/residents/children-education-and-families/childrens-services/missing-children",
)
RETURN_INTERVIEWS = Source(
    "Missing People: the delivery of return interviews across England 2023-24",
    "https://www.missingpeople.org.uk/the-delivery-of-return-interviews-across-england-2023-24",
)
RETURN_INTERVIEW_USE = Source(
    "Home Office: answer on what return interviews are for, December 2024",
    "https://questions-statements.parliament.uk/written-questions/detail/2024-12-18/21087",
)
NEGLECT_TOOLKIT = Source(
    "Southampton neglect toolkit: what police record in a home",
    "https://southampton.gov.uk/children-families/childrens-social-care/southampton-safeguarding-children-partnership/"
    "professionals/themes-guidance-and-toolkits/neglect-toolkit/sscp-neglect-toolkit/practical-tools/"
    "police-information",
)
BUCKS_ENQUIRIES = Source(
    "Buckinghamshire child protection procedures: section 47 enquiries",
    "https://bscb.procedures.org.uk/ykqhx/assessing-need-and-providing-help/"
    "child-protection-section-47-enquiries-procedure",
)
LEWISHAM_ENQUIRIES = Source(
    "Lewisham procedures: strategy meetings and child protection enquiries",
    "https://lewishamchildcare.proceduresonline.com/p_sec_47_enq.html",
)
BUCKS_MEDICALS = Source(
    "Buckinghamshire procedures: medical assessment of children in suspected abuse and neglect",
    "https://bscb.procedures.org.uk/pkqhz/joint-working-procedures-and-guidance/"
    "arrangements-for-medical-assessment-of-children-in-cases-of-suspected-abuse-and-neglect-procedure",
)
SEVENTY_TWO_HOURS = Source(
    "East Riding procedures: police protection",
    "https://eastridingcs.trixonline.co.uk/chapter/police-protection",
)

# Inspections
INSPECTION_CRITERIA = Source(
    "HMICFRS: assessment criteria of national child protection inspections, 2024",
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/"
    "national-child-protection-inspection-assessment-criteria/",
)
THAMES_VALLEY_NEGLECT = Source(
    "Thames Valley inspection of 2023: neglect investigations, as reported",
    "https://www.sacpa.org.uk/2023/11/09/thames-valley-police-criticised-over-child-neglect-probes/",
)
THAMES_VALLEY_MISSING = Source(
    "Thames Valley inspection of 2023: the missing girl of 13, as reported by ITV News",
    "https://www.itv.com/news/meridian/2023-11-08/"
    "too-many-children-not-being-protected-or-heard-by-police-force-report-finds",
)
THAMES_VALLEY_FATHER = Source(
    "Thames Valley inspection of 2023: the boy of four, as reported by the Oxford Mail",
    "https://oxfordmail.co.uk/news/23910398.thames-valley-police-criticised-child-protection",
)
THAMES_VALLEY_QUEUES = Source(
    "Thames Valley inspection of 2023: how vulnerable people are protected",
    "https://hmicfrs.justiceinspectorates.gov.uk/news/news-feed/"
    "thames-valley-police-communicates-well-with-public-but-concerns-about-how-vulnerable-people-protected/",
)
THAMES_VALLEY_DELAYS = Source(
    "Thames Valley inspection of 2023: information on the vulnerable, as reported by the Slough Express",
    "https://www.sloughexpress.co.uk/news/windsor/190186/"
    "improvements-needed-to-thames-valley-police-investigation-practices-says-report.html",
)
WARWICKSHIRE = Source(
    "Warwickshire: response to the post-inspection review of its national child protection inspection",
    "https://warwickshire-pcc.gov.uk/key-information/hmicfrs-reports/response-to-hmicfrs-report-warwickshire-"
    "national-child-protection-inspection-post-inspection-review",
)
EXPLOITATION_MET = Source(
    "HMICFRS: how the Metropolitan Police handles the sexual and criminal exploitation of children",
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/"
    "metropolitan-police-service-handling-of-sexual-and-criminal-exploitation-of-children/",
)
CLOSED_UNSEEN = Source(
    "Metropolitan Police inspection on exploited children, as summarised by the Youth Justice Legal Centre",
    "https://yjlc.uk/resources/legal-updates/metropolitan-police-service-failing-victims-child-exploitation",
)
ONLINE_ABUSE = Source(
    "HMICFRS: how well the police tackle the online sexual abuse and exploitation of children",
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/"
    "inspection-of-how-well-police-and-national-crime-agency-tackle-online-sexual-abuse-and-exploitation-of-children/",
)
ONLINE_MISGRADED = Source(
    "Online abuse inspection of 2023: reports graded wrongly, as reported",
    "https://www.theepochtimes.com/"
    "children-at-risk-over-police-failures-to-properly-investigate-abuse-images-watchdog_5173626.html",
)
MISSING_CHILDREN_MET = Source(
    "Metropolitan Police: accelerated causes of concern, 2023",
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/metropolitan-police-accelerated-causes-of-concern/",
)

DRIFT_AND_DELAY = Source(
    "In harm's way, national report of 2015, as reported by Channel 4 News",
    "http://www.channel4.com/news/police-child-abuse-investigations-38-per-cent-inadequate",
)
WEAK_SUPERVISION = Source(
    "Devon and Cornwall inspection, 2015, as reported",
    "https://www.aol.co.uk/news/2015/09/22/devon-and-cornwall-force-inconsistent-on-child-grooming-cases/",
)
NEEDS_RARELY_ASSESSED = Source(
    "Metropolitan Police revisit, 2025: needs of victims, as reported",
    "https://cdn-www.shropshirestar.mna.arcpublishing.com/uk-news/2025/02/26/"
    "met-police-needs-to-improve-handling-of-missing-children-cases-watchdog-says",
)
INSPECTIONS_2019 = Source(
    "HMICFRS: national child protection inspections, thematic report 2019",
    "https://www.justiceinspectorates.gov.uk/hmicfrs/publication-html/"
    "national-child-protection-inspections-2019-thematic-report/",
)


# Published cases
SHORTCUTS = Source(
    "Sussex inspection, 2018: the girl of 16 in a care home, as reported",
    "https://www.midsussextimes.co.uk/news/crime/"
    "sussex-police-not-always-pursuing-lines-of-enquiry-in-child-abuse-cases-report-says-1-8708532",
)
NINE_YEAR_OLD_ON_VIDEO = Source(
    "Online abuse inspection of 2023: the girl of nine on video, as reported",
    "https://rifnote.com/crime-scene/2023/04/05/police-did-nothing-for-18-months-after-videos-showed-girl-being-raped",
)
SISTER_OF_SUSPECT = Source(
    "Online abuse inspection of 2023: the suspect's sister of 15, as reported",
    "https://www.sacpa.org.uk/2023/04/05/police-take-up-to-18-months-to-make-arrests-in-online-child-sexual-abuse-cases/",
)
SIX_WEEKS_UNSEEN = Source(
    "North Yorkshire inspection, 2022: the girl of three, as reported",
    "https://feeds.bbci.co.uk/news/uk-england-york-north-yorkshire-60902203",
)
SEVENTEEN_DAYS = Source(
    "Metropolitan Police inspection, 2016: the girl of 14, as reported",
    "https://www.aol.co.uk/2016/11/24/met-police-making-serious-errors-in-child-abuse-cases-inspect/",
)
NON_SPECIALISTS = Source(
    "Nottinghamshire post-inspection review, 2016, as reported",
    "https://www.huffingtonpost.co.uk/2016/02/04/"
    "watchdog-reveals-police-force-s-poor-supervision-of-child-sex-inquiries_n_9155716.html",
)
FORTY_TIMES_MISSING = Source(
    "South Yorkshire inspection, 2014: the girl of 14 and the two girls of 13, as reported",
    "https://www.jordanssolicitors.co.uk/2014/09/"
    "south-yorkshire-police-under-fire-for-failing-to-protect-vulnerable-children/",
)
THREE_GIRLS_IN_CARE = Source(
    "South Yorkshire inspection, 2014: three girls of one children's home, as reported",
    "http://www.yorkshirepost.co.uk/news/"
    "south-yorkshire-s-children-still-being-failed-by-police-say-inspectors-1-6867966",
)
MEETING_NOT_ATTENDED = Source(
    "Metropolitan Police inspection update, 2017: the missing girl of 15, as reported",
    "https://www.breakingnewstime.com/met-police-still-failing-on-child-protection-policies-report-finds/",
)
OFFENDER_IN_HOUSEHOLD = Source(
    "Gwent inspection, 2019: the offender in a household with children, as reported",
    "https://www.itv.com/news/wales/2019-06-27/gwent-police-must-immediately-overhaul-child-custody-procedures/",
)
EIGHT_HOURS_MISSING = Source(
    "Metropolitan Police revisit, 2025: the missing boy of 14, as reported",
    "https://feeds.bbci.co.uk/news/articles/c984yy2e099o",
)
FORTY_FOUR_HOURS = Source(
    "Nottinghamshire inspection, 2015: the girl of 16 in custody, as reported in the press",
    "https://github.com/Arup3201/News-Summarization-Pointer-Generator-Network",
)
SIX_MONTHS_UNEXAMINED = Source(
    "North Yorkshire post-inspection review, 2023, as reported",
    "https://feeds.bbci.co.uk/news/uk-england-york-north-yorkshire-65460039",
)
