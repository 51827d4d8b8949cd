-- The first schema. Days are whole numbers yyyymmdd in the organisation's time zone, instants are Unix milliseconds (UTC),
-- flags are 0 or 1, weights are whole 1e-4, squared weights whole 1e-8.

-- One row: a number that rises with every change of keys, units or surveys, so that every process knows when to read them again.
create table catalogue_stamp (
  id int not null primary key check (id = 1),
  version int not null
);
insert into catalogue_stamp (id, version) values (1, 1);

-- A row is a value the store keeps for itself: the secret for HMACs, for example.
create table setting (
  name varchar(100) collate Latin1_General_BIN2 not null primary key,
  value varchar(400) not null
);

-- A row is a key; of the key itself only the SHA-256, hexadecimal. A revoked key stays, so that its name stays in the audit.
create table api_key (
  id varchar(40) collate Latin1_General_BIN2 not null primary key,
  name nvarchar(200) not null,
  scope varchar(20) not null,
  audience varchar(20) null,
  origins nvarchar(max) not null,
  hash char(64) collate Latin1_General_BIN2 not null unique,
  created_at bigint not null,
  expires_at bigint null,
  revoked_at bigint null
);

-- A row is an organisational unit. A retired one keeps its place in the tree, because answers name it.
create table unit (
  code varchar(100) collate Latin1_General_BIN2 not null primary key,
  name nvarchar(200) not null,
  parent varchar(100) collate Latin1_General_BIN2 null,
  headcount int null,
  retired int not null
);

-- A row is a survey. Audience, period grid, access and minimum group are fixed when it is first published.
create table survey (
  id int identity(1,1) not null primary key,
  survey_key varchar(100) collate Latin1_General_BIN2 not null unique,
  audience varchar(20) not null,
  grid varchar(20) not null,
  access varchar(20) not null,
  minimum_group int null,
  closed int not null
);

-- A row is one published version of a survey, as it was sent (JSON).
create table survey_version (
  survey int not null references survey (id),
  version int not null,
  definition nvarchar(max) not null,
  published_at bigint not null,
  primary key (survey, version)
);

-- A row is a dimension of a survey, in the order of registration (0 is always unit).
create table survey_dimension (
  survey int not null references survey (id),
  position int not null,
  name varchar(100) collate Latin1_General_BIN2 not null,
  primary key (survey, position)
);

-- A row is something that is counted: responses; an item; a scale under its shape (items, low, high); the journey; the days of delay.
-- items: of a scale how many items it has; of an item its kind (1 rating, 2 single choice, 3 multiple choice, 4 text).
create table variable (
  id int identity(1,1) not null primary key,
  survey int not null references survey (id),
  kind varchar(20) collate Latin1_General_BIN2 not null check (kind in ('response', 'item', 'scale', 'journey', 'delay')),
  name varchar(100) collate Latin1_General_BIN2 not null,
  items int not null,
  low int not null,
  high int not null,
  reversed int not null,
  measure varchar(210) collate Latin1_General_BIN2 null,
  touchpoint varchar(100) collate Latin1_General_BIN2 null,
  unique (survey, kind, name, items, low, high)
);

-- A row is an option of a choice item; the number is what is counted.
create table variable_option (
  variable int not null references variable (id),
  number int not null,
  code varchar(100) collate Latin1_General_BIN2 not null,
  primary key (variable, number)
);

-- A row is a combination of dimension values of one survey; test responses have cohorts of their own.
create table cohort (
  id int identity(1,1) not null primary key,
  survey int not null references survey (id),
  is_test int not null,
  signature char(64) collate Latin1_General_BIN2 not null unique
);

-- A row is one dimension value of a cohort; a dimension without a value has no row.
create table cohort_value (
  cohort int not null references cohort (id),
  dimension varchar(100) collate Latin1_General_BIN2 not null,
  value nvarchar(200) not null,
  primary key (cohort, dimension)
);

-- A row is a response. Answers are one JSON object: item -> number, option, options, or null for "shown and skipped"; an item
-- that is missing was not shown. Answered texts are in comment. An erased response keeps its id and nothing else.
-- Employees: id is a keyed hash of the id that was sent, answered_at and respondent are null. delay: days from invitation to answer.
create table response (
  seq bigint identity(1,1) not null primary key,
  id uniqueidentifier not null unique nonclustered,
  content_hash bigint null,
  survey int null,
  version int null,
  day int null,
  period int null,
  cohort int null,
  answered_at bigint null,
  delay int null,
  language varchar(40) null,
  respondent char(32) collate Latin1_General_BIN2 null,
  weight bigint null,
  answers nvarchar(max) null,
  erased int not null
);
create index response_respondent on response (respondent);

-- A row is one answered text.
create table comment (
  seq bigint identity(1,1) not null primary key,
  response bigint not null references response (seq),
  variable int not null references variable (id),
  text nvarchar(max) not null
);
create index comment_response on comment (response);

-- A row is a single-use invitation code, as a keyed hash. No time, no order, no link to the response that used it.
create table invitation_code (
  survey int not null references survey (id),
  hash char(32) collate Latin1_General_BIN2 not null,
  used int not null,
  primary key (survey, hash)
);

-- A row is what one transaction brought: n answers with this value by this cohort on this day. Appended, never updated;
-- erasing appends n = -1. value: the rating as answered; an option's number, -1 for "answered"; for a scale or the journey
-- 1000000 x answered + sum of (keyed value - low); for delay days; for responses 0. complete: the respondent answered the whole scale.
create table tally_fresh (
  seq bigint identity(1,1) not null primary key,
  variable int not null,
  cohort int not null,
  day int not null,
  period int not null,
  value int not null,
  complete int not null,
  n bigint not null,
  weight bigint not null,
  squared_weight bigint not null
);

-- The same, folded: one row a key and grain (1 day yyyymmdd, 2 month yyyymm, 3 year yyyy). A read adds these and the fresh ones.
create table tally (
  variable int not null,
  grain int not null,
  cohort int not null,
  start int not null,
  period int not null,
  value int not null,
  complete int not null,
  n bigint not null,
  weight bigint not null,
  squared_weight bigint not null,
  primary key (variable, grain, cohort, start, period, value, complete)
);
go

-- One row per answer, for people who ask in SQL; a multiple choice shows its options as a JSON array.
create view answer_row as
select
  r.seq as response,
  r.survey as survey,
  r.version as version,
  r.day as day,
  r.cohort as cohort,
  a.[key] as item,
  case when a.type = 0 then 1 else 0 end as skipped,
  a.value as value
from response r
cross apply openjson(r.answers) a
where r.erased = 0;
go

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
go

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
