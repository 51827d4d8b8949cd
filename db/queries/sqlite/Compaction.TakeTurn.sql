-- One row: always taken, because SQLite has one writer at a time.
select 1 as Taken
