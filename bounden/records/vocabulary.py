"""The closed lists of words of the contract, section 1: kinds, categories, roles, flags and values."""

OCCURRENCE_KINDS = frozenset(
    "incident missing detention police_protection registration disclosure intelligence recommendation".split()
)

CATEGORIES = frozenset(
    "domestic_abuse neglect physical_abuse sexual_abuse sexual_exploitation criminal_exploitation online_abuse "
    "concern_for_child drink_drug_drive harmful_sexual_behaviour mental_health other".split()
)

ROLES = frozenset(
    "child_subject child_present child_of_household child_of_suspect missing_person detained_person "
    "protected_child registered_offender victim suspect witness carer informant".split()
)

FLAG_KINDS = frozenset(
    "child_protection_plan child_in_need looked_after sexual_exploitation_risk criminal_exploitation_risk "
    "trigger_plan medical_need self_harm_risk disability home_educated domestic_abuse_repeat previous_victim "
    "on_bail position_of_trust registered_sex_offender sexual_harm_prevention_order firearms warning".split()
)

RELATIONSHIP_KINDS = frozenset(
    "parent grandparent sibling other_relative carer partner former_partner household associate".split()
)

PLACE_KINDS = frozenset("home care_home school public custody_suite other".split())

RISK_GRADES = ("very_high", "high", "medium", "low", "standard", "no_apparent_risk")
CALL_GRADES = ("immediate", "priority", "diary", "telephone")

ACTION_KINDS: dict[str, frozenset[str]] = {
    "contact and response": frozenset(
        "reported call_graded checks_completed officers_deployed officers_arrived resolved_without_attendance "
        "rationale_recorded supervisor_approved supervisor_reviewed children_identified child_seen "
        "child_spoken_to voice_recorded home_conditions_recorded carer_checked informant_contacted "
        "risk_tool_completed risk_graded risk_regraded safeguarding_assessed safeguarding_plan_set "
        "crime_recorded".split()
    ),
    "sharing and joint work": frozenset(
        "referral_submitted referral_checked referral_shared referral_answered school_notified authority_told "
        "strategy_discussion_held strategy_minutes_recorded enquiry_started conference_held "
        "conference_report_supplied multi_agency_meeting_held marac_referred nrm_referred escalated flag_added "
        "meeting_attended language_challenged".split()
    ),
    "investigation": frozenset(
        "investigation_started enquiries_made wider_risk_considered abduction_warning_served "
        "order_breach_acted_on devices_submitted investigator_allocated investigation_plan_set medical_decided "
        "medical_held evidence_interview_held suspect_identified suspect_arrested suspect_interviewed "
        "warrant_obtained premises_searched devices_seized devices_examined bail_set bail_extended "
        "released_under_investigation victim_updated needs_assessed protection_notice_served "
        "protection_hearing_held intelligence_submitted intelligence_disseminated exploitation_assessed "
        "disruption_plan_set chronology_reviewed case_transferred transfer_accepted closed closure_endorsed "
        "outcome_explained".split()
    ),
    "missing": frozenset(
        "lead_appointed enquiries_made home_searched phone_called phone_messaged telecoms_requested "
        "trigger_plan_used publicity_considered found prevention_interview_held return_interview_requested "
        "return_interview_held return_interview_received trigger_plan_updated".split()
    ),
    "police protection": frozenset(
        "protection_started finding_authority_told home_authority_told child_told child_views_recorded "
        "designated_officer_inquired parents_told accommodated protection_ended".split()
    ),
    "detention": frozenset(
        "detention_authorised appropriate_adult_called appropriate_adult_arrived parent_told "
        "detention_reviewed interviewed charged bail_refused accommodation_requested accommodation_refused "
        "transferred_to_authority no_transfer_certified strip_searched strip_search_authorised "
        "overnight_rationale_recorded exploitation_screened custody_risk_assessed fed_and_watered "
        "solicitor_called released".split()
    ),
    "registration": frozenset(
        "risk_set notified manager_assigned visited assessment_completed plan_reviewed reactive_started "
        "reactive_reviewed intelligence_received breach_established breach_recorded managers_told "
        "warrant_considered change_found circulated".split()
    ),
    "disclosure": frozenset(
        "application_received initial_checks_completed applicant_interviewed disclosure_decided".split()
    ),
    "intelligence": frozenset("received assessed disseminated tasked actioned".split()),
}

ALL_ACTION_KINDS = frozenset().union(*ACTION_KINDS.values())

_WITH_ADULT = frozenset({"with_appropriate_adult", "without"})

#: The values that a kind may carry. A kind that is not named here carries any text or none.
ACTION_VALUES: dict[str, frozenset[str]] = {
    "call_graded": frozenset(CALL_GRADES),
    "child_spoken_to": frozenset({"alone", "with_others", "telephone"}),
    "risk_tool_completed": frozenset({"dara", "dash", "other"}),
    "risk_graded": frozenset(RISK_GRADES),
    "risk_regraded": frozenset(RISK_GRADES),
    "investigator_allocated": frozenset({"accredited", "not_accredited"}),
    "closed": frozenset({"charged", "cautioned", "no_further_action", "other"}),
    "prevention_interview_held": frozenset({"face_to_face", "telephone"}),
    "accommodated": frozenset({"foster_care", "relative", "hospital", "police_station", "other"}),
    "interviewed": _WITH_ADULT,
    "strip_searched": _WITH_ADULT,
    "risk_set": frozenset({"very_high", "high", "medium", "low"}),
    "visited": frozenset({"seen", "not_seen"}),
    "change_found": frozenset({"child_in_household", "address", "name", "other"}),
}

#: Ranks from the most junior; "detective" and "temporary" are ignored (record tests, 1.7).
RANKS = (
    "constable",
    "sergeant",
    "inspector",
    "chief_inspector",
    "superintendent",
    "chief_superintendent",
    "assistant_chief_constable",
    "deputy_chief_constable",
    "chief_constable",
)
