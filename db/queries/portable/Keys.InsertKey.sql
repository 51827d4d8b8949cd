-- One row: a new key.
insert into api_key (id, name, scope, audience, origins, hash, created_at, expires_at, revoked_at, units, rate_limit)
values (@Id, @Name, @Scope, @Audience, @Origins, @Hash, @CreatedAt, @ExpiresAt, null, @Units, @RateLimit)
