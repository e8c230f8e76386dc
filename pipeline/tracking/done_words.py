"""What reports say of work that is done, by what a plan called it.

Unlike the words of one meaning in ``word_forms.py`` these do not stand for one another: 'Order the lifts' is answered
by 'Lifts on order' and by 'Lifts arrived', which are two things. A word may be in several groups.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Action(NamedTuple):
    """A kind of work.

    Attributes:
        plans: Words and phrases that open a plan of it; '*' is up to three words.
        tells: What else a report says when it is done.
        example: A plan and what answers it.
    """

    plans: tuple[str, ...]
    tells: tuple[str, ...]
    example: tuple[str, str]


_ACTIONS = """
plan: appoint; hire; employ; recruit; engage; fill; select; choose; pick; name; nominate; elect; second;
  take on; bring in
told: in post; on board; taken on; join; accept; started work; starts; starting as; came on; arrive; offer
  made; chose; won; preferred
like: Take on a clerk of works / Clerk of works joined on the 4th

plan: award; let; place; choose; select; pick; appoint; engage; sign
told: contract; signed; placed; preferred; winner; won; given to; order; deal
like: Pick a printer / Printing contract placed with Ash & Co

plan: tender; invite; advertise; procure; put * out to tender; go out to tender; retender; issue * tender;
  issue * tenders
told: tenders; bidders; invited; expressions of interest; out to tender; asked for the documents; bids;
  invitation; on the street; closing date; advert
like: Tender the lift contract / Five lift firms invited to price

plan: buy; procure; purchase; order; acquire; source; get; raise; place; book; rent; hire; lease
told: order; ordered; arrive; deliver; bought; came; paid for; cost; in stock; donated; given; received; now
  have; has lent; lent; quotes
like: Buy a second van / Second van arrived

plan: issue; send; circulate; dispatch; release; publish; post; mail; distribute; share; deliver; hand out;
  give out; serve
told: went out; gone out; sent out; sent to; out to; given out; handed out; sent round; through every door;
  online; on the website; on the intranet; can be read; emailed; have their; have got; reached; available
like: Publish the leaflet / Leaflet gone out to all homes

plan: tell; inform; notify; write to; brief; warn; explain; announce; communicate; alert; advise; let *
  know; email; thank
told: told; letter; newsletter; leaflet; bulletin; notice; email; card; written to; briefing; posted; knows;
  know; message; announced; poster; meeting; aware; heard
like: Tell parents about the move / Letter about the move sent home

plan: agree; approve; authorise; endorse; sanction; accept; settle; sign; sign off; confirm; fix; seek; take
  * to; negotiate; adopt; ratify
told: happy with; content with; green light; go-ahead; blessing; signed off; consent; granted; yes; nod;
  passed; cleared; adopted; accepted; settled; reached; signed; considered; reached agreement; deal; backed;
  supported; in principle; minded to
like: Agree the layout with tenants / Tenants are happy with the layout

plan: obtain; get; secure; receive; gain; win; seek; apply; request; await; chase; collect; gather; ask
told: came through; in hand; receive; arrive; arrived; granted; came in; back from; issued; lent; gave;
  given; approved; validated; got; gained; now have; promised; pledged; awarded; permission
like: Get the fire certificate / Fire certificate came through

plan: finish; complete; conclude; finalise; end; close; wrap up; clear; discharge; finish off
told: done; all; in full; wrapped up; finished; complete; now; closed; signed off; over; down to; no longer;
  gone; poured
like: Finish the loft / Loft done

plan: start; begin; commence; initiate; mobilise; kick off; get going; open; continue; launch; break ground;
  introduce
told: under way; underway; got going; in progress; up and running; first; started; begun; site start; on
  site; running; underway now; going well; opened; in full swing; on tuesdays; come regularly
like: Start the piling / Piling under way

plan: install; fit; mount; set up; put in; put up; erect; hang; lay; assemble; place; lift; build; wire;
  plant; deploy
told: in place; up; in; now in; hung; wired; positioned; standing; stands; put up; craned; bolted; in
  position; down; laid; planted; built; on the wall; fitted; on site; all; lowered; working
