-- Touches one row, unless another process was faster: the message is being tried until @Until.
update webhook_message
set due_at = @Until, attempts = attempts + 1
where seq = @Seq and due_at = @DueAt
