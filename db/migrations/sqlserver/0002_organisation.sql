-- What the organisation adds to its answers: targets, change programmes, numbers of its own, and how many it invited.

-- A row is a target: the figure of one indicator that is to be reached by a day. measure is empty where the
-- indicator takes none, unit where the whole organisation is meant: so one figure has one target.
create table target (
  audience varchar(20) collate Latin1_General_BIN2 not null,
  indicator varchar(100) collate Latin1_General_BIN2 not null,
  measure varchar(210) collate Latin1_General_BIN2 not null,
  unit varchar(100) collate Latin1_General_BIN2 not null,
  direction varchar(20) not null,
  value float not null,
  until_day int not null,
  primary key (audience, indicator, measure, unit)
);

-- A row is a change programme that began on a day. way_points: JSON, [{"On": day, "Text": text}, ...] in order.
create table initiative (
  initiative_key varchar(100) collate Latin1_General_BIN2 not null primary key,
  title nvarchar(200) not null,
  start_day int not null,
  way_points nvarchar(max) not null
);

-- A row is a unit that a change programme touches.
create table initiative_unit (
  initiative varchar(100) collate Latin1_General_BIN2 not null references initiative (initiative_key),
  unit varchar(100) collate Latin1_General_BIN2 not null references unit (code),
  primary key (initiative, unit)
);

-- A row is a number of the company's own about a unit in a period: yyyymm, yyyyq or yyyy, the same kind for all rows of a name.
create table outcome (
  name varchar(100) collate Latin1_General_BIN2 not null,
  unit varchar(100) collate Latin1_General_BIN2 not null references unit (code),
  period int not null,
  value float not null,
  primary key (name, unit, period)
);

-- A row says how many people with these dimension values were invited to a survey on a day; never who.
create table invitation (
  survey int not null references survey (id),
  cohort int not null references cohort (id),
  day int not null,
  n int not null,
  primary key (survey, cohort, day)
);
