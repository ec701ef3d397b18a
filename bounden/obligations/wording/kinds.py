"""The words of the vocabulary in plain English."""

ACTIONS = {
    "reported": "the report",
    "call_graded": "the call graded",
    "officers_deployed": "officers sent",
    "officers_arrived": "officers arrived",
    "resolved_without_attendance": "resolved without anybody attending",
    "rationale_recorded": "a reason written down",
    "supervisor_approved": "a supervisor's approval",
    "supervisor_reviewed": "a supervisor's review",
    "children_identified": "the children of the household identified",
    "child_seen": "the child seen",
    "child_spoken_to": "the child spoken to",
    "risk_graded": "the risk graded",
    "risk_regraded": "the risk graded again",
    "safeguarding_assessed": "safeguarding assessed",
    "safeguarding_plan_set": "a safeguarding plan set",
    "crime_recorded": "the crime recorded",
    "referral_submitted": "the referral submitted",
    "referral_shared": "the referral shared with children's social care",
    "school_notified": "the school told (Operation Encompass)",
    "authority_told": "the local authority told",
    "strategy_discussion_held": "a strategy discussion held",
    "multi_agency_meeting_held": "a meeting with partners held",
    "meeting_attended": "the meeting attended by police",
    "conference_report_supplied": "a police report supplied to the meeting",
    "flag_added": "a flag added",
    "escalated": "escalated",
    "wider_risk_considered": "the risk to other children considered",
    "order_breach_acted_on": "the breach acted on",
    "devices_examined": "the devices examined",
    "devices_seized": "devices seized",
    "devices_submitted": "devices submitted",
    "investigator_allocated": "an investigator allocated",
    "investigation_started": "the investigation started",
    "medical_decided": "the medical examination decided on",
    "medical_held": "the medical examination held",
    "evidence_interview_held": "the child's evidence taken in a planned interview",
    "suspect_identified": "the suspect identified",
    "suspect_arrested": "the suspect arrested",
    "suspect_interviewed": "the suspect interviewed",
    "premises_searched": "the premises searched",
    "exploitation_assessed": "the risk of exploitation assessed",
    "disruption_plan_set": "a disruption plan set",
    "closed": "closed",
    "enquiries_made": "enquiries made",
    "home_searched": "the home searched",
    "phone_called": "the child's telephone called",
    "telecoms_requested": "telecommunications data requested",
    "trigger_plan_used": "the trigger plan used",
    "found": "the child found",
    "prevention_interview_held": "the prevention interview held",
    "return_interview_held": "the return home interview held",
    "protection_started": "the child taken into police protection",
    "protection_ended": "police protection ended",
    "finding_authority_told": "the local authority where the child was found told",
    "designated_officer_inquired": "the designated officer's inquiry",
    "detention_authorised": "detention authorised",
    "appropriate_adult_called": "an appropriate adult called",
    "parent_told": "a parent told",
    "bail_refused": "bail refused",
    "accommodation_requested": "local authority accommodation requested",
    "transferred_to_authority": "the child moved to local authority accommodation",
    "strip_searched": "a strip search",
    "custody_risk_assessed": "the custody risk assessment",
    "fed_and_watered": "food and drink offered",
    "released": "released",
    "visited": "a visit",
    "manager_assigned": "an offender manager assigned",
    "risk_set": "the offender's risk set",
    "reactive_started": "reactive management started",
    "breach_established": "the breach established",
    "breach_recorded": "the breach recorded",
    "managers_told": "the officers who manage him told",
    "change_found": "a change in the offender's life found",
    "circulated": "the offender circulated",
    "intelligence_received": "intelligence of him received by his manager",
    "notified": "his notice to police",
    "plan_reviewed": "the plan for managing him reviewed",
    "accommodated": "a place found for the child",
    "accommodation_refused": "local authority accommodation refused",
    "applicant_interviewed": "whoever asked spoken to in person",
    "application_received": "the request received",
    "appropriate_adult_arrived": "the appropriate adult with the child",
    "assessment_completed": "the offender's risk assessment completed",
    "bail_set": "bail set",
    "bail_extended": "bail extended",
    "case_transferred": "the case handed on",
    "checks_completed": "the checks completed",
    "child_told": "the child told",
    "child_views_recorded": "the child's views written down",
    "chronology_reviewed": "the child's history read in order of time",
    "closure_endorsed": "the closure endorsed",
    "conference_held": "a child protection conference held",
    "detention_reviewed": "the detention reviewed",
    "disclosure_decided": "the disclosure decided on",
    "disseminated": "passed on to those it is meant for",
    "exploitation_screened": "the detained child screened for exploitation",
    "home_authority_told": "the local authority where the child lives told",
    "home_conditions_recorded": "the conditions of the home written down",
    "initial_checks_completed": "the first checks completed",
    "intelligence_disseminated": "the intelligence passed on",
    "intelligence_submitted": "intelligence submitted",
    "interviewed": "the detained child interviewed",
    "investigation_plan_set": "a plan of the investigation set",
    "lead_appointed": "somebody appointed to lead the search",
    "needs_assessed": "the victim's needs assessed",
    "no_transfer_certified": "a certificate that the child could not be moved",
    "nrm_referred": "the child referred as a victim of slavery (NRM)",
    "marac_referred": "the case referred to the MARAC",
    "outcome_explained": "the outcome explained to the child",
    "overnight_rationale_recorded": "the reason for a night in custody written down",
    "parents_told": "the parents told",
    "publicity_considered": "publicity considered",
    "reactive_reviewed": "the reactive management reviewed",
    "received": "the intelligence received",
    "assessed": "the intelligence assessed",
    "tasked": "the intelligence tasked",
    "actioned": "the intelligence acted on",
    "referral_answered": "the council's answer to the referral",
    "referral_checked": "the referral checked",
    "released_under_investigation": "a release under investigation",
    "return_interview_received": "what was said in the return home interview received",
    "return_interview_requested": "a return home interview asked for",
    "risk_tool_completed": "the national risk questions gone through",
    "strategy_minutes_recorded": "the decisions of the strategy discussion written down",
    "strip_search_authorised": "a strip search authorised",
    "transfer_accepted": "the case accepted by its new owner",
    "trigger_plan_updated": "the trigger plan updated",
    "voice_recorded": "what the child said written down",
    "abduction_warning_served": "an abduction warning served",
    "carer_checked": "the child's carer checked",
    "charged": "a charge",
    "enquiry_started": "a child protection enquiry started",
    "informant_contacted": "whoever reported it contacted",
    "language_challenged": "language that blames the child challenged",
    "phone_messaged": "a message sent to the child's telephone",
    "protection_hearing_held": "the hearing on a protection order held",
    "protection_notice_served": "a protection notice served",
    "solicitor_called": "a solicitor called",
    "victim_updated": "the victim told how the case stands",
    "warrant_considered": "a warrant considered",
    "warrant_obtained": "a warrant obtained",
}