like: Install the press / Press in place

plan: build; erect; construct; pour; cast; lay; raise; top out; finish; complete; dig; sink; concrete
told: up; poured; cast; concreted; laid; topped out; built; standing; watertight; at full height; complete;
  filled; brickwork; blockwork; reached
like: Build the footings / Footings cast

plan: remove; demolish; strip; clear; dismantle; take down; take out; pull down; dispose; scrap; dig out;
  knock down; empty; drain; strip out
told: felled; cut down; free of; gone; down; taken down; carted away; out; pulled down; knocked down;
  cleared; skip; skips; sold for scrap; away; emptied; recycled; off site; bare; no longer
like: Demolish the sheds / Sheds are gone

plan: repair; make * safe; fix; mend; resolve; put right; put * right; make good; remedy; correct; rectify;
  cure; solve; sort out; deal with; address; replace; restore; cleanse; reduce
told: passed; safe; warm again; working; works again; sorted; fitted; replaced; cured; put right; mended;
  reliable; renewed; no longer; larger; bigger; fixed; solved; resolved; closed; down from; fallen; clean;
  healed; repairs; remedied; corrected
like: Mend the gate / Gate closes properly again, new hinge

plan: train; teach; brief; coach; instruct; help; support; show; induct; familiarise; upskill; assist; guide
told: course; session; training; lesson; certificate; passed; attended; shown; taught; walkers; on hand;
  drop-in; trained; learnt; learned; instruction; present in; helpdesk; clinics; champions; visits
like: Train the wardens / Wardens passed their course

plan: write; draft; draw up; prepare; produce; compile; develop; document; set out; sketch; create; make;
  design; work up; put together; define
told: draft; drafted; written; in draft; first version; first draft; pages; drawn; outline; sketches;
  version; ready; prepared; completed; designed; out for comment; produced; designs; drawings
like: Draw up the timetable / Timetable drafted

plan: review; evaluate; assess; analyse; compare; score; mark; moderate; look at; study; consider; appraise;
  model; benchmark; examine; interview; shortlist
told: best; first; preferred; results; shows; showed; ranked; scored; scores; lowest; highest; found;
  findings; lessons; reviewed; reading; broken down; conclusion; recommended; candidates; shortlisted;
  report
like: Evaluate the bids / Bids scored, Hale came first

plan: survey; have * looked at; inspect; examine; investigate; check; verify; measure; audit; map; look at;
  sample; record; count; walk; carry out *; inventory
told: run through; found; clear; results; readings; surveyed; checked; verified; report; surveyor; finds;
  nothing; no; counted; core; cores; measured; samples; inspected; listed; per cent
like: Survey the cellar / No damp found in the cellar

plan: test; trial; try; rehearse; validate; pilot; witness; prove; try out; run; simulate; dry run;
  commission
told: tried; tried out; passed; pass; held pressure; ran; rehearsal; working; trial; test; results; dry run;
  loaded; proved; witnessed; exercise; practice; practised; within limits
like: Test the alarm / Alarm tried out, no faults

plan: hold; host; organise; arrange; stage; meet; convene; run; celebrate; attend; put on
told: came; attended; visitors; took place; went ahead; turned up; drew; met; present; joined; gathered;
  people; evening; evenings; session; sessions; event; held; went well; turnout; visited; opened by
like: Hold an open evening / Open evening drew 80 people

plan: consult; ask; liaise; engage; seek; interview; hear; listen; canvass; poll; talk; discuss; meet;
  involve; survey; approach
told: replies; responses; comments; feedback; views; told us; said; wishes; answered; questionnaire;
  workshops; evenings; opinions; asked; want; wanted; prefer; preferred; spoke; talks; talked; responded;
  gathered; chose; agreed
like: Consult shopkeepers on the hours / Shopkeepers told us they want later hours

plan: submit; lodge; apply; file; send; claim; bid; register; request; put in; make; enter
told: went in; in with; with the planners; submitted; lodged; application; made; filed; registered; with the
  council; sent; returned; claim; bid; validated; receipt; acknowledged; awaiting decision; applied
like: Submit the appeal / Appeal went in on time

