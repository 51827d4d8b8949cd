-- One row per address for which a message is due.
select distinct webhook as Webhook
from webhook_message
where due_at <= @Now
