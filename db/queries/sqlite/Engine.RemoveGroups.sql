-- Touches one row per group up to @Last, which is folded in the same transaction.
delete from tally_group
where seq <= @Last
