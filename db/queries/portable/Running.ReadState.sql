-- One row: the catalogue's stamp, how many migrations were run, and when the newest line of the ledger was written (Unix milliseconds).
select s.version as Stamp, (select count(*) from schema_migration) as Migrations,
  (select l.logged_at from ledger l where l.seq = (select max(m.seq) from ledger m)) as LoggedAt
from catalogue_stamp s
