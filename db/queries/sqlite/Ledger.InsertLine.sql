-- One row: a line of the ledger.
insert into ledger (logged_at, day, key_id, caller, operation, indicator, period, filter, status, released, withheld, detail)
values (@LoggedAt, @Day, @StoredKey, @SignedOn, @Operation, @Indicator, @Period, @Filter, @Status, @Released, @Withheld, @Detail)
