"""What a wish about a protected attribute is, and words in which such wishes are put."""

from __future__ import annotations

from typing import NamedTuple


class Protected(NamedTuple):
    """A wish at text[start:end] that may not decide who is found.

    `words` is how it was said, `about` the attribute in words: "age", "religion", "names".
    """

    words: str
    start: int
    end: int
    about: str


NOT_OR_RATHER = (
    r"(?:only|please|prefer(?:red|ably)|wanted|first|excluded|unwanted|barred|banned"
    r"|(?:(?:are|is|will be) )?not (?:wanted|allowed|welcome|considered|accepted|eligible)"
    r"|(?:need|should|must) not apply)\b"
)
"""What stands behind people whom somebody wants alone, or not at all."""
DEMONYM = (
    r"(?:german|french|spanish|italian|polish|turkish|russian|ukrainian|indian|chinese|pakistani"
    r"|british|english|irish|scottish|american|mexican|romanian|bulgarian|greek|portuguese|dutch"
    r"|belgian|austrian|swiss|swedish|norwegian|danish|finnish|hungarian|czech|slovak|serbian"
    r"|croatian|albanian|syrian|afghan|iranian|iraqi|israeli|egyptian|moroccan|tunisian|algerian"
    r"|nigerian|kenyan|ghanaian|ethiopian|filipino|filipina|vietnamese|thai|korean|japanese"
    r"|indonesian|malaysian|bangladeshi|nepali|brazilian|colombian|argentinian|peruvian|canadian"
    r"|australian|european|asian|african|latin american|arabic?|eu|us|uk)"
)
