-- One row: negative when the lock was not to be had. Processes that start at the same time migrate, and make secret and first key,
-- one after the other; it is held until the transaction ends. It gives up before the command does, which waits 30 s.
declare @Taken int;
exec @Taken = sp_getapplock @Resource = 'feedback-start', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 20000;
select @Taken as Taken;
