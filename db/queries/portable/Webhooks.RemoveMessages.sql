-- Touches one row per message for an address: it goes, told or not.
delete from webhook_message
where webhook = @Webhook
