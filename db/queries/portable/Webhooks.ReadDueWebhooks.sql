-- One row per address for which a message is due. One that is due later than any pause lasts (@Beyond) was written under a clock that was ahead.
select distinct webhook as Webhook
from webhook_message
where due_at <= @Now or due_at > @Beyond
