"""What reports say of work that is done, by what a plan called it; and words of one field: 'teachers' are 'staff'.

Unlike the words of one meaning in ``word_forms.py`` these do not stand for one another: 'Order the lifts' is answered by
'Lifts on order' and by 'Lifts arrived', which are two things. A word may be in several groups. Phrases stand between
semicolons; '*' is up to three words.
"""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    """A kind of work.

    Attributes:
        plans: Verbs and nouns that open a plan of it.
        tells: What else a report says when it is done.
        example: A plan and what answers it.
    """

    plans: str
    tells: str
    example: tuple[str, str]


ACTIONS = (
    Action(
        "appoint; hire; employ; recruit; engage; fill; select; choose; pick; name; nominate; elect; second; take on; bring in",
        "in post; on board; taken on; join; accept; started work; starts; starting as; came on; arrive; offer made; chose;"
        " won; preferred",
        ("Take on a clerk of works", "Clerk of works joined on the 4th"),
    ),
    Action(
        "award; let; place; choose; select; pick; appoint; engage; sign",
        "contract; signed; placed; preferred; winner; won; given to; order; deal",
        ("Pick a printer", "Printing contract placed with Ash & Co"),
    ),
    Action(
        "tender; invite; advertise; procure; put * out to tender; go out to tender; retender; issue * tender; issue * tenders",
        "tenders; bidders; invited; expressions of interest; out to tender; asked for the documents; bids; invitation; on the"
        " street; closing date; advert",
        ("Tender the lift contract", "Five lift firms invited to price"),
    ),
    Action(
        "buy; procure; purchase; order; acquire; source; get; raise; place; book; rent; hire; lease",
        "order; ordered; arrive; deliver; bought; came; paid for; cost; in stock; donated; given; received; now have; has"
        " lent; lent; quotes",
        ("Buy a second van", "Second van arrived"),
    ),
    Action(
        "issue; send; circulate; dispatch; release; publish; post; mail; distribute; share; deliver; hand out; give out; serve",
        "went out; gone out; sent out; sent to; out to; given out; handed out; sent round; through every door; online;"
        " on the website; on the intranet; can be read; emailed; have their; have got; reached; available",
        ("Publish the leaflet", "Leaflet gone out to all homes"),
    ),
    Action(
        "tell; inform; notify; write to; brief; warn; explain; announce; communicate; alert; advise; let * know; email; thank",
        "told; letter; newsletter; leaflet; bulletin; notice; email; card; written to; briefing; posted; knows; know; message;"
        " announced; poster; meeting; aware; heard",
        ("Tell parents about the move", "Letter about the move sent home"),
    ),
    Action(
        "agree; approve; authorise; endorse; sanction; accept; settle; sign; sign off; confirm; fix; seek; take *"
        " to; negotiate; adopt; ratify",
        "happy with; content with; green light; go-ahead; blessing; signed off; consent; granted; yes; nod; passed; cleared;"
        " adopted; accepted; settled; reached; signed; considered; reached agreement; deal; backed; supported; in principle;"
        " minded to",
        ("Agree the layout with tenants", "Tenants are happy with the layout"),
    ),
    Action(
        "obtain; get; secure; receive; gain; win; seek; apply; request; await; chase; collect; gather; ask",
        "came through; in hand; receive; arrive; arrived; granted; came in; back from; issued; lent; gave; given; approved;"
        " validated; got; gained; now have; promised; pledged; awarded; permission",
        ("Get the fire certificate", "Fire certificate came through"),
    ),
    Action(
        "finish; complete; conclude; finalise; end; close; wrap up; clear; discharge; finish off",
        "done; all; in full; wrapped up; finished; complete; now; closed; signed off; over; down to; no longer; gone; poured",
        ("Finish the loft", "Loft done"),
    ),
    Action(
        "start; begin; commence; initiate; mobilise; kick off; get going; open; continue; launch; break ground; introduce",
        "under way; underway; got going; in progress; up and running; first; started; begun; site start; on site; running;"
        " underway now; going well; opened; in full swing; on tuesdays; come regularly",
        ("Start the piling", "Piling under way"),
    ),
    Action(
        "install; fit; mount; set up; put in; put up; erect; hang; lay; assemble; place; lift; build; wire; plant; deploy",
        "in place; up; in; now in; hung; wired; positioned; standing; stands; put up; craned; bolted; in position; down;"
        " laid; planted; built; on the wall; fitted; on site; all; lowered; working",
        ("Install the press", "Press in place"),
    ),
    Action(
        "build; erect; construct; pour; cast; lay; raise; top out; finish; complete; dig; sink; concrete",
        "up; poured; cast; concreted; laid; topped out; built; standing; watertight; at full height; complete; filled; brickwork;"
        " blockwork; reached",
        ("Build the footings", "Footings cast"),
    ),
    Action(
        "remove; demolish; strip; clear; dismantle; take down; take out; pull down; dispose; scrap; dig out; knock down; empty;"
        " drain; strip out",
        "gone; down; taken down; carted away; out; pulled down; knocked down; cleared; skip; skips; sold for scrap; away;"
        " emptied; recycled; off site; bare; no longer",
        ("Demolish the sheds", "Sheds are gone"),
    ),
    Action(
        "repair; fix; mend; resolve; put right; put * right; make good; remedy; correct; rectify; cure; solve; sort out; deal"
        " with; address; replace; restore; cleanse; reduce",
        "working; works again; sorted; fitted; replaced; cured; put right; mended; reliable; renewed; no longer; larger;"
        " bigger; fixed; solved; resolved; closed; down from; fallen; clean; healed; repairs; remedied; corrected",
        ("Mend the gate", "Gate closes properly again, new hinge"),
    ),
    Action(
        "train; teach; brief; coach; instruct; help; support; show; induct; familiarise; upskill; assist; guide",
        "course; session; training; lesson; certificate; passed; attended; shown; taught; walkers; on hand;"
        " drop-in; trained; learnt; learned; instruction; present in; helpdesk; clinics; champions; visits",
        ("Train the wardens", "Wardens passed their course"),
    ),
    Action(
        "write; draft; draw up; prepare; produce; compile; develop; document; set out; sketch; create; make; design; work up;"
        " put together; define",
        "draft; drafted; written; in draft; first version; first draft; pages; drawn; outline; sketches; version; ready;"
        " prepared; completed; designed; out for comment; produced; designs; drawings",
        ("Draw up the timetable", "Timetable drafted"),
    ),
    Action(
        "review; evaluate; assess; analyse; compare; score; mark; moderate; look at; study; consider; appraise; model;"
        " benchmark; examine; interview; shortlist",
        "best; first; preferred; results; shows; showed; ranked; scored; scores; lowest; highest; found; findings; lessons;"
        " reviewed; reading; broken down; conclusion; recommended; candidates; shortlisted; report",
        ("Evaluate the bids", "Bids scored, Hale came first"),
    ),
    Action(
        "survey; inspect; examine; investigate; check; verify; measure; audit; map; look at; sample; record; count; walk;"
        " carry out *; inventory",
        "found; clear; results; readings; surveyed; checked; verified; report; surveyor; finds; nothing; no; counted; core;"
        " cores; measured; samples; inspected; listed; per cent",
        ("Survey the cellar", "No damp found in the cellar"),
    ),
    Action(
        "test; trial; try; rehearse; validate; pilot; witness; prove; try out; run; simulate; dry run; commission",
        "tried; tried out; passed; pass; held pressure; ran; rehearsal; working; trial; test; results; dry run; loaded; proved;"
        " witnessed; exercise; practice; practised; within limits",
        ("Test the alarm", "Alarm tried out, no faults"),
    ),
    Action(
        "hold; host; organise; arrange; stage; meet; convene; run; celebrate; attend; put on",
        "came; attended; visitors; took place; went ahead; turned up; drew; met; present; joined; gathered; people; evening;"
        " evenings; session; sessions; event; held; went well; turnout; visited; opened by",
        ("Hold an open evening", "Open evening drew 80 people"),
    ),
    Action(
        "consult; ask; liaise; engage; seek; interview; hear; listen; canvass; poll; talk; discuss; meet; involve; survey; approach",
        "replies; responses; comments; feedback; views; told us; said; wishes; answered; questionnaire; workshops; evenings;"
        " opinions; asked; want; wanted; prefer; preferred; spoke; talks; talked; responded; gathered; chose; agreed",
        ("Consult shopkeepers on the hours", "Shopkeepers told us they want later hours"),
    ),
    Action(
        "submit; lodge; apply; file; send; claim; bid; register; request; put in; make; enter",
        "went in; in with; with the planners; submitted; lodged; application; made; filed; registered; with the council; sent;"
        " returned; claim; bid; validated; receipt; acknowledged; awaiting decision; applied",
        ("Submit the appeal", "Appeal went in on time"),
    ),
    Action(
        "move; relocate; transfer; decant; migrate; shift; switch; import; load; cut over; convert; bring; ship; land; unload;"
        " get * ashore; return; carry; put * back",
        "now in; now at; now sit; moved in; live on; landed; arrived; ashore; loaded; went live; in their new; from the new;"
        " settled in; moved; first; back in; back on; transferred; migrated; over to; running on; unloaded; runs; unpacked",
        ("Move the archive", "Archive now in the basement"),
    ),
    Action(
        "connect; link; energise; join; integrate; interface; plug; couple; power up; supply",
        "live; powered; on supply; connected; energised; working; power on; switched on; current; linked; speaks to; talks to;"
        " supply; through; meter",
        ("Energise the kiosk", "Kiosk has power"),
    ),
    Action(
        "launch; go live; open; reopen; roll out; deploy; release; switch on; introduce; put into service; put * into service;"
        " bring * into use; soft launch; turn on; start; make * live; publish; bring back",
        "went live; live; in use; began using; using; in service; up and running; available; opened; open; welcomed; first;"
        " launched; since; running; rolled out; on all; working; back; visitors; customers; users; signed in; switched on",
        ("Go live with the booking app", "Booking app in use since Monday"),
    ),
    Action(
        "close; shut; decommission; switch off; turn off; cease; retire; archive; delete; end; cancel; terminate; give notice;"
        " serve notice; discontinue; wind down; phase out",
        "off; closed; ceased; gone; out of use; switched off; shut; no longer; ended; deleted; notice; archived; cancelled;"
        " retired; turned off",
        ("Switch off the old server", "Old server no longer runs"),
    ),
    Action(
        "set; set up; establish; decide; determine; specify; define; fix; settle; choose; form; name; clarify; pick; select;"
        " finalise; freeze",
        "decided; agreed; fixed; chosen; settled; preference; favoured; selected; meets; formed; first met; established; chose;"
        " in place; defined; named; will be; signed off; frozen; went for; goes for",
        ("Decide on the flooring", "Vinyl chosen for the flooring"),
    ),
    Action(
        "find; identify; source; seek; locate; arrange; look for; book; sort out; line up; track down; secure; reserve; rent",
        "found; identified; booked; offered; offer; made available; can use; lent; room; space; open for; arranged; promised;"
        " reserved; use of; free; available; has agreed; now cooks; cooks; took; opened; turned into; hired; rented; open to",
        ("Find a hall for rehearsals", "St Luke's has offered its hall"),
    ),
    Action(
        "update; revise; refresh; amend; rewrite; renew; change; upgrade; improve; enlarge; extend; widen; adjust; modify;"
        " harmonise; align; correct; strengthen; simplify; shorten",
        "new version; revised; updated; renewed; version; amended; larger; bigger; wider; the same; changed; replaced;"
        " altered; extended; in force; another year; valid; current",
        ("Renew the licence", "Licence now valid to next June"),
    ),
    Action(
        "visit; see; tour; go to; travel; meet",
        "visited; went to; saw; shown round; seen; trip; day at; hosted us; visit; showed us; toured",
        ("Visit the mill at Holt", "Team shown round the mill at Holt"),
    ),
    Action(
        "pay; settle; claim; invoice; bill; recover; draw down; refund; repay",
        "paid; settled; received; money; cleared; invoice; in the bank; claimed; account; released; refunded; came in",
        ("Draw down the loan", "Loan money in the bank"),
    ),
    Action(
        "paint; decorate; redecorate; tidy; clean; plaster; polish; varnish; finish; furnish; carpet; tile; wash",
        "painted; coat; coats; decorated; clean; finished; looks; plastered; dry; carpeted; tiled; smart; fresh; decorators;"
        " painters; colours",
        ("Paint the stairwell", "Two coats on the stairwell walls"),
    ),
    Action(
        "insulate; lag; seal; cover; clad; waterproof; roof; glaze; felt; weatherproof; make * watertight",
        "lagged; watertight; weathertight; sealed; covered; dry; roofed; glazed; insulated; insulation; on; slated; tiled",
        ("Seal the roof light", "Roof light watertight"),
    ),
    Action(
        "cleanse; deduplicate; merge; match; reconcile; remove; catalogue; index; enter; scan; digitise; collect; load",
        "down from; clean; errors; matched; merged; entered; scanned; catalogued; indexed; left; duplicates; rejected; records;"
        " items; reconciled; digitised",
        ("Digitise the ledgers", "All ledgers scanned"),
    ),
    Action(
        "hand over; handover; give back; return; vacate; leave; surrender; transfer; pass",
        "handed over; keys; given back; moved out; vacated; took possession; accepted; passed to; in the hands of; left; got"
        " their; handed back; moved in",
        ("Hand over the flats", "Keys of the flats given to the association"),
    ),
    Action(
        "respond; reply; answer; follow up; chase; escalate; query",
        "answered; replied; response; reply; raised with; heard; spoke; promised; came back; letter",
        ("Chase the landlord", "Landlord came back with dates"),
    ),
    Action(
        "print; label; mark; signpost",
        "printed; labels; labelled; signs; signage; marked; from the printer; lettering",
        ("Print the menus", "Menus back from the printer"),
    ),
    Action(
        "map; model; scope; baseline; plan; schedule; sequence; programme",
        "mapped; scoped; baselined; modelled; timeline; chart; plan; programme; dates set",
        ("Schedule the site visits", "Dates set for all site visits"),
    ),
    Action(
        "monitor; measure; track; record; count; log",
        "readings; logged; counts; figures; measured; results; average; steady; per cent",
        ("Monitor the damp", "Damp readings steady"),
    ),
    Action(
        "interview; shortlist; advertise; recruit",
        "interviewed; candidates; shortlist; applicants; applied; offer; applications; advert",
        ("Advertise the porter's post", "Nineteen applicants for the porter's post"),
    ),
    Action(
        "dig; excavate; trench; drill; bore; pile; sink; drive",
        "dug; excavated; trench; drilled; boreholes; piles; in the ground; deep; driven; spoil; filled",
        ("Pile the east end", "All 40 piles at the east end driven"),
    ),
    Action(
        "protect; secure; lock; guard; fence; fence off; board up",
        "fenced; secured; locked; boarded; guards; protected; cage; padlock",
        ("Fence off the pond", "Padlock and railings round the pond"),
    ),
    Action(
        "merge; combine; join; consolidate; unify; bring together; amalgamate",
        "merged; one; combined; joined; single; together",
        ("Merge the two mailing lists", "One mailing list now"),
    ),
    Action(
        "increase; expand; add; raise; extend; recruit",
        "up to; up from; more; extra; added; rose; increased; additional; another",
        ("Add a second checkout", "Extra checkout since May"),
    ),
    Action(
        "reduce; cut; lower; save; bring down; shorten",
        "down to; down from; fell; fewer; less; saved; saving; cut; below; dropped; halved",
        ("Cut the backlog", "Backlog down to 40"),
    ),
    Action(
        "report; present; show; demonstrate; feed back; take * to",
        "presented; shown; saw; heard; demonstrated; demo; went to; discussed; noted; welcomed; considered",
        ("Present the results to governors", "Governors heard the results"),
    ),
    Action(
        "plant; sow; seed; landscape; prune; mow",
        "planted; sown; seeded; trees; in the ground; beds; turf; mown; saplings; green",
        ("Sow the meadow", "Meadow is green"),
    ),
    Action(
        "treat; see; screen; vaccinate; assess; refer",
        "seen; treated; clinics; vaccinated; screened; referred; appointments",
        ("Screen the over-60s", "Over-60s seen at four clinics"),
    ),
    Action(
        "raise; fund; finance; collect; appeal",
        "raised; funded; money; promised; pledges; appeal; collected; pounds; target",
        ("Raise £5,000 for the organ", "£5,400 in pledges for the organ"),
    ),
    Action(
        "insure; register; certify; accredit; license",
        "licence; certificate; insured; registered; cover; policy; accredited; certified; passed",
        ("Insure the minibus", "Minibus has its cover"),
    ),
    Action(
        "make sure; ensure; see that; check that; make; get * ready; prepare",
        "can; able; ready; has; have; given; now; permits; set; allowed",
        ("Make sure couriers can get in", "Passes given to couriers"),
    ),
)
"""Kinds of work. Each example is tried by the tests."""


