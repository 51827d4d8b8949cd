-- How far a read replica has come.

-- The one row: when a serving process last wrote it (Unix milliseconds), where there is a replica. What a replica has of it says up to when it has everything.
create table replica_beat (
  id integer not null primary key check (id = 1),
  sent_at integer not null
);
insert into replica_beat (id, sent_at) values (1, 0);
