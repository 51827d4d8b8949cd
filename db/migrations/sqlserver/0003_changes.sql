-- What folding changed, so that processes that hold counts of months in memory can follow. One that folds without this table must not run beside them.

-- A row is what one folding added to the count of a month (yyyymm). Appended in the transaction of the folding, never changed; the
-- oldest are removed. Foldings come one after the other, so the highest number that a snapshot holds says which state it shows.
create table tally_change (
  seq bigint identity(1,1) not null primary key,
  variable int not null,
  cohort int not null,
  start int not null,
  period int not null,
  value int not null,
  complete int not null,
  n bigint not null,
  weight bigint not null,
  squared_weight bigint not null
);
