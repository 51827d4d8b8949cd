-- One row: whether snapshots are allowed, and used by default, in this database.
select cast(snapshot_isolation_state as int) as AllowsSnapshots, cast(is_read_committed_snapshot_on as int) as ReadsCommittedSnapshots
from sys.databases
where name = db_name()
