-- What the organisation adds to its answers: targets, change programmes, numbers of its own, and how many it invited.

-- A row is a target: the figure of one indicator that is to be reached by a day. measure is empty where the
-- indicator takes none, unit where the whole organisation is meant: so one figure has one target.
create table target (
  audience text not null,
  indicator text not null,
  measure text not null,
  unit text not null,
  direction text not null,
  value real not null,
  until_day integer not null,
  primary key (audience, indicator, measure, unit)
) without rowid;

-- A row is a change programme that began on a day. way_points: JSON, [{"On": day, "Text": text}, ...] in order.
create table initiative (
  initiative_key text not null primary key,
  title text not null,
  start_day integer not null,
  way_points text not null
) without rowid;

-- A row is a unit that a change programme touches.
create table initiative_unit (
  initiative text not null references initiative (initiative_key),
  unit text not null references unit (code),
  primary key (initiative, unit)
) without rowid;

-- A row is a number of the company's own about a unit in a period: yyyymm, yyyyq or yyyy, the same kind for all rows of a name.
create table outcome (
  name text not null,
  unit text not null references unit (code),
  period integer not null,
  value real not null,
  primary key (name, unit, period)
) without rowid;

-- A row says how many people with these dimension values were invited to a survey on a day; never who.
create table invitation (
  survey integer not null references survey (id),
  cohort integer not null references cohort (id),
  day integer not null,
  n integer not null,
  primary key (survey, cohort, day)
) without rowid;
