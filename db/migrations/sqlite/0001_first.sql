-- The first schema. Days are whole numbers yyyymmdd in the organisation's time zone, instants are Unix milliseconds (UTC),
-- flags are 0 or 1, weights are whole 1e-4, squared weights whole 1e-8.

-- One row: a number that rises with every change of keys, units or surveys, so that every process knows when to read them again.
create table catalogue_stamp (
  id integer not null primary key check (id = 1),
  version integer not null
);
insert into catalogue_stamp (id, version) values (1, 1);

-- A row is a value the store keeps for itself: the secret for HMACs, for example.
create table setting (
  name text not null primary key,
  value text not null
) without rowid;

-- A row is a key; of the key itself only the SHA-256, hexadecimal. A revoked key stays, so that its name stays in the audit.
create table api_key (
  id text not null primary key,
  name text not null,
  scope text not null,
  audience text null,
  origins text not null,
  hash text not null unique,
  created_at integer not null,
  expires_at integer null,
  revoked_at integer null
) without rowid;

-- A row is an organisational unit. A retired one keeps its place in the tree, because answers name it.
create table unit (
  code text not null primary key,
  name text not null,
  parent text null,
  headcount integer null,
  retired integer not null
) without rowid;

-- A row is a survey. Audience, period grid, access and minimum group are fixed when it is first published.
create table survey (
  id integer not null primary key,
  survey_key text not null unique,
  audience text not null,
  grid text not null,
  access text not null,
  minimum_group integer null,
  closed integer not null
);

-- A row is one published version of a survey, as it was sent (JSON).
create table survey_version (
  survey integer not null references survey (id),
  version integer not null,
  definition text not null,
  published_at integer not null,
  primary key (survey, version)
) without rowid;

-- A row is a dimension of a survey, in the order of registration (0 is always unit).
create table survey_dimension (
  survey integer not null references survey (id),
  position integer not null,
  name text not null,
  primary key (survey, position)
) without rowid;

-- A row is something that is counted: responses; an item; a scale under its shape (items, low, high); the journey; the days of delay.
-- items: of a scale how many items it has; of an item its kind (1 rating, 2 single choice, 3 multiple choice, 4 text).
create table variable (
  id integer not null primary key,
  survey integer not null references survey (id),
  kind text not null check (kind in ('response', 'item', 'scale', 'journey', 'delay')),
  name text not null,
  items integer not null,
  low integer not null,
  high integer not null,
  reversed integer not null,
  measure text null,
  touchpoint text null,
  unique (survey, kind, name, items, low, high)
);

-- A row is an option of a choice item; the number is what is counted.
create table variable_option (
  variable integer not null references variable (id),
  number integer not null,
  code text not null,
  primary key (variable, number)
) without rowid;

-- A row is a combination of dimension values of one survey; test responses have cohorts of their own.
create table cohort (
  id integer not null primary key,
  survey integer not null references survey (id),
  is_test integer not null,
  signature text not null unique
);

-- A row is one dimension value of a cohort; a dimension without a value has no row.
create table cohort_value (
  cohort integer not null references cohort (id),
  dimension text not null,
  value text not null,
  primary key (cohort, dimension)
) without rowid;

-- A row is a response. Answers are one JSON object: item -> number, option, options, or null for "shown and skipped"; an item
-- that is missing was not shown. Answered texts are in comment. An erased response keeps its id and nothing else.
-- Employees: id is a keyed hash of the id that was sent, answered_at and respondent are null. delay: days from invitation to answer.
create table response (
  seq integer not null primary key,
  id blob not null unique,
  content_hash integer null,
  survey integer null,
  version integer null,
  day integer null,
  period integer null,
  cohort integer null,
  answered_at integer null,
  delay integer null,
  language text null,
  respondent text null,
  weight integer null,
  answers text null,
  erased integer not null
);
create index response_respondent on response (respondent) where respondent is not null;

-- A row is one answered text.
create table comment (
  seq integer not null primary key,
  response integer not null references response (seq),
  variable integer not null references variable (id),
  text text not null
);
create index comment_response on comment (response);

-- A row is a single-use invitation code, as a keyed hash. No time, no order, no link to the response that used it.
create table invitation_code (
  survey integer not null references survey (id),
  hash text not null,
  used integer not null,
  primary key (survey, hash)
) without rowid;

-- A row is what one transaction brought: n answers with this value by this cohort on this day. Appended, never updated;
-- erasing appends n = -1. value: the rating as answered; an option's number, -1 for "answered"; for a scale or the journey
-- 1000000 x answered + sum of (keyed value - low); for delay days; for responses 0. complete: the respondent answered the whole scale.
create table tally_fresh (
  seq integer not null primary key,
  variable integer not null,
  cohort integer not null,
  day integer not null,
  period integer not null,
  value integer not null,
  complete integer not null,
  n integer not null,
  weight integer not null,
  squared_weight integer not null
);

-- The same, folded: one row a key and grain (1 day yyyymmdd, 2 month yyyymm, 3 year yyyy). A read adds these and the fresh ones.
create table tally (
  variable integer not null,
  grain integer not null,
  cohort integer not null,
  start integer not null,
  period integer not null,
  value integer not null,
  complete integer not null,
  n integer not null,
  weight integer not null,
  squared_weight integer not null,
  primary key (variable, grain, cohort, start, period, value, complete)
) without rowid;

-- One row per answer, for people who ask in SQL; a multiple choice shows its options as a JSON array.
create view answer_row as
select
  r.seq as response,
  r.survey as survey,
  r.version as version,
  r.day as day,
  r.cohort as cohort,
  a.key as item,
  case when a.type = 'null' then 1 else 0 end as skipped,
  cast(a.value as text) as value
from response r, json_each(r.answers) a
where r.erased = 0;

-- What counts of single items are: one row per day, cohort, item and raw value.
create view item_count as
select t.start as day, t.period as period, t.cohort as cohort, v.survey as survey, v.name as item, t.value as value, t.complete as complete, t.n as n
from tally t
join variable v on v.id = t.variable and v.kind = 'item'
where t.grain = 1
union all
select f.day, f.period, f.cohort, v.survey, v.name, f.value, f.complete, f.n
from tally_fresh f
join variable v on v.id = f.variable and v.kind = 'item';

-- What counts of scales are: one row per day, cohort, scale, shape, items answered and reverse-keyed total.
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
