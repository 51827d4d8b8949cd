-- One row: what the counts a snapshot shows are told apart by. Two snapshots that show different counts differ in it.
select
  (select max(seq) from tally_change) as Folded,
  (select max(seq) from tally_fresh) as Fresh,
  (select count(*) from tally_fresh) as Waiting,
  (select sum(updated_at) from survey_day) as Updated
