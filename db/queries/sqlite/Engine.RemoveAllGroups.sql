-- Touches every row of groups: all of them are folded in the same transaction, and nobody else can append meanwhile.
delete from tally_group
