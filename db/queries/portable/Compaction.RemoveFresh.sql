-- Removes the appended counts below @Past, which are folded in the same transaction.
delete from tally_fresh
where seq < @Past
