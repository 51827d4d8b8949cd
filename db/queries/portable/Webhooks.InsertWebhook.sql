-- One row: an address that is told of events.
insert into webhook (id, name, url, events, surveys, secret, earlier_secret, earlier_until, paused, created_at)
values (@Id, @Name, @Url, @Events, @Surveys, @Secret, null, null, null, @CreatedAt)
