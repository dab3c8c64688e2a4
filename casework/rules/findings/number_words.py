"""Numbers as the inspectors write them in words."""

TO_TWENTY = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=1,
    )
}
"""One to twenty, by their words in lower case."""

AN = {"a": 1, "an": 1}
"""How a sentence says one without counting: `within a month`."""
