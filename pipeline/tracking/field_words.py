"""Words of one field: a report that was planned to speak to 'teachers' speaks to 'staff'.

They do not stand for one another, as the words of one meaning in ``word_forms.py`` do, and count less. A word may be in
several fields. After each field stand a plan and what answers it.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Field(NamedTuple):
    """Words that speak of one field, and two texts that they tie."""

    words: tuple[str, ...]
    example: tuple[str, str]


_FIELDS = """
staff teacher nurse employee officer clinician team colleague worker midwife clerk matron warden technician
  caretaker assistant carer lecturer workforce crew operator adviser: Tell the nurses / Staff told
resident household householder home neighbour tenant house family occupier homeowner property flat
  leaseholder villager community address door: Write to residents / Letter put through every door
pupil student learner child school class parent youngster apprentice undergraduate: Ask pupils / Students
  asked
customer client user claimant patient visitor public reader member passenger citizen guest supporter: Notify
  customers / Users notified
volunteer helper driver steward trustee befriender lengthsman: Thank volunteers / Helpers thanked
supplier contractor vendor firm company provider maker manufacturer builder consultant haulier mover
  installer operator architect designer agency printer: Choose the removal firm / Removal contractor chosen
contract deal deed lease terms licence: Sign the deed / Contract signed
place somewhere room hall venue premises space site accommodation lounge hub area building office centre
  location cabin portakabin kitchen shelter: Find somewhere for the club / Hall found for the club
plan strategy scheme roadmap proposal programme approach: Write the strategy / Plan written
letter newsletter leaflet card email notice bulletin note flyer poster message mailing mailshot advert: Send
  out the letter / Leaflet sent out
course session workshop lesson class seminar clinic briefing drop: Run a workshop / Session run
quote quotation price estimate tender bid offer proposal cost: Get quotes / Three prices received
permission consent approval licence permit decision certificate accreditation authorisation clearance
  variation wayleave: Get the permit / Permission received
money fund grant funding lottery award donation donor sponsor budget loan: Get the grant / Money received
heating boiler cylinder radiator hot warm pump heater temperature: Mend the heating / Boiler mended
website site page web online intranet portal internet: Launch the website / New pages online
foundation base footing slab pad strip pile concrete groundwork footings: Lay the foundation / Base laid
roof slate tile felt covering rafter gutter skylight watertight: Finish the roof / Slates finished
lorry van vehicle car truck minibus bus fleet ambulance: Order the van / Vehicle ordered
system software application app platform database programme tool package portal module: Test the system /
  Software tested
guide manual handbook instruction procedure guidance policy note protocol rule: Write the guide / Handbook
  written
rota roster timetable schedule calendar diary programme hour shift: Draw up the rota / Timetable drawn up
tea kitchen kitchenette lounge canteen cafe meal lunch coffee kettle refreshment food: Tea for helpers /
  Kettle for helpers
inspection survey study assessment investigation audit appraisal: Roof inspection / Roof survey
data file information detail document entry database: Load the details / Data loaded
phone telephone mobile handset line helpline hotline: Order the phones / Handsets ordered
computer laptop pc device tablet terminal workstation desktop: Order the laptops / Computers ordered
street road lane highway avenue carriageway junction: Resurface the road / Street resurfaced
path footpath towpath track walkway trail pavement: Lay the path / Track laid
wall fence hedge boundary hoarding gate railing: Put up the fence / Hoarding put up
window glazing glass pane door: Fit the windows / Glazing fitted
lamp light lighting luminaire floodlight led bulb lantern: Mend the lamps / Lights mended
photo photograph picture image portrait film video: Take photographs / Pictures taken
map drawing layout design sketch model: Draw the layout / Design drawn
job post role vacancy position recruitment: Advertise the job / Post advertised
board committee panel trustee governor cabinet council executive scrutiny group member sponsor: Brief the
  trustees / Board briefed
rent fee charge tariff price rate: Set the rent / Charges set
defect snag fault bug error problem finding incident leak: Fix the faults / Bugs fixed
kit equipment machine plant apparatus instrument device robot scanner printer: Order the kit / Equipment
  ordered
cable cabling network wifi switch router wiring wireless fibre broadband data: Pull the cable / Wiring
  pulled
doctor gp clinician consultant surgeon surgery practice: Ask the doctors / Clinicians asked
crate box pallet container carton skip bag: Pack the boxes / Crates packed
soil turf grass verge seed lawn pitch plant tree hedge: Sow the grass / Verge sown
bat newt badger otter vole bird nest roost ecologist pond reptile wildlife amphibian: Newt survey / Ponds
  surveyed
