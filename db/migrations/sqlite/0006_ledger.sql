-- The ledger: who read which figures of employees, what was refused, and what was published. Kept for the life of the surveys.

-- A row is a read of employees' figures, a refusal, a publication, an alert, or a loss of such rows. Appended, never updated or deleted.
-- day: yyyymmdd of logged_at. key_id: null where no key did it. filter: JSON, parameter -> values; null for what was refused. released and
-- withheld: how many rows of the answer, or cells of the publication, were so. detail: JSON. No figure, no answer and nothing that a refused request sent.
create table ledger (
  seq integer not null primary key,
  logged_at integer not null,
  day integer not null,
  key_id text null,
  operation text not null,
  indicator text null,
  period text null,
  filter text null,
  status text not null,
  released integer not null,
  withheld integer not null,
  detail text null
);
create index ledger_day on ledger (day, seq);
create index ledger_withheld on ledger (day, status, withheld);
