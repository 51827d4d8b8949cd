-- Touches one row, unless its time had run out and another process has taken it: what came of trying.
update webhook_message
set state = @State, attempts = @Attempts, due_at = @DueAt, answered = @Answered, fault = @Fault, settled_at = @SettledAt
where seq = @Seq and due_at = @Until
