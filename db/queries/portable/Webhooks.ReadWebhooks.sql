-- One row per address that is told of events.
select id as Id, name as Name, url as Url, events as Events, surveys as Surveys, secret as Secret,
  earlier_secret as EarlierSecret, earlier_until as EarlierUntil, paused as Paused, created_at as CreatedAt
from webhook
order by id
