-- Figures that were worked out from raw answers of a closed period, so that they are not worked out again.

-- A row is the answer to one question: a hash of what was asked, a hash of the counts it rests on (another one: it is worked out
-- again), the range of days (yyyymmdd; the first is 0 where the range has no beginning), and the figures as JSON, unrounded.
create table computed_rows (
  question char(64) collate Latin1_General_BIN2 not null primary key,
  fingerprint char(64) collate Latin1_General_BIN2 not null,
  first_day int not null,
  past_day int not null,
  computed_at bigint not null,
  figures nvarchar(max) not null
);