plan: move; relocate; transfer; decant; migrate; shift; switch; import; load; cut over; convert; bring;
  ship; land; unload; get * ashore; return; carry; put * back
told: now in; now at; now sit; moved in; live on; landed; arrived; ashore; loaded; went live; in their new;
  from the new; settled in; moved; first; back in; back on; transferred; migrated; over to; running on;
  unloaded; runs; unpacked
like: Move the archive / Archive now in the basement

plan: connect; link; energise; join; integrate; interface; plug; couple; power up; supply
told: live; powered; on supply; connected; energised; working; power on; switched on; current; linked;
  speaks to; talks to; supply; through; meter
like: Energise the kiosk / Kiosk has power

plan: launch; go live; open; reopen; roll out; deploy; switch on; introduce; put into service; put * into
  service; bring * into use; soft launch; turn on; start; make * live; bring back
told: went live; live; in use; began using; using; in service; up and running; available; opened; open;
  welcomed; first; launched; since; running; rolled out; on all; working; back; visitors; customers; users;
  signed in; switched on
like: Go live with the booking app / Booking app in use since Monday

plan: close; shut; decommission; switch off; turn off; cease; retire; archive; delete; end; cancel;
  terminate; give notice; serve notice; discontinue; wind down; phase out
told: off; closed; ceased; gone; out of use; switched off; shut; no longer; ended; deleted; notice;
  archived; cancelled; retired; turned off
like: Switch off the old server / Old server no longer runs

plan: set; set up; establish; decide; determine; specify; define; fix; settle; choose; form; name; clarify;
  pick; select; finalise; freeze
told: decided; agreed; fixed; chosen; settled; preference; favoured; selected; meets; formed; first met;
  established; chose; in place; defined; named; will be; signed off; frozen; went for; goes for
like: Decide on the flooring / Vinyl chosen for the flooring

plan: find; identify; source; seek; locate; arrange; look for; book; sort out; line up; track down; secure;
  reserve; rent
told: found; identified; booked; offered; offer; made available; can use; lent; room; space; open for;
  arranged; promised; reserved; use of; free; available; has agreed; now cooks; cooks; took; opened; turned
  into; hired; rented; open to
like: Find a hall for rehearsals / St Luke's has offered its hall

plan: update; revise; refresh; amend; rewrite; renew; change; upgrade; improve; enlarge; extend; widen;
  adjust; modify; harmonise; align; correct; strengthen; simplify; shorten
told: new version; revised; updated; renewed; version; amended; larger; bigger; wider; the same; changed;
  replaced; altered; extended; in force; another year; valid; current
like: Renew the licence / Licence now valid to next June

plan: visit; see; tour; go to; travel; meet
told: visited; went to; saw; shown round; seen; trip; day at; hosted us; visit; showed us; toured
like: Visit the mill at Holt / Team shown round the mill at Holt

plan: pay; settle; claim; invoice; bill; recover; draw down; refund; repay
told: paid; settled; received; money; cleared; invoice; in the bank; claimed; account; released; refunded;
  came in
like: Draw down the loan / Loan money in the bank

plan: paint; decorate; redecorate; tidy; clean; plaster; polish; varnish; finish; furnish; carpet; tile;
  wash
told: painted; coat; coats; decorated; clean; finished; looks; plastered; dry; carpeted; tiled; smart;
  fresh; decorators; painters; colours
like: Paint the stairwell / Two coats on the stairwell walls

plan: insulate; lag; seal; cover; clad; waterproof; roof; glaze; felt; weatherproof; make * watertight
told: lagged; watertight; weathertight; sealed; covered; dry; roofed; glazed; insulated; insulation; on;
  slated; tiled
like: Seal the roof light / Roof light watertight

plan: cleanse; deduplicate; merge; match; reconcile; remove; catalogue; index; enter; scan; digitise;
  collect; load
told: down from; clean; errors; matched; merged; entered; scanned; catalogued; indexed; left; duplicates;
  rejected; records; items; reconciled; digitised
like: Digitise the ledgers / All ledgers scanned

