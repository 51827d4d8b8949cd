-- One row: negative when the lock was not to be had. Under it cohorts are made one at a time, so that their ids rise in the
-- order of commits; it is held until the transaction ends.
declare @Taken int;
exec @Taken = sp_getapplock @Resource = 'feedback-cohorts', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 30000;
select @Taken as Taken;
