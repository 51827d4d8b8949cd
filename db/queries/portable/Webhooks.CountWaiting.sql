-- One row: how many messages wait to be sent, and when the oldest of them was written.
select count(*) as Messages, min(created_at) as Oldest
from webhook_message
where due_at is not null
