-- Requests a second that a key may make, from each of its origins; null for what the settings say.
alter table api_key add rate_limit int null;
