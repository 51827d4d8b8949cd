-- One row: negative when the lock was not to be had. Under it cohorts are made one at a time, so that their ids rise in the
-- order of commits; it is held until the transaction ends. It gives up before the command does, which waits 30 s.
declare @Taken int;
exec @Taken = sp_getapplock @Resource = 'feedback-cohorts', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 20000;
select @Taken as Taken;
