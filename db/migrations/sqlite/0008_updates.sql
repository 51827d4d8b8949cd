-- When figures changed, so that a reader can ask for what is new since the last time.

-- A row is a day on which a survey was answered, and when its counts last changed (Unix milliseconds). Written by folding, after what is
-- folded was committed, and later with every folding; a count that is not folded yet changed just now.
create table survey_day (
  survey integer not null references survey (id),
  day integer not null,
  updated_at integer not null,
  primary key (survey, day)
) without rowid;

-- When the days of before changed is not known.
insert into survey_day (survey, day, updated_at)
select distinct v.survey, t.start, 0
from variable v
join tally t on t.variable = v.id and t.grain = 1
where v.kind = 'response';

-- When the unit last changed: name, place, headcount, whether it is in the tree. Null: before this was noted.
alter table unit add changed_at integer null;
