-- Touches one row per appended count below @Past, which is folded in the same transaction.
delete from tally_fresh
where seq < @Past