quay port harbour ship vessel boat berth dock marine barge ferry: Berth the barge / Vessel berthed
gun rifle weapon firearm target range: Clean the guns / Weapons cleaned
pay payroll salary payslip wage pension: Run the payroll / Wages run
school term autumn freshers academic semester intake enrolment: Open for the term / Open for the intake
weekend saturday sunday: Weekend opening / Open on Saturdays
water sewer drain drainage pipe main pipework tank plumbing: Lay the drains / Pipes laid
electricity power supply substation generator transformer meter electrical: Order the power / Electricity
  ordered
furniture desk chair table locker shelf shelving cupboard racking: Order furniture / Desks ordered
stock item product goods good collection object: Count the stock / Items counted
fire alarm sprinkler extinguisher evacuation smoke: Test the alarm / Fire test
police force officer constable pcso: Brief the force / Police briefed
lesson learnt learned review debrief retrospective: Hold the debrief / Lessons review held
opening ceremony launch celebration unveiling ribbon party reception: Hold the opening / Ceremony held
land field plot site parcel owner landowner landlord: Buy the field / Land bought
identity login password account access credential: Issue logins / Accounts issued
noise dust traffic disruption nuisance vibration: Measure the noise / Vibration measured
bin waste recycling rubbish refuse skip caddy: Order the bins / Caddies ordered
library book stock shelf volume: Move the books / Volumes moved
ward bed unit clinic bay theatre: Open the ward / Beds opened
medicine drug pharmacy dose dosing prescription prescribing medication: Check the drugs / Medicines checked
interface link integration feed connection api: Test the interface / Feed tested
dashboard figure statistic table chart: Build the dashboard / Charts built
scaffold scaffolding tower: Put up the scaffold / Tower put up
ceiling plaster plasterboard partition drylining: Fix the ceiling / Plasterboard fixed
paint decoration colour finish coat: Choose the paint / Colours chosen
floor vinyl carpet screed flooring lino: Lay the floor / Vinyl laid
lift hoist elevator crane: Fit the lift / Hoist fitted
steel frame steelwork beam column girder: Erect the frame / Steelwork erected
brick brickwork blockwork masonry stone stonework mortar: Repair the stonework / Masonry repaired
tarmac asphalt surfacing resurfacing kerb: Lay the tarmac / Surfacing laid
parking bay permit: Mark out the parking / Bays marked out
security cctv camera lock alarm intercom entry: Fit the cameras / CCTV fitted
law legal solicitor lawyer counsel: Ask the lawyers / Solicitors asked
insurance insurer broker policy cover: Renew the insurance / Cover renewed
planning planner permission condition: Discharge the conditions / Planners discharged all
union representative side: Meet the unions / Representatives met
interview candidate applicant shortlist: Hold the interviews / Candidates seen
migration conversion cutover: Rehearse the migration / Cutover rehearsed
signage notice nameplate sign poster placard: Order the nameplates / Signage ordered
benefit saving efficiency: Track the benefits / Savings tracked
exercise rehearsal drill: Hold the exercise / Drill held
tenderer bidder tender bid bids: Meet the tenderers / Bidders met
media press journalist coverage radio newspaper: Brief the press / Journalists briefed
questionnaire poll survey: Send the questionnaire / Survey sent
closure shutdown outage downtime possession: Agree the closure / Outage agreed
spare part component: Order the spares / Parts ordered
trench ditch excavation: Fill the trench / Excavation filled
uniform clothing tunic workwear ppe: Order uniforms / Workwear ordered
transport travel journey route: Plan the transport / Routes planned
asbestos contamination hazardous: Survey for asbestos / Contamination survey
backlog queue list waiting: Clear the backlog / Queue cleared
child baby infant nursery toddler: Move the nursery / Infants moved
archive store storage repository warehouse: Fill the store / Archive filled
budget account ledger finance: Close the accounts / Ledger closed
disability access ramp wheelchair: Build the ramp / Wheelchair access built
tree hedge woodland shrub sapling: Plant the trees / Saplings planted
river stream brook weir culvert: Clear the brook / Culvert cleared
toilet washroom wc shower lavatory: Refit the toilets / Washrooms refitted
dog kennel animal pet: House the dogs / Kennels housed
church chapel parish vicar congregation: Tell the church / Parish told
match pitch club league game: Mark the pitch / Club marked out
market stall trader shop shopkeeper retailer business: Tell the traders / Shopkeepers told
brand logo title name: Choose the name / Logo chosen
gallery exhibition exhibit display case: Light the gallery / Displays lit
supermarket shop store grocer: Ask the supermarkets / Shops asked
crew gang squad team: Brief the crew / Gang briefed
hour time opening: Set the opening times / Hours set
archaeologist dig excavation: Meet the archaeologist / Dig met
"""


def _fields() -> tuple[Field, ...]:
    found = []
    for line in re.sub(r"\n  ", " ", _FIELDS.strip()).split("\n"):
        words, _, example = line.partition(": ")
        plan, told = example.split(" / ")
        found.append(Field(tuple(words.split()), (plan, told)))
    return tuple(found)


FIELDS = _fields()
"""Fields of words. The tests try each example."""
