-- What a transaction of the writer adds to counts is one row and no longer one row a count: with few senders at a time nearly every answer was a row of its own here,
-- written once and read once, and that cost more than the response itself.
drop view item_count;
drop view scale_count;
alter table tally_fresh rename to tally_appended;

-- A row is what one transaction of the writer brought. counts: how many counts it holds. content: for each cohort, day and period
-- [cohort, day, period, [variable, value, complete], [variable, value, complete, n], [variable, value, complete, n, weight, squared weight], ...]; n is 1 and
-- everybody counts 1 where it is not said. Rows of tally_appended are the same, one a count: what erasing and reading texts again bring.
create table tally_group (
  seq integer not null primary key,
  counts integer not null,
  content text not null
);

-- All that was appended and is not folded yet, one row a count.
create view tally_fresh as
select seq, variable, cohort, day, period, value, complete, n, weight, squared_weight
from tally_appended
union all
select g.seq, t.value ->> 0, p.value ->> 0, p.value ->> 1, p.value ->> 2, t.value ->> 1, t.value ->> 2,
  coalesce(t.value ->> 3, 1), coalesce(t.value ->> 4, coalesce(t.value ->> 3, 1) * 10000), coalesce(t.value ->> 5, coalesce(t.value ->> 3, 1) * 100000000)
from tally_group g, json_each(g.content) p, json_each(p.value) t
where t.type = 'array';

create view item_count as
select t.start as day, t.period as period, t.cohort as cohort, v.survey as survey, v.name as item, t.value as value, t.complete as complete, t.n as n
from tally t
join variable v on v.id = t.variable and v.kind = 'item'
where t.grain = 1
union all
select f.day, f.period, f.cohort, v.survey, v.name, f.value, f.complete, f.n
from tally_fresh f
join variable v on v.id = f.variable and v.kind = 'item';

create view scale_count as
select t.start as day, t.period as period, t.cohort as cohort, v.survey as survey, v.name as scale, v.items as j, v.low as low, v.high as high,
  t.value / 1000000 as answered, t.value % 1000000 + v.low * (t.value / 1000000) as total, t.n as n
from tally t
join variable v on v.id = t.variable and v.kind = 'scale'
where t.grain = 1
union all
select f.day, f.period, f.cohort, v.survey, v.name, v.items, v.low, v.high,
  f.value / 1000000, f.value % 1000000 + v.low * (f.value / 1000000), f.n
from tally_fresh f
join variable v on v.id = f.variable and v.kind = 'scale';
