-- Touches one row, if it was delivered or given up: it is sent again.
update webhook_message
set state = 'waiting', attempts = 0, due_at = @Now, settled_at = null
where webhook = @Webhook and message_id = @MessageId and state in ('delivered', 'failed')
