-- Closed periods of employee surveys, and what was released of them.

-- A row is a period of an employee survey that takes no answers any more. state: closed (its release is being worked out), merged
-- (too few people; they count in the period merged_into) or released. first_day and past_day: yyyymmdd, the first day and the first day after.
-- frozen: JSON, the tree of units as it was and the values that breakdowns list. summary: JSON, what the audit counted; for operators.
create table survey_period (
  survey integer not null references survey (id),
  period integer not null,
  first_day integer not null,
  past_day integer not null,
  state text not null check (state in ('closed', 'merged', 'released')),
  merged_into integer null,
  closed_at integer not null,
  closed_by text null,
  released_at integer null,
  hash text null,
  frozen text null,
  summary text null,
  primary key (survey, period)
) without rowid;

-- A row is the frozen cube of one base: JSON, the cells that the audit released, with what was counted in each. Never changed.
create table released_base (
  survey integer not null references survey (id),
  period integer not null,
  base text not null,
  content text not null,
  primary key (survey, period, base)
) without rowid;

-- A row holds figures that were worked out from raw answers when the period was released: JSON, by the question they answer. Never changed.
create table released_rows (
  survey integer not null references survey (id),
  period integer not null,
  question text not null,
  figures text not null,
  primary key (survey, period, question)
) without rowid;
