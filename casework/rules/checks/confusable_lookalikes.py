"""Words that fingers put in the place of one another, in the form of confusable_table."""

from typing import Final

LOOK_ALIKE: Final = """
more less fewer better worse greater higher lower rather longer larger smaller sooner earlier stronger faster slower other bigger easier harder safer poorer quicker wider deeper | then > than |
cases officers crimes calls victims reports often quickly effectively time money people | then > than | last expected previously any ever
should could would must might | of > have | !course the
away different apart received far results resulting taken drawn suffer suffered benefit benefited heard came comes moved moving aside learn learned | form > from |
reports evidence comments learning feedback data letter support information assurance figures | form > from | DET other victims partners hmicfrs officers
result respect number part view terms spite light use because instead outcome quality level range lack protection end role majority understanding | off > of |
| proceeding > preceding | year years months report inspection
sight | of > of the | of
| quiet > quite | rightly clear a clearly right properly often simply the
a more the very most and that | through > thorough | review investigation investigations understanding assessment examination inspection analysis and
| thorough > through | the a its my our their
| asses > assess |
to will and of | asses > assess | DET how
| casual > causal | link links factor factors relationship
| pubic > public |
| manger > manager |
| currant > current |
| trail > trial | period scheme basis
in of the | later > latter | . of case two point
MODAL and which who that | pray > prey | on upon
| affectively > effectively |
| ensued > ensured | that
| compliant > complaint | about against from handling
| discreet > discrete | areas projects teams units elements pieces groups categories tasks functions
BE remain more very act | discrete > discreet | . about and
| adverse > averse | to
| affective > effective | !disorder disorders empathy states
!the our my its a liability motor car vehicle valid indemnity public buildings | insurance > assurance | that
seek seeks seeking sought give given gives provide provides provided receive received further additional independent written reasonable no some greater more full taken takes | insurance > assurance | that of from about regarding
motor liability travel | assurance > insurance |
| insuring > ensuring | that victims officers children people every all each no
| insures > ensures | that victims officers children people every all each no
| discreet > discrete | strands phases stages workstreams roles team unit project part parts piece
a in | discrete > discreet | visit approach manner enquiry enquiries word contact way
| access > assess | how whether
in | edition > addition | to
to | canvas > canvass | views the opinion opinions
to | diffuse > defuse | tension tensions situations the conflict
to who | flaunt > flout | the rules
a | latter > later | date stage time point
to will | lesson > lessen | DET
| proceeded > preceded | by
| preceded > proceeded | to
to | precede > proceed | with
| persecuted > prosecuted | for
keep kept remain remained a | quite > quiet | . street streets word area
the a its their clear no recorded my | rational > rationale | . for behind of was is and
| role-out > roll-out |
| vary > very | much good well few clear important pleased
which that will may can does levels rates times | very > vary | from between by across widely
| venerable > vulnerable | people children victims adults witnesses person
a each every another | women > woman | !and only in
two three many some several most these those | woman > women |
risk | adverse > averse |
BE very | conscience > conscious | of that
| defiantly > definitely |
| eluded > alluded | to
the some what certain large great lesser full such an | extend > extent |
to will | extent > extend | DET
an | incite > insight |
to | insight > incite | violence hatred
at | leased > least |
a | manor > manner | . that and in of
I we they who | no > know | that how what whether
| know > no | longer doubt further
I we they | now > know | that
is are | know > now |
violence crimes offences abuse crime | perpetuated > perpetrated | by against on
| perspective > prospective | candidates employees recruits applicants
a my an his the victim's | prospective > perspective | . of
| resent > recent | months years weeks inspection report
to | sure > shore | up
I HAVE we | sort > sought | assurance assurances advice views an a the legal independent further to written
of some this that | sought > sort | of
| undo > undue | delay delays pressure influence haste
BE | use > used | by to in for
to | wreck > wreak | havoc
the our its their all relevant these new | polices > policies |
| sever > severe | weather pressure delays harm
a the | from > form |
| an > and | the their its my our his these those
for in of by with | you > your | report letter inspection recommendations
in of by from with | they > the |
more less fewer | that > than | half twice double .
have has had | being > been |
BE | been > being | !to
| bought > brought | forward together about before
to will can may | chose > choose |
| costumer > customer |
BE fully now not become remain more | complaint > compliant |
the our its their | exiting > existing | arrangements policy plan plans work systems staff
| minuets > minutes |
the | reminder > remainder | of
a gentle final | remainder > reminder |
| rouge > rogue | officers officer traders
| conformation > confirmation | that of
is are was long | overdo > overdue |
FORMED | from > form | . of and is that which to in for on was will has
!FORMING | form > from | the my our their his her these those hmicfrs january february march april may june july august september october november december each both victims officers people partners staff local other all which where who whom within across one
DET same last best | quite > quiet | .
I we | though > thought | that it this the about
although even as and | thought > though | the it we they i not there this
even as | thought > though |
to | loose > lose | DET
!the a to by is | wont > won't |
missing fell fallen dropped down different result follow follows separate removed released absent excluded withdrawn withdraw withdrew comes protected protect escaped | form > from | !of part an
new national single standard booking grading notification consent paper electronic web same search custody referral application online request complaint | from > form | . of and for in so is was that which on has will to
"""
