-- Messages to other systems: who is told of what, and what waits to be told. A message is written in the transaction of what it tells of.

-- A row is an address that is told of events. events: JSON array of their names; surveys: JSON array of keys, null for all. secret,
-- earlier_secret: encrypted; the earlier one signs too until earlier_until. paused: why nothing is sent (hand, gone), null while it is.
create table webhook (
  id text not null primary key,
  name text not null,
  url text not null,
  events text not null,
  surveys text null,
  secret text not null,
  earlier_secret text null,
  earlier_until integer null,
  paused text null,
  created_at integer not null
);

-- A row is one event for one address. response: of response.stored, whose content is read when it is sent, so that nothing of an erased
-- response waits here; content: JSON of every other. state: waiting, delivered, failed (given up), dropped (there is nothing to tell any more).
-- due_at: when it is tried next, and while it is being tried until when; null when it is not waiting. answered: the last status code.
create table webhook_message (
  seq integer not null primary key,
  message_id text not null,
  webhook text not null references webhook (id),
  event text not null,
  survey integer null,
  response blob null,
  content text null,
  created_at integer not null,
  state text not null,
  attempts integer not null,
  due_at integer null,
  answered integer null,
  fault text null,
  settled_at integer null
);
create index webhook_message_due on webhook_message (due_at, webhook) where due_at is not null;
create index webhook_message_webhook on webhook_message (webhook, seq);
create index webhook_message_created on webhook_message (created_at);

-- A row is a stream of scores that was in alarm, and the first day (yyyymmdd) of the last week in which it was.
create table warned_stream (
  stream text not null primary key,
  week integer not null
);
