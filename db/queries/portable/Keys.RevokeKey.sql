-- Touches one row, if the key lives.
update api_key
set revoked_at = @RevokedAt
where id = @Id and revoked_at is null
