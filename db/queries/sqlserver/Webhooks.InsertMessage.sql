-- One row per event that an address is to be told of, in the order of the events.
insert into webhook_message (message_id, webhook, event, survey, response, content, created_at, state, attempts, due_at)
select r.MessageId, r.Webhook, r.Event, r.Survey, r.Response, r.Content, r.CreatedAt, 'waiting', 0, r.CreatedAt
from openjson(@Rows) with (
  MessageId varchar(40) '$.MessageId',
  Webhook varchar(40) '$.Webhook',
  Event varchar(40) '$.Event',
  Survey int '$.Survey',
  Response uniqueidentifier '$.Response',
  Content nvarchar(max) '$.Content',
  CreatedAt bigint '$.CreatedAt'
) r
order by r.CreatedAt, r.MessageId