class Field(NamedTuple):
    """Words that speak of one field, and two texts that they tie."""

    words: str
    example: tuple[str, str]


FIELDS = (
    Field(
        "staff teacher nurse employee officer clinician team colleague worker midwife clerk matron warden technician"
        " caretaker assistant carer lecturer workforce crew operator adviser",
        ("Tell the nurses", "Staff told"),
    ),
    Field(
        "resident household householder home neighbour tenant house family occupier homeowner property flat leaseholder"
        " villager community address door",
        ("Write to residents", "Letter put through every door"),
    ),
    Field(
        "pupil student learner child school class parent youngster apprentice undergraduate",
        ("Ask pupils", "Students asked"),
    ),
    Field(
        "customer client user claimant patient visitor public reader member passenger citizen guest supporter",
        ("Notify customers", "Users notified"),
    ),
    Field("volunteer helper driver steward trustee befriender lengthsman", ("Thank volunteers", "Helpers thanked")),
    Field(
        "supplier contractor vendor firm company provider maker manufacturer builder consultant haulier mover installer"
        " operator architect designer agency printer",
        ("Choose the removal firm", "Removal contractor chosen"),
    ),
    Field("contract deal deed lease terms licence", ("Sign the deed", "Contract signed")),
    Field(
        "place somewhere room hall venue premises space site accommodation lounge hub area building office centre location"
        " cabin portakabin kitchen shelter",
        ("Find somewhere for the club", "Hall found for the club"),
    ),
    Field("plan strategy scheme roadmap proposal programme approach", ("Write the strategy", "Plan written")),
    Field(
        "letter newsletter leaflet card email notice bulletin note flyer poster message mailing mailshot advert",
        ("Send out the letter", "Leaflet sent out"),
    ),
    Field("course session workshop lesson class seminar clinic briefing drop", ("Run a workshop", "Session run")),
    Field("quote quotation price estimate tender bid offer proposal cost", ("Get quotes", "Three prices received")),
    Field(
        "permission consent approval licence permit decision certificate accreditation authorisation clearance permit variation"
        " wayleave",
        ("Get the permit", "Permission received"),
    ),
    Field("money fund grant funding lottery award donation donor sponsor budget loan", ("Get the grant", "Money received")),
    Field("heating boiler cylinder radiator hot warm pump heater temperature", ("Mend the heating", "Boiler mended")),
    Field("website site page web online intranet portal internet", ("Launch the website", "New pages online")),
    Field("foundation base footing slab pad strip pile concrete groundwork footings", ("Lay the foundation", "Base laid")),
    Field("roof slate tile felt covering rafter gutter skylight watertight", ("Finish the roof", "Slates finished")),
    Field("lorry van vehicle car truck minibus bus fleet ambulance", ("Order the van", "Vehicle ordered")),
    Field(
        "system software application app platform database programme tool package portal module",
        ("Test the system", "Software tested"),
    ),
    Field(
        "guide manual handbook instruction procedure guidance policy note protocol rule",
        ("Write the guide", "Handbook written"),
    ),
    Field("rota roster timetable schedule calendar diary programme hour shift", ("Draw up the rota", "Timetable drawn up")),
    Field("tea kitchen kitchenette lounge canteen cafe meal lunch coffee kettle refreshment food", ("Tea for helpers", "Kettle for helpers")),
    Field("inspection survey study assessment investigation audit appraisal", ("Roof inspection", "Roof survey")),
    Field("data file information detail document entry database", ("Load the records", "Data loaded")),
    Field("phone telephone mobile handset line", ("Order the phones", "Handsets ordered")),
    Field("computer laptop pc device tablet terminal workstation desktop", ("Order the laptops", "Computers ordered")),
    Field("street road lane highway avenue carriageway junction", ("Resurface the road", "Street resurfaced")),
    Field("path footpath towpath track walkway trail pavement", ("Lay the path", "Track laid")),
    Field("wall fence hedge boundary hoarding gate railing", ("Put up the fence", "Hoarding put up")),
    Field("window glazing glass pane door", ("Fit the windows", "Glazing fitted")),
    Field("lamp light lighting luminaire floodlight led bulb lantern", ("Mend the lamps", "Lights mended")),
    Field("photo photograph picture image portrait film video", ("Take photographs", "Pictures taken")),
    Field("map drawing layout design sketch model", ("Draw the layout", "Design drawn")),
    Field("job post role vacancy position recruitment", ("Advertise the job", "Post advertised")),
    Field(
        "board committee panel trustee governor cabinet council executive scrutiny group member sponsor",
        ("Brief the trustees", "Board briefed"),
    ),
    Field("rent fee charge tariff price rate", ("Set the rent", "Charges set")),
    Field("defect snag fault bug error problem finding incident leak", ("Fix the faults", "Bugs fixed")),
    Field("kit equipment machine plant apparatus instrument device robot scanner printer", ("Order the kit", "Equipment ordered")),
    Field("cable cabling network wifi switch router wiring wireless fibre broadband data", ("Pull the cable", "Wiring pulled")),
    Field("doctor gp clinician consultant surgeon surgery practice", ("Ask the doctors", "Clinicians asked")),
    Field("crate box pallet container carton skip bag", ("Pack the boxes", "Crates packed")),
    Field("soil turf grass verge seed lawn pitch plant tree hedge", ("Sow the grass", "Verge sown")),
    Field("bat newt badger otter vole bird nest roost ecologist pond reptile wildlife amphibian", ("Newt survey", "Ponds surveyed")),
    Field("quay port harbour ship vessel boat berth dock marine barge ferry", ("Berth the barge", "Vessel berthed")),
    Field("gun rifle weapon firearm target range", ("Clean the guns", "Weapons cleaned")),
    Field("pay payroll salary payslip wage pension", ("Run the payroll", "Wages run")),
    Field("school term autumn freshers academic semester intake enrolment", ("Open for the term", "Open for the intake")),
    Field("weekend saturday sunday", ("Weekend opening", "Open on Saturdays")),
    Field("water sewer drain drainage pipe main pipework tank plumbing", ("Lay the drains", "Pipes laid")),
    Field("electricity power supply substation generator transformer meter electrical", ("Order the power", "Electricity ordered")),
    Field("furniture desk chair table locker shelf shelving cupboard racking", ("Order furniture", "Desks ordered")),
    Field("stock item product goods good collection object", ("Count the stock", "Items counted")),
    Field("fire alarm sprinkler extinguisher evacuation smoke", ("Test the alarm", "Fire test")),
    Field("police force officer constable pcso", ("Brief the force", "Police briefed")),
    Field("lesson learnt learned review debrief retrospective", ("Hold the debrief", "Lessons review held")),
    Field("opening ceremony launch celebration unveiling ribbon", ("Hold the opening", "Ceremony held")),
    Field("land field plot site parcel owner landowner landlord", ("Buy the field", "Land bought")),
    Field("identity login password account access credential", ("Issue logins", "Accounts issued")),
    Field("noise dust traffic disruption nuisance vibration", ("Measure the noise", "Vibration measured")),
    Field("bin waste recycling rubbish refuse skip caddy", ("Order the bins", "Caddies ordered")),
    Field("library book stock shelf volume", ("Move the books", "Volumes moved")),
    Field("ward bed unit clinic bay theatre", ("Open the ward", "Beds opened")),
    Field("medicine drug pharmacy dose dosing prescription prescribing medication", ("Check the drugs", "Medicines checked")),
    Field("interface link integration feed connection api", ("Test the interface", "Feed tested")),
    Field("dashboard figure statistic table chart", ("Build the dashboard", "Charts built")),
    Field("scaffold scaffolding tower", ("Put up the scaffold", "Tower put up")),
    Field("ceiling plaster plasterboard partition drylining", ("Fix the ceiling", "Plasterboard fixed")),
    Field("paint decoration colour finish coat", ("Choose the paint", "Colours chosen")),
    Field("floor vinyl carpet screed flooring lino", ("Lay the floor", "Vinyl laid")),
    Field("lift hoist elevator crane", ("Fit the lift", "Hoist fitted")),
    Field("steel frame steelwork beam column girder", ("Erect the frame", "Steelwork erected")),
    Field("brick brickwork blockwork masonry stone stonework mortar", ("Repair the stonework", "Masonry repaired")),
    Field("tarmac asphalt surfacing resurfacing kerb", ("Lay the tarmac", "Surfacing laid")),
    Field("parking bay permit", ("Mark out the parking", "Bays marked out")),
    Field("security cctv camera lock alarm", ("Fit the cameras", "CCTV fitted")),
    Field("law legal solicitor lawyer counsel", ("Ask the lawyers", "Solicitors asked")),
    Field("insurance insurer broker policy cover", ("Renew the insurance", "Cover renewed")),
    Field("planning planner permission condition", ("Discharge the conditions", "Planners discharged all")),
    Field("union representative side", ("Meet the unions", "Representatives met")),
    Field("interview candidate applicant shortlist", ("Hold the interviews", "Candidates seen")),
    Field("migration conversion cutover", ("Rehearse the migration", "Cutover rehearsed")),
    Field("signage notice nameplate", ("Order the signs", "Signage ordered")),
    Field("benefit saving efficiency", ("Track the benefits", "Savings tracked")),
    Field("exercise rehearsal drill", ("Hold the exercise", "Drill held")),
    Field("tenderer bidder tender bid bids", ("Meet the tenderers", "Bidders met")),
    Field("media press journalist coverage radio newspaper", ("Brief the press", "Journalists briefed")),
    Field("questionnaire poll survey", ("Send the questionnaire", "Survey sent")),
    Field("closure shutdown outage downtime possession", ("Agree the closure", "Outage agreed")),
    Field("spare part component", ("Order the spares", "Parts ordered")),
    Field("trench ditch excavation", ("Fill the trench", "Excavation filled")),
    Field("uniform clothing tunic workwear ppe", ("Order uniforms", "Workwear ordered")),
    Field("transport travel journey route", ("Plan the transport", "Routes planned")),
    Field("asbestos contamination hazardous", ("Survey for asbestos", "Contamination survey")),
    Field("backlog queue list waiting", ("Clear the backlog", "Queue cleared")),
    Field("child baby infant nursery toddler", ("Move the nursery", "Infants moved")),
    Field("archive store storage repository warehouse", ("Fill the store", "Archive filled")),
    Field("budget account ledger finance", ("Close the accounts", "Ledger closed")),
    Field("disability access ramp wheelchair", ("Build the ramp", "Wheelchair access built")),
    Field("tree hedge woodland shrub sapling", ("Plant the trees", "Saplings planted")),
    Field("river stream brook weir culvert", ("Clear the brook", "Culvert cleared")),
    Field("toilet washroom wc shower lavatory", ("Refit the toilets", "Washrooms refitted")),
    Field("dog kennel animal pet", ("House the dogs", "Kennels housed")),
    Field("church chapel parish vicar congregation", ("Tell the church", "Parish told")),
    Field("match pitch club league game", ("Mark the pitch", "Club marked out")),
    Field("market stall trader shop shopkeeper retailer business", ("Tell the traders", "Shopkeepers told")),
    Field("brand logo title name", ("Choose the name", "Logo chosen")),
    Field("gallery exhibition exhibit display case", ("Light the gallery", "Displays lit")),
    Field("archaeologist dig excavation", ("Meet the archaeologist", "Dig met")),
)
"""Fields of words. Each example is tried by the tests."""
