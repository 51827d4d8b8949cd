-- The table whose rows are the migrations that have run.
create table schema_migration (
  name varchar(200) not null primary key,
  ran_at bigint not null
)
