//! English: what the codes of audits mean.

use crate::render::text::pages::{Page, page};

pub(super) const PAGES: &[Page] = &[
    page(
        "audit/fraction-of-a-person",
        "A count of people, homes or other whole things has a fraction. 12.00 is whole. Units in ten thousands, and counts whose unit the plan does not state, are not audited.",
        "the unit is \"人\" (people), the numerator 3212.5",
        "Look whether the column is right and whether the figure is in ten thousands; send it again.",
    ),
    page(
        "audit/sum-falls",
        "The total of a sum over the years is less than the year before. No year is negative, so a total only grows. What a single year yields may fall.",
        "420 homes in all in 2022, 400 in all in 2023",
        "Compare both totals. If the year before was corrected, send that year again; made soft, the row is still invalid because its years do not add up.",
    ),
    page(
        "audit/city-disagrees",
        "The city's own row is not what its counties add up to; judged is what they add up to. Counts are compared to the digit, a rate without counts to its own last digit.",
        "the city sent 56.5%, its counties add up to 9413/16722 = 56.29%",
        "Look whether the city's figure is old or a county's has changed.",
    ),
    page(
        "audit/change-since-last-year",
        "The value is far from that of the year before. The plan's [audit] states how far it may be: change-points for percentages, change-percent (of the year before) for all else; without a bound nothing is audited. Of a sum single years are compared. A change of fewer than 5 things does not count.",
        "change-points = 10, 56.1% the year before, 78.4% now",
        "Compare it with what was sent the year before; if it is right, say why in the remark.",
    ),
    page(
        "audit/same-as-last-year",
        "Numerator and denominator are both those of the year before: probably copied. Not audited: fewer than 100, all or none but for fewer than 5, and rates without counts. Counts without a rate are audited from 100 on if they are not multiples of 10.",
        "3512/6140 in 2022, and 3512/6140 in 2023",
        "Check this year's figures; if nothing has changed, say so in the remark.",
    ),
    page(
        "audit/baseline-of-the-parent",
        "The value of a county or an area is the plan's baseline, which is the city's: probably copied. Not audited: what counts bear out, and numbers of few digits (60, 100). Rows of the baseline year in --history are audited too, for paths start from them.",
        "the plan's employment rate of 2020 is 49.86%; a county sends 49.86% without counts",
        "Send the region's own figure, best with numerator and denominator.",
    ),
    page(
        "audit/denominators-differ",
        "Denominators that the plan describes in the very same words are one figure, but a region sent several in one year. One finding a region names them all. Made hard, all those rows are invalid, for which is right is not known.",
        "people with a disability card: 15811 in one row, 15801 in another",
        "Correct those that are wrong; if they do count different things, say so in the remark, or in the plan.",
    ),
    page(
        "audit/round-figures",
        "Numerator and denominator are both at least 1000 and both whole hundreds: rather estimated than counted.",
        "4200/5600",
        "Send what was counted; if it happens to be round, say so in the remark.",
    ),
    page(
        "audit/jump-of-scale",
        "A numerator, denominator, value or total is 1000 times that of the year before or more, or a thousandth or less: probably the unit is wrong, ten thousands for ones or the reverse. The change is then not told a second time.",
        "a denominator of 33480 the year before, of 3.348 now",
        "Check the unit, and send the figure in the unit of the plan.",
    ),
    page(
        "audit/implausible-growth",
        "Growth beyond growth in the plan's [audit], up or down; without it nothing is audited. 108.74 is probably an index of 100, 874% a percentage typed into a percent cell, 0.0874% a fraction (a hundred times of which is within the bound). Growth of references, as of GDP, is audited too.",
        "growth = 30, and 108.74% was sent",
        "Send the growth; if it is right, say why in the remark.",
    ),
    page(
        "audit/out-of-scale",
        "With no year before to tell: the value is 1000 times the plan's baseline and target or more, or a thousandth or less (of a sum a five-thousandth); or value, numerator or denominator is four powers of ten from most counties (where three or more sent one). Probably the unit is wrong. Percentages are not audited.",
        "the unit is ten thousand people, the target 650, and 6000000 was sent",
        "Check the unit, and send the figure in the unit of the plan.",
    ),
];
