-- One row per key and grain (day, month, year): the counts below @Past are added to it and removed, in the caller's
-- transaction, and what that changes in months is noted, and at which time (@UpdatedAt) the days changed.
-- Exactly the rows that were read are removed: another process may commit a lower number late. One process folds at a time; the
-- others touch no row. The text goes to the server as one batch, and #fresh and #folded live no longer than that.
declare @Taken int;
exec @Taken = sp_getapplock @Resource = 'feedback-compaction', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 0;
if @Taken >= 0
begin
  select seq, variable, cohort, day, period, value, complete, n, weight, squared_weight
  into #fresh
  from tally_fresh
  where seq < @Past;

  select variable, 1 as grain, cohort, day as start, period, value, complete, sum(n) as n, sum(weight) as weight, sum(squared_weight) as squared_weight
  into #folded
  from #fresh
  group by variable, cohort, day, period, value, complete
  union all
  select variable, 2, cohort, day / 100, period, value, complete, sum(n), sum(weight), sum(squared_weight)
  from #fresh
  group by variable, cohort, day / 100, period, value, complete
  union all
  select variable, 3, cohort, day / 10000, period, value, complete, sum(n), sum(weight), sum(squared_weight)
  from #fresh
  group by variable, cohort, day / 10000, period, value, complete;

  update t
  set n = t.n + f.n, weight = t.weight + f.weight, squared_weight = t.squared_weight + f.squared_weight
  from tally t
  join #folded f on f.variable = t.variable and f.grain = t.grain and f.cohort = t.cohort and f.start = t.start
    and f.period = t.period and f.value = t.value and f.complete = t.complete;

  insert into tally (variable, grain, cohort, start, period, value, complete, n, weight, squared_weight)
  select f.variable, f.grain, f.cohort, f.start, f.period, f.value, f.complete, f.n, f.weight, f.squared_weight
  from #folded f
  where not exists (
    select 1
    from tally t
    where t.variable = f.variable and t.grain = f.grain and t.cohort = f.cohort and t.start = f.start
      and t.period = f.period and t.value = f.value and t.complete = f.complete);

  insert into tally_change (variable, cohort, start, period, value, complete, n, weight, squared_weight)
  select f.variable, f.cohort, f.start, f.period, f.value, f.complete, f.n, f.weight, f.squared_weight
  from #folded f
  where f.grain = 2;

  -- Later than every change before, even where the clock was set back.
  declare @Changed bigint = (select case when max(updated_at) >= @UpdatedAt then max(updated_at) + 1 else @UpdatedAt end from survey_day);

  update d
  set updated_at = @Changed
  from survey_day d
  join (
    select distinct v.survey, f.start
    from #folded f
    join variable v on v.id = f.variable and v.kind = 'response'
    where f.grain = 1) c on c.survey = d.survey and c.start = d.day;

  insert into survey_day (survey, day, updated_at)
  select distinct v.survey, f.start, @Changed
  from #folded f
  join variable v on v.id = f.variable and v.kind = 'response'
  where f.grain = 1 and not exists (
    select 1
    from survey_day d
    where d.survey = v.survey and d.day = f.start);

  -- The bound keeps the search away from newer rows, which other writers hold locked until they commit.
  delete from tally_fresh
  where seq < @Past and seq in (select seq from #fresh);

  drop table #folded;
  drop table #fresh;
end;
