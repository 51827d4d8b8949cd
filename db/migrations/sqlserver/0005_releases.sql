-- Closed periods of employee surveys, and what was released of them.

-- A row is a period of an employee survey that takes no answers any more. state: closed (its release is being worked out), merged
-- (too few people; they count in the period merged_into) or released. first_day and past_day: yyyymmdd, the first day and the first day after.
-- frozen: JSON, the tree of units as it was and the values that breakdowns list. summary: JSON, what the audit counted; for operators.
create table survey_period (
  survey int not null references survey (id),
  period int not null,
  first_day int not null,
  past_day int not null,
  state varchar(20) not null check (state in ('closed', 'merged', 'released')),
  merged_into int null,
  closed_at bigint not null,
  closed_by varchar(100) null,
  released_at bigint null,
  hash char(64) collate Latin1_General_BIN2 null,
  frozen nvarchar(max) null,
  summary nvarchar(max) null,
  primary key (survey, period)
);

-- A row is the frozen cube of one base: JSON, the cells that the audit released, with what was counted in each. Never changed.
create table released_base (
  survey int not null references survey (id),
  period int not null,
  base varchar(210) collate Latin1_General_BIN2 not null,
  content nvarchar(max) not null,
  primary key (survey, period, base)
);

-- A row holds figures that were worked out from raw answers when the period was released: JSON, by the question they answer. Never changed.
create table released_rows (
  survey int not null references survey (id),
  period int not null,
  question char(64) collate Latin1_General_BIN2 not null,
  figures nvarchar(max) not null,
  primary key (survey, period, question)
);
