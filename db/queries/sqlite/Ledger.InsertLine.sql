-- One row: a line of the ledger.
insert into ledger (logged_at, day, key_id, operation, indicator, period, filter, status, released, withheld, detail)
values (@LoggedAt, @Day, @KeyId, @Operation, @Indicator, @Period, @Filter, @Status, @Released, @Withheld, @Detail)
