-- One row: the present state of the catalogue, which nobody changes until the transaction ends. No row when the lock was
-- not to be had. Writers hold it together.
declare @Taken int;
exec @Taken = sp_getapplock @Resource = 'feedback-catalogue', @LockMode = 'Shared', @LockOwner = 'Transaction', @LockTimeout = 20000;
select version as Version
from catalogue_stamp
where id = 1 and @Taken >= 0;
