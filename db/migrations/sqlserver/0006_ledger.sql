-- The ledger: who read which figures of employees, what was refused, and what was published. Kept for the life of the surveys.

-- A row is a read of employees' figures, a refusal, a publication, an alert, or a loss of such rows. Appended, never updated or deleted.
-- day: yyyymmdd of logged_at. key_id: null where no key did it. filter: JSON, parameter -> values; null for what was refused. released and
-- withheld: how many rows of the answer, or cells of the publication, were so. detail: JSON. No figure, no answer and nothing that a refused request sent.
create table ledger (
  seq bigint identity(1,1) not null primary key,
  logged_at bigint not null,
  day int not null,
  key_id varchar(40) collate Latin1_General_BIN2 null,
  operation varchar(40) not null,
  indicator varchar(100) collate Latin1_General_BIN2 null,
  period varchar(120) collate Latin1_General_BIN2 null,
  filter nvarchar(max) null,
  status varchar(20) not null,
  released bigint not null,
  withheld bigint not null,
  detail nvarchar(max) null
);
create index ledger_day on ledger (day, seq);
create index ledger_withheld on ledger (day, status, withheld);
