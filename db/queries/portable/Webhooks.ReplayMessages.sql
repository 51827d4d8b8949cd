-- Touches one row per message for an address that was written within a time and ended in a state (any, when @State is empty): it is sent again.
update webhook_message
set state = 'waiting', attempts = 0, due_at = @Now, settled_at = null
where webhook = @Webhook and created_at >= @First and created_at < @Past and (state = @State or @State = '' and state in ('delivered', 'failed'))
