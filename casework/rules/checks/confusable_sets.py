"""Words that stand beside many a word taken for another one, by the name the tables use."""

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
    "experience experiences views report families needs caseloads workloads victims concerns "
    "case cases lives crimes crime job homes rights safety trust confidence children risk area "
    "duty force communities community time best understanding approach ability support",
    "IN_FAVOUR": "the bad severe poor hot cold wet winter adverse extreme fair good all summer "
    "this that inclement stormy warm dry fine our",
    "ASKED_OF": "pot black sink drill key loop bullet man",
    "ROLLING": "to will would can electoral pay honour could must and they we i it which that who "
    "he she not bread toilet",
    "HEARING": "to will would can could may might must shall should i we they who you not and "
    "also often did do does rarely never then please",
    "LOCALS": "local all our the many few more some those these rural young older elderly by to "
    "for with from between among every county's city's fellow that and worried concerned my "
    "its",
    "PAYING": "a the by my blank of in for our your this each signed personal bank with their his "
    "her",
    "FORMED": "this another any every each standard online paper consent same short written what "
    "one some electronic application referral assessment feedback",
    "FORMING": "to will would can may could might must shall should which that they we i you "
    "these and who not also together now a the this an in",
}
