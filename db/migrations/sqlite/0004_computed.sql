-- Figures that were worked out from raw answers of a closed period, so that they are not worked out again.

-- A row is the answer to one question: a hash of what was asked, a hash of the counts it rests on (another one: it is worked out
-- again), the range of days (yyyymmdd; the first is 0 where the range has no beginning), and the figures as JSON, unrounded.
create table computed_rows (
  question text not null primary key,
  fingerprint text not null,
  first_day integer not null,
  past_day integer not null,
  computed_at integer not null,
  figures text not null
);
