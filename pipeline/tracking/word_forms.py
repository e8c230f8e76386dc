"""Forms of English words that no rule of endings joins: 'held' and 'hold', 'submission' and 'submit'.

Only words that reports use of work. Each line is one word in all its forms; the first stands for all.
"""

from __future__ import annotations

_FORMS = """
agree agreed agreement
analyse analysis analysed analyses
apply application applied
arise arose arisen
arrange arrangement
assess assessment
become became
begin began begun
bend bent
blow blew blown
break broke broken
bring brought
build built building rebuild rebuilt
burn burnt
buy bought
catch caught
choose chose chosen choice
come came
commission decommission recommission
confirm confirmation
consult consultation
cut cuts cutting
decide decision decided
deliver delivery
deploy deployment redeploy
design redesign
dig dug
do did done
draw drew drawn drawing
drive drove driven
evaluate evaluation
fall fell fallen
feed fed
finalise finalize finalizes finalized finalizing
find found finding
fit fitted fitting refit
fly flew flown
freeze froze frozen
give gave given
go went gone
grow grew grown growth
hand handed handover
hang hung
hear heard
hold held
install installation instal
invite invitation
keep kept
lay laid relay relaid
lead led
leave left
lend lent
light lit
lose lost loss
make made
meet met meeting
migrate migration
move moved removal
negotiate negotiation
occupy occupation occupancy
open opening reopen
pay paid payment
premises office offices
present presentation
procure procurement
produce production
publish publication
put putting
receive receipt
recruit recruitment
refurbish refurbishment
relocate relocation
remove removing
repair repaired
replace replacement
reply replied
resolve resolution
respond response
ring rang rung
rise rose risen
run ran running
see saw seen
seek sought
sell sold sale
send sent
set setting
shake shook shaken
show shown showed
shrink shrank
shut shutting
sign signed signature
sink sank sunk
speak spoke spoken
specify specification
spend spent
split splitting
spray sprayed
start restart
steal stole stolen
stick stuck
strike struck
submit submission resubmit
survey resurvey
sweep swept
swing swung
take took taken
teach taught
tear tore torn
tell told
test testing retest
think thought
throw threw thrown
train training
transfer transferred
understand understood
verify verification
wear wore worn
win won
write wrote written rewrite
"""

BASE_FORMS = {form: line.split()[0] for line in _FORMS.split("\n") for form in line.split()}
"""Each form to the word that stands for it."""

SAME_MEANING = {
    form: group[0]
    for group in (
        ("issue", "send", "circulate", "dispatch", "release", "publish", "mail"),
        ("agree", "approve", "authorise", "authorize", "endorse", "ratify", "sanction", "accept"),
        ("sign", "execute"),
        ("appoint", "award", "engage", "select", "choose", "recruit", "hire", "fill", "employ"),
        ("install", "fit", "mount"),
        ("finish", "complete", "conclude", "finalise", "end", "close"),
        ("start", "begin", "commence", "launch", "initiate"),
        ("submit", "lodge", "file"),
        ("staff", "employee", "personnel", "workforce", "officer"),
        ("contractor", "supplier", "vendor"),
        ("client", "customer", "people", "person", "user"),
        ("delay", "slip", "late", "overrun"),
        ("cost", "budget", "price", "expenditure", "money", "funding"),
        ("buy", "purchase", "procure", "acquire", "order"),
        ("meet", "workshop", "session", "discuss"),
        ("board", "committee", "panel", "council", "councillor"),
        ("resident", "tenant", "householder"),
        ("survey", "inspect"),
        ("report", "paper"),
        ("schedule", "programme", "timetable"),
        ("move", "relocate", "transfer", "decant", "shift"),
        ("old", "legacy", "existing", "former"),
        ("repeat", "second", "again"),
        ("visit", "trip"),
        ("hole", "pit"),
        ("sink", "dig", "excavate"),
        ("bring", "put", "place"),
        ("get", "obtain", "secure", "receive"),
        ("load", "import", "migrate"),
        ("write", "draft", "prepare", "produce", "sketch"),
        ("clad", "face"),
        ("present", "hear", "show"),
        ("course", "train", "teach"),
        ("test", "trial", "check", "rehearse"),
        ("remaining", "last", "rest", "outstanding"),
        ("fast", "upgrade"),
        ("link", "line", "connection"),
        ("live", "switch", "rollout", "roll"),
    )
    for form in group
}
"""Words that reports use for one another, to the one that stands for the group."""

_LIGHT = """
achieve activity arrange attend carry complete conduct continue deliver do ensure finish further go hand hold make new
next ongoing place progress provide run start take team undertake update work
"""
LIGHT_WORDS = frozenset(_LIGHT.split())
"""Words that say that something is done and not what: they tell little of which thing it is."""

CONTRASTS = tuple(
    {word: options.split("/")[0] for options in group.split() for word in options.split("/")}
    for group in (
        "first second third fourth fifth sixth seventh eighth ground basement upper lower top",
        "north/northern south/southern east/eastern west/western northeast northwest southeast southwest central",
        "internal external",
        "men/male/boys women/female/girls",
        "adult child",
        "primary secondary",
        "front rear back side",
        "left right",
        "inbound outbound",
        "electrical mechanical plumbing",
        "day night",
    )
)
"""Words of which one thing has one ("/" stands between forms of one word): texts with different ones of a group
speak of two things."""

_NUMBERED = """
batch bay block building cohort contract floor gate gateway hub lane level line lot module objective option package part
phase plot pod project release round section sector sprint stage strand team theatre tier tranche unit ward wave
workstream wp year zone
"""
NUMBERED_THINGS = frozenset(_NUMBERED.split())
"""Nouns that a number or letter after them tells apart: 'Phase 1' is not 'Phase 2', but 'lay 900 m' may be
'laid 940 m'."""

NUMBER_WORDS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
}
