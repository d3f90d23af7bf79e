"""How messages are worded."""

from __future__ import annotations

from segment.wording import did_you_mean, one_of, quoted, sentence


def test_the_nearest_name_is_offered() -> None:
    """A slip of the pen is answered with the name it was near, in any case, and with the sentence that follows."""
    assert did_you_mean("HSOT", ["host", "critic"]) == "Did you mean host?"
    assert did_you_mean("hsot", ["HOST"], "Allowed: HOST.") == "Did you mean HOST? Allowed: HOST."


def test_where_nothing_is_near_no_name_is_offered() -> None:
    """A word that resembles nothing gets no question, only what follows."""
    assert did_you_mean("zzz", ["host"]) == ""
    assert did_you_mean("zzz", ["host"], "Allowed: host.") == "Allowed: host."


def test_what_was_found_is_quoted_and_kept_short() -> None:
    """A long find is shown by its beginning."""
    assert quoted("air") == "“air”"
    assert quoted("x" * 100) == "“" + "x" * 59 + "…”"


def test_a_choice_is_told_as_people_say_it() -> None:
    """The last of several stands behind an "or"; one stands alone, and none is nothing."""
    assert [one_of(names) for names in ((), ("a",), ("a", "b"), (1, 2, 3))] == ["", "a", "a or b", "1, 2 or 3"]


def test_somebody_elses_words_become_a_sentence() -> None:
    """A clause gets its capital and its stop, a sentence stays."""
    assert sentence("expected token 'end'") == "Expected token 'end'."
    assert sentence("Is it there?") == "Is it there?"
