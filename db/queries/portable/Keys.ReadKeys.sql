-- One row per key, revoked ones included, oldest first.
select id as Id, name as Name, scope as Scope, audience as Audience, origins as Origins, hash as Hash,
  created_at as CreatedAt, expires_at as ExpiresAt, revoked_at as RevokedAt, units as Units, rate_limit as RateLimit,
  earlier_hash as EarlierHash, earlier_until as EarlierUntil
from api_key
order by created_at, id
