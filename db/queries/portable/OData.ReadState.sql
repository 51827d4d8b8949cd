-- One row: what the counts of customers that a snapshot shows are told apart by. Two snapshots that show different ones differ in it, and nothing of employees moves it.
select
  (select max(f.seq) from tally_fresh f join variable v on v.id = f.variable join survey s on s.id = v.survey where s.audience = 'customer') as Fresh,
  (select count(*) from tally_fresh f join variable v on v.id = f.variable join survey s on s.id = v.survey where s.audience = 'customer') as Waiting,
  (select sum(d.updated_at) from survey_day d join survey s on s.id = d.survey where s.audience = 'customer') as Updated
