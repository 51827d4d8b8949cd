-- Touches one row per message that was written before an instant: it goes, told or not.
delete from webhook_message
where created_at < @Before
