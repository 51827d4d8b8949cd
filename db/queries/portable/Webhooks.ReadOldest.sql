-- One row: when the oldest message was written; null when there is none.
select min(created_at) as CreatedAt
from webhook_message
