-- Messages to other systems: who is told of what, and what waits to be told. A message is written in the transaction of what it tells of.

-- A row is an address that is told of events. events: JSON array of their names; surveys: JSON array of keys, null for all. secret,
-- earlier_secret: encrypted; the earlier one signs too until earlier_until. paused: why nothing is sent (hand, gone), null while it is.
create table webhook (
  id varchar(40) collate Latin1_General_BIN2 not null primary key,
  name nvarchar(200) not null,
  url nvarchar(2000) not null,
  events nvarchar(1000) not null,
  surveys nvarchar(max) null,
  secret varchar(400) not null,
  earlier_secret varchar(400) null,
  earlier_until bigint null,
  paused varchar(20) null,
  created_at bigint not null
);

-- A row is one event for one address. response: of response.stored, whose content is read when it is sent, so that nothing of an erased
-- response waits here; content: JSON of every other. state: waiting, delivered, failed (given up), dropped (there is nothing to tell any more).
-- due_at: when it is tried next, and while it is being tried until when; null when it is not waiting. answered: the last status code.
create table webhook_message (
  seq bigint identity(1,1) not null primary key,
  message_id varchar(40) collate Latin1_General_BIN2 not null,
  webhook varchar(40) collate Latin1_General_BIN2 not null references webhook (id),
  event varchar(40) not null,
  survey int null,
  response uniqueidentifier null,
  content nvarchar(max) null,
  created_at bigint not null,
  state varchar(20) not null,
  attempts int not null,
  due_at bigint null,
  answered int null,
  fault varchar(40) null,
  settled_at bigint null
);
create index webhook_message_due on webhook_message (due_at, webhook);
create index webhook_message_webhook on webhook_message (webhook, seq);
create index webhook_message_created on webhook_message (created_at);

-- A row is a stream of scores that was in alarm, and the first day (yyyymmdd) of the last week in which it was.
create table warned_stream (
  stream nvarchar(400) collate Latin1_General_BIN2 not null primary key,
  week int not null
);