# Codes that say too little by themselves.
_PHRASES = {"without": "without an appropriate adult"}


def say_kind(kind: str) -> str:
    """An action kind in plain words; one that the vocabulary does not know is read as it is written."""
    return ACTIONS.get(kind, say_word(kind))


def say_word(word: str) -> str:
    """A code of the vocabulary as words: "child_protection_plan" becomes "child protection plan"."""
    return _PHRASES.get(word, word.replace("_", " "))


def say_any(words: frozenset[str] | tuple[str, ...]) -> str:
    """Words as a choice: diary, immediate or priority."""
    said = [say_word(w) for w in (sorted(words) if isinstance(words, frozenset) else words)]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} or {said[-1]}"


def say_missing(missing: str) -> str:
    """What is absent, in words, with its code in brackets so that an analyst can find it."""
    return "; ".join(_say_one(part) for part in missing.split("; ") if part)


def _say_one(code: str) -> str:
    if code.startswith("feed "):
        name, _, state = code.removeprefix("feed ").partition(": ")
        table, _, kind = name.partition("/")
        what = f"“{say_kind(kind)}”" if kind else table
        said = "is not supplied" if state == "not supplied" else "is not stated to be complete"
        return f"the feed of {what} {said} ({name})"
    field, of, kind = code.partition(" of ")
    if of:
        column = say_word(field.partition(".")[2])
        if column.startswith("happened at"):
            return f"when exactly it happened: {say_kind(kind)} ({code})"
        return f"the {column} of {say_kind(kind)} ({code})"
    if "." in code:
        table, _, column = code.partition(".")
        return f"{say_word(column)} in {say_word(table)} ({code})"
    return code
