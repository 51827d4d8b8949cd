-- Touches every row of appended counts: all of them are folded in the same transaction, and nobody else can append meanwhile.
delete from tally_fresh
