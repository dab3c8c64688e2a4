"""The pairs of words that are taken for one another: one line each, the words that give it away.

A line is `words before | wrong > meant | words behind`: one of the words must stand
right there (`!` none of them), nothing is any word, `.` is the end of a sentence,
`*ing` every word that ends so, capitals a set of words.
"""

from typing import Final

SETS: Final = {
    "DET": "the a an this that these those my our their its his her your any some no such every "
    "each both all",
    "BE": "is are was were be been being am isn't aren't wasn't weren't",
    "MODAL": "will would can could should must may might shall to not cannot won't don't didn't",
    "HAVE": "have has had having",
    "I": "i we they you who he she it and or also then that which",
    "WHOM": "those people victims victim families communities community residents officers staff "
    "children businesses anyone everyone survivors individuals him her them me us",
    "CHANGE": "change changes improvement improvements reform reforms arrest arrests savings "
    "transfer transition repairs a real lasting meaningful this such sustainable cultural "
    "significant necessary positive genuine",
    "OWNED": "own role response performance duties officers work findings comments plans efforts "
    "experience experiences views report families needs caseloads workloads victims concerns case "
    "cases lives crimes crime job homes rights safety trust confidence children risk area duty "
    "force communities community time best understanding approach ability support",
}
TABLE: Final = """
!CHANGE BE HAVE | effected > affected | !CHANGE
BE | effected > affected | by
MODAL | effect > affect | !CHANGE . and on or of
adverse positive negative significant direct full little no knock-on an the immediate | affect > effect | on from in of and .
into take takes took | affect > effect |
the negative positive adverse knock-on cumulative | affects > effects |
| affects > effects | of
the a an its their his her my our your no some any | affect > effect |
the | loose > loss | of
which that it this who crime | effects > affects | DET WHOM how
DET | principle > principal | !. of is that and in for to by behind on which or applies underpins remains means holds was has set at as with can should guides from being requires stands
| principle > principal | recommendation recommendations priority priorities role roles challenge challenges duty partner partners adviser weakness weaknesses message theme themes issue issues occupation reason reasons cause causes aim aims objective objectives concern concerns focus purpose source sources residence officer officers investigator adviser town towns change changes finding findings risk risks
in on as of | principal > principle | !areas town towns place residence cause role city offices
| principal > principle | of that
guiding key core basic founding underlying these those peelian nolan seven policing ethical same of general the | principals > principles |
DET | principal > principle | . is and that
!MODAL I officers staff lawyers WHOM . | advise > advice |
MODAL | advice > advise | DET WHOM on against callers that
i we they who you he she | advice > advise |
| adviced > advised |
!MODAL I officers staff WHOM forces . | practise > practice |
best good current common working poor professional and of these their its recording investigative | practises > practices |
will would can could should must may might cannot they we who officers | practice > practise |
to | practice > practise | DET how law safely regularly
!MODAL I councils authorities . | license > licence |
| it's > its | !. DET not been clear important vital essential right true likely possible also now still too only good great encouraging pleasing disappointing hard difficult easy worth in on at about because why how what when where who just more less very so fair crucial imperative evident obvious understandable unclear of to for as by from with better worse one time up down out over part *ing *ed *ly *able *ible safe always sometimes often never easier harder written known taken given seen shown gone done similar useful fast slow sad fine enough much common rare simple simpler impossible necessary unlikely unfair early late long worrying wrong something nothing everyone everything someone somebody we i they you he she there here before after until if whether since while my our your his her their all both any some no
| it's > its | findings policing recording understanding handling training working funding vetting building learning staffing planning reporting
that because and but think believe clear if when where while although since . | its > it is | a an not been also too
in of with from to about into on for at by improve improved increase increased manage meet met raised reduce reduced support share shared give given make made take took do did know knew have has had of all | there > their | OWNED
!BE . out over up down from here and get got go went go | there > their | own views duties caseloads workloads comments findings role performance concerns lives homes rights work plans
| our > are | being also not currently now
in of by to with for from at on | are > our | own officers communities force residents victims response comments
| suites > suits | his her the their our my you me us
| their > there | is are was were has have will remains remain would may should can must might could isn't
| who's > whose | OWNED names name practice practices tasks task help training policies decision decisions wellbeing health welfare voice voices property parents mother details identity consent behaviour vetting appointment term terms responsibility responsibilities number numbers data homes reports first
| whose > who's | been going not the a in responsible also now never
MODAL never | loose > lose |
| loosing > losing |
has have had was were is are been being | lead > led | !responsibility responsibilities role roles officer officers time times force forces agency member for on in inspector and or
more less fewer better worse greater higher lower rather longer larger smaller sooner earlier stronger faster slower other bigger easier harder safer poorer quicker wider deeper | then > than |
cases officers crimes calls victims reports often quickly effectively time money people | then > than | last expected previously any ever
BE far way | to > too | many few much slow long often late high low early little narrow
should could would must might | of > have | !course the
to will would that which also and | complement > compliment | WHOM
| complimentary > complementary | to with work approach role roles activity measures services
will would that which and also to | compliment > complement | existing other each work that those our
that which this | compliments > complements |
staff officer officers force workforce team low high poor good improve improved improving boost their police lift damage damaged on of | moral > morale | !duty duties obligation obligations authority compass case grounds high courage imperative standards leadership injury and questions
police key trained specialist military support | personal > personnel | . are were who have has will in from and must should at on with
| stationary > stationery | order supplies costs budget
seek sought take took legal independent leading instructed instruct from of | council > counsel | . and on before to 's
and or but . that obtained sought taken legal | council's > counsel's | advice opinion
borough county city district parish town local unitary | counsel > council |
| elicit > illicit | drugs substances trade tobacco finance images goods activity
| illicit > elicit | views information responses evidence comments
| insure > ensure | !against vehicles cars property
| insured > ensured | that
| formally > formerly | known called part
BE been | formerly > formally | invited adopted approved agreed signed submitted accepted closed discharged responded
the | passed > past | . year years months weeks month week decade inspection performance twelve three two five few
BE been HAVE | past > passed | to by on between over the
officers victims crimes calls they we who which staff people there | where > were | !the a an it they there we he she i this these those in at on my our their its his her
areas cases instances situations circumstances places occasions examples point stage | were > where | DET we it they there officers victims i he she
away different apart received far results resulting taken drawn suffer suffered benefit benefited heard came comes moved moving aside learn learned | form > from |
reports evidence comments learning feedback data letter support information assurance figures | form > from | DET other victims partners hmicfrs officers
MODAL i we fully cannot | except > accept | DET that responsibility
all every everyone none nothing forces areas recommendations findings | accept > except | for in where one two
result respect number part view terms spite light use because instead outcome quality level range lack protection end role majority understanding | off > of |
| proceeding > preceding | year years months report inspection
BE been | breeched > breached |
a the data any serious | breech > breach |
BE more less heavily too | dependant > dependent | on upon
loose lost lose within catch | site > sight | of
sight | of > of the | of
a the key leading important vital central crucial my its their his her active this | roll > role | . of in and to for within as that
to will would and of the | role > roll | out
MODAL and i we also | here > hear | from about evidence
as a the | hole > whole | . and
| lessens > lessons | learned learnt
a the good excellent this | peace > piece | of
| quiet > quite | rightly clear a clearly right properly often simply the
have has had was were been be | scene > seen |
a more the very most and that | through > thorough | review investigation investigations understanding assessment examination inspection analysis and
| thorough > through | the a its my our their
last this each next per a every | weak > week | . and in of
| week > weak | performance supervision areas leadership governance processes
consider decide ask know see assess determine establish check of on clear about | weather > whether |
| weather > whether | the or it they officers a i we to
am is are was were feel be remain | confidant > confident | that in of
MODAL and | device > devise | DET new
a the this | devise > device |
local all the our | residence > residents | of and who in have are
police visible the a uniformed | presents > presence | in on of and
police strong visible | presence > presents |
| aloud > allowed | to by for
| asses > assess |
to will and of | asses > assess | DET how
| casual > causal | link links factor factors relationship
| pubic > public |
| manger > manager |
| currant > current |
| trail > trial | period scheme basis
in of the | later > latter | . of case two point
a the my our its their in of these for with | knew > new |
MODAL and which who that | pray > prey | on upon
kept keep be been fully | appraised > apprised | of
| faired > fared | better worse well badly
released on | bale > bail | .
| affectively > effectively |
| practicing > practising |
| preventative > preventive | !measures action work policing activity approach interventions
| ensued > ensured | that
| compliant > complaint | about against from handling
| cites > sites | of
BE been HAVE | cited > sited | in at
| discreet > discrete | areas projects teams units elements pieces groups categories tasks functions
BE remain more very act | discrete > discreet | . about and
| adverse > averse | to
which that I MODAL HAVE also | effected > affected | WHOM public confidence trust morale demand performance communities how our their its his her by
| effecting > affecting | WHOM public confidence performance trust morale
| affecting > effecting | change changes
| affective > effective | !disorder disorders empathy states
MODAL and | cheque > check | that how whether if DET with on
spot dip quality welfare vetting background safety reference compliance regular | cheque > check |
spot dip quality welfare vetting background safety reference compliance regular | cheques > checks |
| chequed > checked |
!the our my its a liability motor car vehicle valid indemnity public buildings | insurance > assurance | that
seek seeks seeking sought give given gives provide provides provided receive received further additional independent written reasonable no some greater more full taken takes | insurance > assurance | that of from about regarding
motor liability travel | assurance > insurance |
to will | assure > ensure | that
I can | ensure > assure | you
rest am feel | ensured > assured | that
| insuring > ensuring | that victims officers children people every all each no
| insures > ensures | that victims officers children people every all each no
| licenced > licensed |
| licencing > licensing |
who she he | practices > practises |
this it he she | lead > led | to the by
work team board group project programme partnership initiative panel | lead > led | by
which | practice > practise | a an how
MODAL | led > lead | !lighting lights bulbs lamps street light technology
| counsel > council | tax leader leaders house houses estate officers wardens
trauma bereavement qualified specialist | councillors > counsellors |
trauma bereavement qualified specialist | councillor > counsellor |
| councilling > counselling |
local ward parish elected district borough county city town | counsellor > councillor |
local ward parish elected district borough county city town | counsellors > councillors |
full | compliment > complement |
| complimentary > complementary | skills plan plans projects programme strategy strategies
| complementary > complimentary | remarks about words comments feedback
my our | complements > compliments | to
| discreet > discrete | strands phases stages workstreams roles team unit project part parts piece
a in | discrete > discreet | visit approach manner enquiry enquiries word contact way
to will can and | brake > break | the down up into with that this
put the | breaks > brakes | on
to will must should | bare > bear | in the witness
| bear > bare | minimum facts bones essentials
HAVE BE | born > borne | by out
| access > assess | how whether
have has had gain gained no given full equal easy better online | assess > access | to
in | edition > addition | to
| appraise > apprise | me us of
my accountability performance scrutiny governance oversight improvement | bored > board |
to | canvas > canvass | views the opinion opinions
examples reasons report reports inspectors | sited > cited |
custody building construction work web on | sights > sites |
custody building construction web | sight > site |
due training of refresher | coarse > course |
to | diffuse > defuse | tension tensions situations the conflict
the a first this my initial | draught > draft | of report response plan policy version
| eminent > imminent | risk danger threat harm release
| fare > fair | treatment access share and
to who | flaunt > flout | the rules
the my commissioner's | forward > foreword | by to .
look looking looks move going put bring step taken | foreword > forward |
the a | forth > fourth | . year quarter time recommendation of report
set put | fourth > forth |
| grate > great | deal progress work concern importance
BE HAVE I | herd > heard |
| holy > wholly | unacceptable inadequate reliant owned dependent
these those several many all | incidence > incidents |
I they we who he she | new > knew | that about of how what
a | latter > later | date stage time point
to will | lesson > lessen | DET
| proceeded > preceded | by
| preceded > proceeded | to
to | precede > proceed | with
| persecuted > prosecuted | for
keep kept remain remained a | quite > quiet | . street streets word area
free full tight | reign > rein | to . over on
to | reign > rein | in
the a its their clear no recorded my | rational > rationale | . for behind of was is and
will shall | right > write | to
| role-out > roll-out |
the | seen > scene | of
| shear > sheer | volume scale number weight
| soul > sole | purpose responsibility reason source
BE remained remain left | stationery > stationary | . and for
by under | statue > statute |
| statue > statute | book
| statuary > statutory |
custody interview | suit > suite |
custody interview | suits > suites |
a full whole | suit > suite | of
key basic core central fundamental | tenant > tenet |
key basic core central fundamental | tenants > tenets |
| they're > their | OWNED
| their > they're | not
| you're > your | OWNED letter inspection
| your > you're | welcome
!I they we you he she it victims officers staff who inspectors and others here there this that these those one me us them . | too > to | provide improve reduce help protect respond answer deliver increase ensure make see do be take give meet keep the
in | vein > vain |
similar same this that | vain > vein |
| vary > very | much good well few clear important pleased
which that will may can does levels rates times | very > vary | from between by across widely
| venerable > vulnerable | people children victims adults witnesses person
give given add carry due | wait > weight | to
they who which officers there | we're > were |
a each every another | women > woman | !and only in
two three many some several most these those | woman > women |
risk | adverse > averse |
an no any | averse > adverse | effect impact inference effects
| breathe > breath | test tests
I we | command > commend | staff officers everyone those all his her their
BE very | conscience > conscious | of that
| defiantly > definitely |
| eluded > alluded | to
the some what certain large great lesser full such an | extend > extent |
to will | extent > extend | DET
an | incite > insight |
to | insight > incite | violence hatred
at | leased > least |
| loan > lone | worker workers working
a | manor > manner | . that and in of
I we they who | no > know | that how what whether
| know > no | longer doubt further
I we they | now > know | that
is are | know > now |
violence crimes offences abuse crime | perpetuated > perpetrated | by against on
| perspective > prospective | candidates employees recruits applicants
a my an his the victim's | prospective > perspective | . of
| resent > recent | months years weeks inspection report
| route > root | cause causes
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
"""