plan: hand over; handover; give back; return; vacate; leave; surrender; transfer; pass
told: handed over; keys; given back; moved out; vacated; took possession; accepted; passed to; in the hands
  of; left; got their; handed back; moved in
like: Hand over the flats / Keys of the flats given to the association

plan: respond; reply; answer; follow up; chase; escalate; query
told: answered; replied; response; reply; raised with; heard; spoke; promised; came back; letter
like: Chase the landlord / Landlord came back with dates

plan: print; label; mark; signpost
told: printed; labels; labelled; signs; signage; marked; from the printer; lettering
like: Print the menus / Menus back from the printer

plan: map; model; scope; baseline; plan; schedule; sequence; programme
told: mapped; scoped; baselined; modelled; timeline; chart; plan; programme; dates set
like: Schedule the site visits / Dates set for all site visits

plan: monitor; measure; track; record; count; log
told: readings; logged; counts; figures; measured; results; average; steady; per cent
like: Monitor the damp / Damp readings steady

plan: interview; shortlist; advertise; recruit
told: interviewed; candidates; shortlist; applicants; applied; offer; applications; advert
like: Advertise the porter's post / Nineteen applicants for the porter's post

plan: dig; excavate; trench; drill; bore; pile; sink; drive
told: dug; excavated; trench; drilled; boreholes; piles; in the ground; deep; driven; spoil; filled
like: Pile the east end / All 40 piles at the east end driven

plan: protect; secure; lock; guard; fence; fence off; board up
told: fenced; secured; locked; boarded; guards; protected; cage; padlock
like: Fence off the pond / Padlock and railings round the pond

plan: merge; combine; join; consolidate; unify; bring together; amalgamate
told: merged; one; combined; joined; single; together
like: Merge the two mailing lists / One mailing list now

plan: increase; expand; add; raise; extend; recruit
told: up to; up from; more; extra; added; rose; increased; additional; another
like: Add a second checkout / Extra checkout since May

plan: reduce; cut; lower; save; bring down; shorten
told: down to; down from; fell; fewer; less; saved; saving; cut; below; dropped; halved
like: Cut the backlog / Backlog down to 40

plan: report; present; show; demonstrate; feed back; take * to
told: presented; shown; saw; heard; demonstrated; demo; went to; discussed; noted; welcomed; considered
like: Present the results to governors / Governors heard the results

plan: plant; sow; seed; landscape; prune; mow
told: planted; sown; seeded; trees; in the ground; beds; turf; mown; saplings; green
like: Sow the meadow / Meadow is green

plan: treat; see; screen; vaccinate; assess; refer
told: seen; treated; clinics; vaccinated; screened; referred; appointments
like: Screen the over-60s / Over-60s seen at four clinics

plan: raise; fund; finance; collect; appeal
told: raised; funded; money; promised; pledges; appeal; collected; pounds; target
like: Raise £5,000 for the organ / £5,400 in pledges for the organ

plan: insure; register; certify; accredit; license
told: licence; certificate; insured; registered; cover; policy; accredited; certified; passed
like: Insure the minibus / Minibus has its cover

plan: make sure; ensure; see that; check that; make; get * ready; prepare
told: can; able; ready; has; have; given; now; permits; set; allowed
like: Make sure couriers can get in / Passes given to couriers

plan: sell; auction; dispose of; sell off
told: sold; buyer; buyers; fetched; auction; went for; proceeds; bought by; taken by
like: Sell the old ferry / Buyer found for the old ferry

plan: configure; customise; develop; build; upgrade
told: configured; built; coded; set up; settings; version; patched; running; upgraded; new release
like: Configure the rota module / Rota module set up

plan: rewire; wire; plumb
told: rewired; wiring; wired; circuits; sockets; cables; pipes; pipework; pulled
like: Rewire the pump house / New circuits in at the pump house

plan: resurface; tarmac; pave; repoint; lay
told: surface; tarmac; laid; down; paved; kerbs; repointed; joints; mortar; smooth; level; asphalt
like: Resurface the yard / New tarmac down in the yard

plan: reinstate; backfill; restore; make good; put back
told: back; back in place; filled; restored; turfed; put back; reinstated; as it was; reopened
like: Reinstate the verge / Verge filled and turfed

