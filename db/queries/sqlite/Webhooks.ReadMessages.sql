-- One row per message for an address, the newest first: @Count of those before a place in that order, in one state alone where @State is not empty.
select seq as Seq, message_id as MessageId, event as Event, survey as Survey, created_at as CreatedAt, state as State, attempts as Attempts,
  due_at as DueAt, answered as Answered, fault as Fault, settled_at as SettledAt
from webhook_message
where webhook = @Webhook and seq < @Seq and (@State = '' or state = @State)
order by seq desc
limit @Count
