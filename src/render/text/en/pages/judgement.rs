//! English: what the codes of judging mean.

use crate::render::text::pages::{Page, page};

pub(super) const PAGES: &[Page] = &[
    page(
        "judgement/outside",
        "Where only a part is asked for (--region, --indicator, --attribute), table, tallies, findings and exit code speak of that part; all else is counted here in one line.",
        "--region of one county, and an error in another's rows",
        "To see all, leave these flags out.",
    ),
    page(
        "judgement/nothing-judged",
        "Not one verdict was reached. No data is never a pass, so the exit code is 3.",
        "--region names one that sent nothing",
        "Check the files and --region, --indicator, --attribute.",
    ),
    page(
        "judgement/no-reference",
        "The target is held against a reference series that has no value for the region and year.",
        "growth of income without growth of GDP",
        "Send a row of the series.",
    ),
    page(
        "judgement/no-baseline",
        "The target is held against the baseline year, which has no value, or 0.",
        "\"13.5% less than 2020\" without a value of 2020",
        "Give the file of that year with --history.",
    ),
    page(
        "judgement/sum-gap",
        "A sum over the years lacks a year, which is not taken for 0.",
        "a sum of 2023 without 2022",
        "Give the years with --history, or fill in \"累计\".",
    ),
    page(
        "judgement/total-disagrees",
        "The total is not what its years add up to; the row is invalid.",
        "180 + 180 + 180 and a total of 541",
        "Check the total and the years.",
    ),
    page(
        "judgement/total-too-large",
        "The sum has more digits than can be held exactly.",
        "two numbers of 18 digits",
        "Check the years.",
    ),
    page(
        "judgement/growth-disagrees",
        "The rate of growth is not what the levels say; judged is the rate.",
        "8% where income did not grow",
        "Check both.",
    ),
    page(
        "judgement/growth-indexed",
        "One side is known by its levels, so both are compared as an index of the baseline year.",
        "income in yuan, no rate",
        "Nothing.",
    ),
    page(
        "judgement/slides",
        "The target holds, but less than the year before, and has to be kept up.",
        "99.98% → 99.42%",
        "Take note; no verdict depends on it.",
    ),
    page(
        "judgement/thin-headroom",
        "The target holds, and would fail with a few fewer.",
        "2 people to spare",
        "Take note; no verdict depends on it.",
    ),
    page(
        "judgement/words-only",
        "The indicator is words alone and not judged; its rows were not used.",
        "a number for \"improve the mechanism\"",
        "Nothing need be sent.",
    ),
    page(
        "judgement/waiver-expired",
        "There is a waiver, but not in force any more; the failure counts.",
        "expires = 2023-06-30, judged at the end of 2023",
        "Have it approved anew, or delete it.",
    ),
    page(
        "judgement/waiver-unused",
        "What is waived did not fail.",
        "the target holds",
        "Check it, or delete it.",
    ),
    page(
        "judgement/waiver-double",
        "Another waiver covers the same judgement.",
        "one judgement in two files of waivers",
        "Keep one.",
    ),
    page(
        "judgement/waivers-elsewhere",
        "Waivers of years that are not checked in this run.",
        "2023 is checked, 2022 is waived",
        "Nothing.",
    ),
    page(
        "judgement/year-in-both",
        "A year is in the submission and in --history; the submission counts.",
        "2023 in --history too",
        "Take it out of one of them.",
    ),
    page(
        "judgement/years-before",
        "A year before the plan's first: it is not judged, and is history, for baselines and the year before.",
        "a whole folder is checked that holds 2020.csv",
        "Nothing needs to be done.",
    ),
    page(
        "judgement/history-after",
        "A year in --history is after those checked; it was not used.",
        "2022 is checked, 2023 is given",
        "Give only years before.",
    ),
    page(
        "judgement/no-roll-up",
        "The city's value does not follow from its counties: growth does not add up, or a county sent no value or no counts.",
        "one county is missing",
        "Complete the counties, or send a row for the city.",
    ),
    page(
        "judgement/too-many-verdicts",
        "Years × indicators × regions are more verdicts than a run can have (20,000,000, or eight times as many as values were sent if that is more); none was made. Each year that is named is due from every region of the roster.",
        "a roster of 200,000 villages, and a small file that names 26 years",
        "Check the years; where there are many, check one year at a time.",
    ),
    page(
        "judgement/year-after-plan",
        "The year is after the plan's target year; it is judged against the target.",
        "2026 where the plan ends in 2025",
        "Correct the year if it is wrong.",
    ),
    page(
        "judgement/rounding-turns",
        "What has no counts is known to the last digit that was sent (\"0.22万\" to the hundreds), and so is what follows from it: totals, roll-ups, baselines, references. A true value that rounds to it may end otherwise. Whole numbers of people, homes and the like are exact, and so is what the plan writes. A workbook's number is known to the last digit that it stores or shows. With counts the exact value is judged; that the rounded one beside them would end otherwise is a note.",
        "≥55.944% is required, 55.9% is sent: truly from 55.85% to 55.95%",
        "Send numerator and denominator, or more digits; with counts, quote the exact value.",
    ),
    page(
        "judgement/out-of-scope",
        "The indicator does not judge that region; the row was not used.",
        "a county's row of an indicator of the city",
        "Nothing need be sent.",
    ),
];