plan: divert; reroute; move
told: diversion; diverted; new route; now runs; runs; rerouted
like: Divert the gas main / Gas main now runs round the pond

plan: dredge; fell; prune; cut back; clear
told: cleared; felled; cut; silt; away; cut down; clear; chipped; tonnes; free of
like: Dredge the marina / 400 tonnes of silt out of the marina

plan: decontaminate; disinfect; flush; sterilise; deep clean; clean; wash; fumigate
told: clean; clear; flushed; negative; samples; disinfected; chlorinated; free of; washed
like: Flush the cold water main / Cold water main samples clear

plan: rehouse; admit; accommodate; settle
told: moved in; housed; keys; tenancy; arrived; homes; rehoused; in their new; settled in
like: Rehouse the last families / Last families have their keys

plan: sort; pack; unpack; weigh
told: packed; boxes; crates; pallets; listed; labelled; shelves; sorted; weighed; tonnes; kilos; stored
like: Pack the glass plates / Glass plates in 60 crates

plan: shred; destroy; purge; wipe; delete; dispose
told: shredded; destroyed; wiped; deleted; gone; certificate; certificates; purged
like: Shred the old ledgers / Certificate for the old ledgers' destruction received

plan: refurbish; rebrand; refit; redesign; modernise; convert
told: refurbished; new look; rebranded; refitted; finished; reopened; redesigned; converted; turned into
like: Refurbish the bar / Bar reopened

plan: isolate; disconnect; cap off; make * dead
told: dead; capped; isolated; off; disconnected; cut off
like: Disconnect the gas to the annexe / Gas to the annexe capped

plan: underpin; prop up; shore up; strengthen; stabilise
told: props; propped; supported; underpinned; braced; jacked; stable; shored; steels; in place
like: Prop up the balcony / Balcony now on steel supports

plan: tune; optimise; speed up; improve; make * easier; make * faster; make * better; make * safer
told: faster; quicker; better; down from; improved; improve; easier; safer; seconds; smoother; works
like: Speed up the search page / Search page down from nine seconds to two

plan: back up; export; replicate; synchronise
told: copied; backup; backups; copy; copies; extract; extracted; exported
like: Back up the archive server / Archive server copied to tape

plan: promote; publicise; advertise; launch
told: posters; leaflets; adverts; social media; article; coverage; press; advertised; followers; promoted
like: Promote the open day / Posters for the open day are up in 40 shops

plan: cover; stand in; deputise; backfill; replace
told: standing in; stands in; acting; interim; temporary; filling in; in the meantime; agency; cover; locum
like: Cover the bursar's maternity leave / Ann Lee is acting bursar

plan: value; price; estimate
told: valued; estimate; figures; costs; priced; costed; quotes; valuation; worth; comes to
like: Price the stage lighting / Stage lighting comes to £41,000

plan: swap; exchange; change; replace; renew; substitute
told: swapped; replaced; exchanged; new; changed over; changed; renewed
like: Replace the stair treads / New treads on the stairs

plan: borrow; lend
told: lent; lending; loan; borrowed; on loan; will lend; shares; share; use of
like: Borrow a marquee / Rotary is lending a marquee

plan: vote; ballot; elect; debate
told: voted; vote; votes; elected; result; in favour; for and; turnout; ballot
like: Ballot the members / Members voted 212 to 30 in favour

plan: have a; have an; celebrate; throw
told: took place; held; party; reception; celebrated; came; evening; tea; guests; drinks
like: Have a supper for the bell ringers / 30 bell ringers came to supper
"""


def _actions() -> tuple[Action, ...]:
    found = []
    for block in _ACTIONS.strip().split("\n\n"):
        lines = re.sub(r"\n  ", " ", block).split("\n")
        plans, tells, example = (line.partition(": ")[2] for line in lines)
        plan, told = example.split(" / ")
        found.append(Action(tuple(plans.split("; ")), tuple(tells.split("; ")), (plan, told)))
    return tuple(found)


ACTIONS = _actions()
"""Kinds of work. The tests try each example."""
