-- One row per message for an address that is due, the longest waiting first, @Count of them.
select seq as Seq, message_id as MessageId, event as Event, survey as Survey, response as Response, content as Content,
  created_at as CreatedAt, attempts as Attempts, due_at as DueAt, answered as Answered, fault as Fault
from webhook_message
where webhook = @Webhook and (due_at <= @Now or due_at > @Beyond)
order by due_at, seq
limit @Count
