-- One row: negative when the lock was not to be had. While it is held, until the transaction ends, nobody else changes folded counts.
declare @Taken int;
exec @Taken = sp_getapplock @Resource = 'feedback-compaction', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 20000;
select @Taken as Taken;
