"""Sentences as they stand in the logs of control rooms: for what was reported, what was found and what was done."""

from collections.abc import Mapping

#: By category: how a log opens.
OPENINGS: Mapping[str, tuple[str, ...]] = {
    "domestic_abuse": (
        "Female screaming, line dropped.",
        "INFT reports DOMESTIC next door, shouting and banging heard.",
        "Ex-partner at the door refusing to leave, has been drinking.",
        "Abandoned 999, male heard shouting in b/g.",
        "Caller states partner has assaulted her, pushed her against the wall.",
        "Verbal argument between partners over phone, no injuries reported.",
        "Victim attends front counter to report controlling behaviour.",
    ),
    "neglect": (
        "School reports child hungry and unwashed for third week running.",
        "HV concerned re state of the home.",
        "House filthy, no food in, dog mess on floor.",
        "Council attended for repairs and found no bedding in any bedroom.",
        "Neighbour states they are left alone most nights.",
    ),
    "concern_for_child": (
        "CFW call.",
        "Caller worried for welfare of a child at this address.",
        "INFT heard a child crying for hours.",
        "Father calls, has not been able to speak to his child since Sunday and is worried re mother's partner.",
        "Anon caller states adults at address using drugs.",
        "Small child seen at open upstairs window.",
    ),
    "physical_abuse": (
        "Teacher has seen bruising.",
        "Hospital report unexplained injury, safeguarding lead informed.",
        "Disclosure of being hit at home with a belt.",
        "Nursery report mark to face, explanation given not consistent.",
    ),
    "sexual_abuse": (
        "Disclosure to school nurse.",
        "Third-party report of sexual assault.",
        "Mother reports disclosure this evening at bath time.",
        "Referral from children's social care re non-recent disclosure.",
    ),
    "sexual_exploitation": (
        "Youth worker reports girl collected by older males in cars.",
        "Care staff report new phone and gifts, will not say from whom.",
        "Hotel reports older male booking in with a young person.",
    ),
    "criminal_exploitation": (
        "Stopped at train station with two phones and large amount of cash.",
        "Care home report return with injuries and new trainers.",
        "Mother believes son is being made to carry drugs out of county.",
    ),
    "online_abuse": (
        "NCA package received.",
        "Referral re indecent images, account resolves to this address.",
        "Platform report of grooming, chat logs attached.",
    ),
    "drink_drug_drive": (
        "Vehicle all over the road.",
        "Driver smells of intox, positive roadside.",
        "RTC, one vehicle, driver drug wipe positive.",
    ),
    "harmful_sexual_behaviour": (
        "School report incident in toilets between pupils.",
        "Parent reports what was seen at sleepover.",
    ),
    "mental_health": (
        "Caller on bridge, states wants to end it.",
        "CAMHS report not attended and threatening self harm.",
        "Locked in bathroom with razor.",
    ),
    "missing": (
        "MISPER.",
        "Missing from home report.",
        "Care home report not returned for curfew.",
        "Not returned from school, friends spoken to.",
    ),
    "other": (
        "Caller reports a disturbance.",
        "Report of ASB, loud music.",
        "Suspicious activity reported near garages.",
        "Shed broken into overnight, tools taken.",
        "Two males fighting outside the pub.",
        "Report of fraud, money sent to unknown account.",
        "Baby blue Fiesta parked across drive.",
        "Caller has been sent abusive messages by former colleague, childhood friend of his brother.",
        "Damage to fence in Child Street.",
    ),
}

#: Before the words for a child: who stands in the record.
INTRODUCED = ("IP:", "Child:", "Re", "Subject is", "Nominal:")
SEEN_THERE = ("Present:", "Also at the address", "In the lounge", "Upstairs", "In the back of the car")
#: Before the words for a child of whom nobody took note.
OVERHEARD = (
    "Background noise on call, sounds like",
    "Neighbour mentions",
    "Car seat and toys in the hall, belongs to",
    "Caller says she does not want to leave because of",
    "Victim worried about",
    "Suspect says he only came to see",
    "Asleep upstairs throughout,",
)
MIDDLES = (
    "Caller does not wish to give details.",
    "Both parties separated.",
    "Signs of a disturbance in kitchen, broken plate on floor.",
    "BWV activated.",
    "DCU checks show previous calls to this address.",
    "PNC and local checks, markers for weapons.",
    "No previous on DASH.",
    "Landlord present.",
    "Ambulance requested, stood down.",
    "Male left prior to police arrival.",
    "No visible injuries.",
    "Parties have been in a relationship for 3 yrs.",
    "Refuses to engage with questions.",
)
CLOSINGS = (
    "Units assigned.",
    "NFA at this time, officer to update.",
    "Both parties spoken to, words of advice given.",
    "Enqs continue.",
    "Supervisor aware.",
    "Referral to follow.",
    "Log can be closed, no offences disclosed.",
    "Resulted as attended.",
    "Handed over to lates.",
)
NOBODY = ("No children at the address.", "No kids in the household.", "Childless couple.")
SEARCH = (
    "No reply on mobile.",
    "Phone going to voicemail.",
    "Left after an argument.",
    "Friends being contacted.",
    "ATL passed to patrols.",
    "Previous misper, usually returns.",
    "Last seen wearing black tracksuit.",
    "Bank card not used.",
)
