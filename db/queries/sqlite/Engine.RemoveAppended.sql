-- Touches one row per count up to @Last that was appended alone: they are folded in the same transaction.
delete from tally_appended
where seq <= @Last
