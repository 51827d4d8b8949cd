-- Touches one row, if the key lives at @Now: another secret takes the place of the one so far, which is good too until @EarlierUntil.
update api_key
set earlier_hash = hash, earlier_until = @EarlierUntil, hash = @Hash
where id = @Id and revoked_at is null and (expires_at is null or expires_at > @Now)
