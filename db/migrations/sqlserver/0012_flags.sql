-- Concerns as flags: somebody raises one with POST /v1/feedback, a champion answers, both write on.

-- The units whose flags a champion's key sees, with all below them: JSON array of codes; null for every unit, and for keys of another scope.
alter table api_key add units nvarchar(max) null;

-- A row is a concern. flag_key: drawn by lot, so that it leads to no response and tells of no order. week: the Monday (yyyymmdd) of the week in which
-- it came in. node: the unit that showed it then (employees: the nearest with enough people; customers: their unit), null for the whole
-- organisation. messages: how many rows the thread has.
create table flag (
  response bigint not null primary key references response (seq),
  flag_key char(32) collate Latin1_General_BIN2 not null unique,
  survey int not null references survey (id),
  week int not null,
  node varchar(100) collate Latin1_General_BIN2 null,
  messages int not null
);
create index flag_survey on flag (survey, week);

-- A row is what came after the concern itself, in the order in which it came. author: sender or champion. message_key: keyed hash of the id it was sent
-- with, so that a retry stores nothing twice. text: null where the champion closed the thread. week: the Monday of the week. No time.
create table flag_message (
  response bigint not null references flag (response),
  number int not null,
  author varchar(20) collate Latin1_General_BIN2 not null check (author in ('sender', 'champion')),
  message_key char(32) collate Latin1_General_BIN2 null,
  text nvarchar(max) null,
  week int not null,
  primary key (response, number)
);
go

-- Concerns that are there already; where they were raised is not told apart any more, so that the whole organisation shows them. 1900-01-01 was a Monday.
insert into flag (response, flag_key, survey, week, node, messages)
select r.seq, lower(replace(convert(char(36), newid()), '-', '')), r.survey,
  cast(convert(char(8), dateadd(day, -(datediff(day, '19000101', convert(char(8), r.day)) % 7), convert(date, convert(char(8), r.day))), 112) as int), null, 0
from response r
join survey s on s.id = r.survey
where s.survey_key in ('_feedback-customer', '_feedback-employee') and r.erased = 0 and json_value(r.answers, '$.kind') = 'concern'
  and exists (select 1 from comment c where c.response = r.seq);
