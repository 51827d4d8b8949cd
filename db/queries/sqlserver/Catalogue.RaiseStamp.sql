-- Touches the one row: something of the catalogue has changed. First thing in a change: it waits for the writers that hold the stamp,
-- and they wait for the change, so that nothing is stored that was checked against an older state. Read as transient: 51222.
declare @Taken int;
exec @Taken = sp_getapplock @Resource = 'feedback-catalogue', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 20000;
if @Taken < 0 throw 51222, 'The catalogue was in use for too long.', 1;
update catalogue_stamp
set version = version + 1
where id = 1;
