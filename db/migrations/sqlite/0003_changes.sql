-- What folding changed, so that processes that hold counts of months in memory can follow. One that folds without this table must not run beside them.

-- A row is what one folding added to the count of a month (yyyymm). Appended in the transaction of the folding, never changed; the
-- oldest are removed. Foldings come one after the other, so the highest number that a snapshot holds says which state it shows.
create table tally_change (
  seq integer not null primary key,
  variable integer not null,
  cohort integer not null,
  start integer not null,
  period integer not null,
  value integer not null,
  complete integer not null,
  n integer not null,
  weight integer not null,
  squared_weight integer not null
);
