"""Proofs of every family that data can settle: each comes out again, and none survives the loss of a row."""

from __future__ import annotations

import copy
import re

import pytest

import wollet
from verify.test_verdicts import BORNE_OUT, WRONG
from verify.test_within import DAY
from verify.test_within import WRONG as AGAINST_ITSELF

SENTENCES = [(p, s) for _, p, s in (*BORNE_OUT, *WRONG)] + [(DAY, s) for s in AGAINST_ITSELF]
SETTLED = {"change", "level", "period_return", "record", "streak", "market_cap", "rank", "calendar", "macro", "conversion"}
"""Families that the sample's data settle in these sentences."""


@pytest.mark.parametrize(("published", "sentence"), SENTENCES)
def test_no_proof_survives_the_loss_of_a_row(published: str, sentence: str) -> None:
    report = wollet.check(re.sub(r"[{}]", "", sentence), published=published).to_dict()
    assert wollet.replay(report) == []
    for c, claim in enumerate(report["articles"][0]["claims"]):
        for r, reading in enumerate(claim["readings"]):
            for k in range(len((reading["evidence"] or {"rows": ()})["rows"])):
                damaged = copy.deepcopy(report)
                del damaged["articles"][0]["claims"][c]["readings"][r]["evidence"]["rows"][k]
                assert wollet.replay(damaged)


def test_these_sentences_reach_every_family_that_data_settle() -> None:
    found = {
        claim["family"]
        for published, sentence in SENTENCES
        for claim in wollet.check(re.sub(r"[{}]", "", sentence), published=published).to_dict()["articles"][0]["claims"]
        if claim["verdict"] != "undecided" and claim["evidence"]["rows"]
    }
    assert found >= SETTLED
