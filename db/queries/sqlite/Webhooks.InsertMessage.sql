-- One row: an event that an address is to be told of.
insert into webhook_message (message_id, webhook, event, survey, response, content, created_at, state, attempts, due_at)
values (@MessageId, @Webhook, @Event, @Survey, @Response, @Content, @CreatedAt, 'waiting', 0, @CreatedAt)
