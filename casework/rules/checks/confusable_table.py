"""Words that sound alike and are taken for one another: one line each, the words that give it away.

A line is `words before | wrong > meant | words behind`: one of the words must stand
right there (`!` none of them), nothing is any word, `.` is the end of a sentence,
`*ing` every word that ends so, capitals a set of words (confusable_sets).
"""

from typing import Final

SOUND_ALIKE: Final = """
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
| it's > its | !. DET not been clear important vital essential right true likely possible also now still too only good great encouraging pleasing disappointing hard difficult easy worth in on at about because why how what when where who just more less very so fair *ous *less crucial imperative evident obvious understandable unclear of to for as by from with better worse one time up down out over part *ing *ed *ly *able *ible safe always sometimes often never easier harder written known taken given seen shown gone done similar useful fast slow sad fine enough much common rare simple simpler impossible necessary unlikely unfair early late long worrying wrong something nothing everyone everything someone somebody we i they you he she there here before after until if whether since while my our your his her their all both any some no
| it's > its | findings policing understanding handling training funding vetting staffing
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
BE far way | to > too | many few much slow long often late high low early little narrow
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
MODAL i we fully cannot | except > accept | DET that responsibility
all every everyone none nothing forces areas recommendations findings | accept > except | for in where one two
BE been | breeched > breached |
a the data any serious | breech > breach |
BE more less heavily too | dependant > dependent | on upon
loose lost lose within catch | site > sight | of
a the key leading important vital central crucial my its their his her active this | roll > role | . of in and to for within as that
to will would and of the | role > roll | out
MODAL and i we also | here > hear | from about evidence
as a the | hole > whole | . and
| lessens > lessons | learned learnt
a the good excellent this | peace > piece | of
have has had was were been be | scene > seen |
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
a the my our its their in of these for with | knew > new |
kept keep be been fully | appraised > apprised | of
| faired > fared | better worse well badly
released on | bale > bail | .
| practicing > practising |
| preventative > preventive | !measures action work policing activity approach interventions
| cites > sites | of
BE been HAVE | cited > sited | in at
which that I MODAL HAVE also | effected > affected | WHOM public confidence trust morale demand performance communities how our their its his her by
| effecting > affecting | WHOM public confidence performance trust morale
| affecting > effecting | change changes
MODAL and | cheque > check | that how whether if DET with on
spot dip quality welfare vetting background safety reference compliance regular | cheque > check |
spot dip quality welfare vetting background safety reference compliance regular | cheques > checks |
| chequed > checked |
to will | assure > ensure | that
I can | ensure > assure | you
rest am feel | ensured > assured | that
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
to will can and | brake > break | the down up into with that this
put the | breaks > brakes | on
to will must should | bare > bear | in the witness
| bear > bare | minimum facts bones essentials
HAVE BE | born > borne | by out
have has had gain gained no given full equal easy better online | assess > access | to
| appraise > apprise | me us of
my accountability performance scrutiny governance oversight improvement | bored > board |
examples reasons report reports inspectors | sited > cited |
custody building construction work web on | sights > sites |
custody building construction web | sight > site |
due training refresher | coarse > course |
the a first this my initial | draught > draft | of report response plan policy version
| eminent > imminent | risk danger threat harm release
| fare > fair | treatment access share and
the my commissioner's | forward > foreword | by to .
look looking looks move going put bring step taken | foreword > forward |
the a | forth > fourth | . year quarter time recommendation of report
set put | fourth > forth |
| grate > great | deal progress work concern importance
BE HAVE I | herd > heard |
| holy > wholly | unacceptable inadequate reliant owned dependent
these those several many all | incidence > incidents |
I they we who he she | new > knew | that about of how what
free full tight | reign > rein | to . over on
to | reign > rein | in
will shall | right > write | to
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
give given add carry due | wait > weight | to
they who which officers there | we're > were |
an no any | averse > adverse | effect impact inference effects
| breathe > breath | test tests
I we | command > commend | staff officers everyone those all his her their
| loan > lone | worker workers working
| route > root | cause causes
| excepts > accepts |
!london | excepted > accepted | DET by in and but as for
| excepting > accepting |
BE HAVE I commissioner board mayor force office fully | excepted > accepted |
!IN_FAVOUR | weather > whether | the it they officers a we i he she to this that these those there all any every each his her its their our my victims people forces police children more or
!ASKED_OF | hole > whole | !in where left was at that under behind and .
!ROLLING | roll > role | !out on over up forward back call
it's in of to and as their our his her its my for into this that the a new key some any no full equal statutory vital | roll > role | . in of to and as for is was that which within
!ROLLING | rolls > roles | !out on over up forward back
which who I we they he she it that commissioner force office board | past > passed | the it them this on all to its his her my our a
victim my a his her their of your protect protects personal | personnel > personal | statement statements data information thanks experience experiences visit visits responsibility safety commitment details circumstances belongings life lives contact property protective interest view views message assurance development
| breech > breach | !birth births presentation loader loading position
| breeches > breaches |
| lessens > lessons |  learned learnt from of
DET share shared learn learning apply these key many wider important | lessens > lessons |
HEARING | here > hear | from about evidence of that how what whether why more directly the their
!HEARING | hear > here | in is are to and . as at
BE HAVE | past > passed | into and
| our > are | being also not currently now still already given made told taken expected required needed aware able available pleased kept recorded committed likely unable going working on under subject
they we there these you | our > are |
LOCALS | residence > residents | of to and who in have are can will told feel whose that about say with on may from . themselves at
| coarse > course | !language fishing grain sand and
the on for at this to a pilot criminal crown jury before fair awaiting await in their his her six-month three-month | trail > trial | !of left to . and for from which showing
!audit paper evidence walking cycle vapour | trails > trials | !of .
in | access > excess | of
| duel > dual |
| draught > draft | !excluder excluders beer proof proofing
partnership safeguarding justice improvement executive strategic delivery assurance gold project programme the a this our meeting performance governance | bored > board | !of with by and stiff
!PAYING | cheque > check |
BE more a very not are | fare > fair | and to . but for
| strait > straight |
| waist > waste | of
the a its their our his most all be one | write > right | thing time approach way things people balance one person moment skills support training response questions level of
not is was it be it's that's quite all | write > right | that . and thing to
will would can may shall must could | right > write | to again formally jointly the
| weights > waits | for of .
| sew > so |
HAVE BE | spend > spent | on in by as
HAVE BE | send > sent | to by on in with out a the copies back
to will must should can would could may | sent > send | DET copies him her them it to out on
HAVE BE | build > built | on by in into up
the over this for in during of | lost > last | year years month months week weeks inspection two three six twelve quarter meeting
feel feels feeling keep keeps kept stay people children victims them us communities women you remain officers | save > safe | . in from at when as and on to while
to will would can could | safe > save | money time lives officers £ them us costs
to will can would could should and | proof > prove | that it DET effective difficult
DET of as no further | prove > proof | of that . and is
I we they you do not don't to would | thing > think | that it this we they he she i about the of
any every one same such the only right first best | think > thing | . that is to i about we and
to will must should can would may has would and not | response > respond | to by within with in promptly quickly .
my our this their his her a full written the initial in its | respond > response | to of from is was . will and has in time on by
two three four five six seven eight ten twelve hours twenty-four working few several | ours > hours | . of a per and to in later after for each before with
| razed > raised |
an and the his her their its my our | council > counsel | opinion
take takes taking took given give pay | head > heed | of to
| bares > bears | no in little the
by | buy > by | DET
this the in on next per | mouth > month | . and of in
response responses not services service constabulary authority force board fully partly report recommendation recommendations | excepted > accepted | .
twice have has had | lead > led | DET me us to many
!to will can could would must a the should shall and they who we i you may might chief police force national local | lead > led | by
each every following first per next one | weak > week |
a that the this | weak > week | . before after ago until since of later when i the
!i we they he she who legal independent leading junior king's queen's defence prosecution prosecuting external treasury my keep own for of instructed from senior to wise by with the both and standing parliamentary as no his her their first opposing our | counsel > council |
BE HAVE never seldom rarely not | scene > seen |
. | scene > seen | and
!place places main permanent usual ordinary hall official in student address of home second family principal habitual private the a his her country artist | residence > residents | !permit permits order orders hall halls requirement status
officers lawyers staff who i we they | advice > advise | that against us me
to | advice > advise | by on in about
| excess > access | to
victims detainees people callers applicants they public to who that i we families not average long average prisoners | weight > wait | too for to until . on in has fell longer at a before when was
!DET of and side negative harmful adverse positive lasting knock-on good bad such on no other ripple | effects > affects | DET how WHOM local
| their > there | until by in that which for from to at on with and but when while because was were is are has have had will too also now before after though since so or not where who i we they he she it the a an would may should can must could might
my our this their his her a full written in its statutory formal initial any commissioner's constable's mayor's board's force's pcc's officer's office's | respond > response |
has have had | past > passed | . and to that by since before
the | write > right | figure direction place places people person thing time way level balance to support decision one skills
own | write > right | . and
of about identify understand know knows show shows exactly decide map explain is | were > where | !not never also all both in
!they these those which that both all none few we there and who not neither some changes | were > where | possible appropriate applicable necessary
which who none they we there many others | where > were | !the a it they we i he she there this that you
to in with for on at about all and support improve protect keep serve | are > our | communities force residents staff officers victims partners website plan plans office board area areas police neighbourhood neighbourhoods own county towns city response comments role people streets roads young most local work
a fair timely proportionate and more very most prompt quick be is was | through > thorough | and . review investigation investigations understanding assessment examination inspection analysis enough
!the school schools college of | principals > principles | of
on in of as | principals > principles | of
"""
