-- Touches one row per change that is older than the last @Kept; the last one stays, because its number tells the state.
delete from tally_change
where seq <= (select max(c.seq) from tally_change c) - @Kept
