-- Concerns as flags: somebody raises one with POST /v1/feedback, a champion answers, both write on.

-- The units whose flags a champion's key sees, with all below them: JSON array of codes; null for every unit, and for keys of another scope.
alter table api_key add column units text null;

-- A row is a concern. flag_key: drawn by lot, so that it leads to no response and tells of no order. week: the Monday (yyyymmdd) of the week in which
-- it came in. node: the unit that showed it then (employees: the nearest with enough people; customers: their unit), null for the whole
-- organisation. messages: how many rows the thread has.
create table flag (
  response integer not null primary key references response (seq),
  flag_key text not null unique,
  survey integer not null references survey (id),
  week integer not null,
  node text null,
  messages integer not null
) without rowid;
create index flag_survey on flag (survey, week);

-- A row is what came after the concern itself, in the order in which it came. author: sender or champion. message_key: keyed hash of the id it was sent
-- with, so that a retry stores nothing twice. text: null where the champion closed the thread. week: the Monday of the week. No time.
create table flag_message (
  response integer not null references flag (response),
  number integer not null,
  author text not null check (author in ('sender', 'champion')),
  message_key text null,
  text text null,
  week integer not null,
  primary key (response, number)
) without rowid;

-- Concerns that are there already; where they were raised is not told apart any more, so that the whole organisation shows them.
insert into flag (response, flag_key, survey, week, node, messages)
select r.seq, lower(hex(randomblob(16))), r.survey,
  cast(strftime('%Y%m%d', substr(r.day, 1, 4) || '-' || substr(r.day, 5, 2) || '-' || substr(r.day, 7, 2), '-6 days', 'weekday 1') as integer), null, 0
from response r
join survey s on s.id = r.survey
where s.survey_key in ('_feedback-customer', '_feedback-employee') and r.erased = 0 and json_extract(r.answers, '$.kind') = 'concern'
  and exists (select 1 from comment c where c.response = r.seq);
