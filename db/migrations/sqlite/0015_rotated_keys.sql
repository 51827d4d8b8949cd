-- A key gets another secret and keeps its id; and who signed on elsewhere is a line of the ledger like a key.

-- The SHA-256 of the secret before the present one, hexadecimal, and until when it is good too (Unix milliseconds); null where the key was never given another.
alter table api_key add earlier_hash text null;
alter table api_key add earlier_until integer null;

-- oidc: and the subject of the token, where no key of the service was used; key_id is null then.
alter table ledger add caller text null;
