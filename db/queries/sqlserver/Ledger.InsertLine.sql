-- One row per line of the ledger, in the order of time.
insert into ledger (logged_at, day, key_id, caller, operation, indicator, period, filter, status, released, withheld, detail)
select r.LoggedAt, r.Day, r.StoredKey, r.SignedOn, r.Operation, r.Indicator, r.Period, r.Filter, r.Status, r.Released, r.Withheld, r.Detail
from openjson(@Rows) with (
  LoggedAt bigint '$.LoggedAt',
  Day int '$.Day',
  StoredKey varchar(40) '$.StoredKey',
  SignedOn varchar(100) '$.SignedOn',
  Operation varchar(40) '$.Operation',
  Indicator varchar(100) '$.Indicator',
  Period varchar(120) '$.Period',
  Filter nvarchar(max) '$.Filter',
  Status varchar(20) '$.Status',
  Released bigint '$.Released',
  Withheld bigint '$.Withheld',
  Detail nvarchar(max) '$.Detail'
) r
order by r.LoggedAt
