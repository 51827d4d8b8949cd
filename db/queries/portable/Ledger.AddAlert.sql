-- Touches one row, the alert of a day, if the day has none yet. Who adds it has taken the turn.
insert into ledger (logged_at, day, operation, status, released, withheld)
select @LoggedAt, @Day, 'alert', 'raised', 0, @Withheld
where not exists (
  select 1
  from ledger
  where day = @Day and status = 'raised')
