-- A store as the last version before migration 0010 left it, filled through its own API. What it said then: {"recommend": {"n": 13, "estimate": -53.84615384615385}, "journeyPass": {"n": null, "estimate": null, "status": "withheld"}, "trust": {"n": 10, "estimate": 49.3}, "responses": 27, "comments": 10, "keys": 1, "fresh": 0}
CREATE TABLE api_key (
  id text not null primary key,
  name text not null,
  scope text not null,
  audience text null,
  origins text not null,
  hash text not null unique,
  created_at integer not null,
  expires_at integer null,
  revoked_at integer null
) without rowid;
INSERT INTO "api_key" VALUES('01a20495d92a745cbb43252570ce36e9','kept','ingest','customer','[]','cf6b5acb39aa05f070f61bbab9ed9a5c4d89efcc6520acde8cc113d9221f0fcf',1795373259050,NULL,NULL);
CREATE TABLE catalogue_stamp (
  id integer not null primary key check (id = 1),
  version integer not null
);
INSERT INTO "catalogue_stamp" VALUES(1,9);
CREATE TABLE cohort (
  id integer not null primary key,
  survey integer not null references survey (id),
  is_test integer not null,
  signature text not null unique
);
INSERT INTO "cohort" VALUES(1,3,0,'267c23695b6e8fc29bd88b9f5d1962d3d208fa9c2fafd974614e6ab3b84fa55c');
INSERT INTO "cohort" VALUES(2,3,0,'10e5c542049bca7480893368c05bb317fd828ad6351ddcc264f2c5efee352def');
INSERT INTO "cohort" VALUES(3,4,0,'f98b1b2992c5dc9091adc90011ca5c59f5150e8e2a1f24089a051b1b02c1b516');
INSERT INTO "cohort" VALUES(4,1,0,'c977dbe785221d34114d345fdf8ff4e18bb4af66750751dbea29407f9738735f');
INSERT INTO "cohort" VALUES(5,2,0,'6bc54f13bea593dc5e1c8e6b16249e669d1ce99cbeac65f2a10f36e1d86f1fd4');
CREATE TABLE cohort_value (
  cohort integer not null references cohort (id),
  dimension text not null,
  value text not null,
  primary key (cohort, dimension)
) without rowid;
INSERT INTO "cohort_value" VALUES(2,'channel','web');
INSERT INTO "cohort_value" VALUES(3,'unit','north');
CREATE TABLE comment (
  seq integer not null primary key,
  response integer not null references response (seq),
  variable integer not null references variable (id),
  text text not null
);
INSERT INTO "comment" VALUES(1,1,14,'The queue at the counter was long.');
INSERT INTO "comment" VALUES(2,4,14,'The queue at the counter was long.');
INSERT INTO "comment" VALUES(3,7,14,'The queue at the counter was long.');
INSERT INTO "comment" VALUES(4,10,14,'The queue at the counter was long.');
INSERT INTO "comment" VALUES(5,13,14,'The queue at the counter was long.');
INSERT INTO "comment" VALUES(6,15,23,'Nobody explains why.');
INSERT INTO "comment" VALUES(7,16,23,'Nobody explains why.');
INSERT INTO "comment" VALUES(8,17,23,'Nobody explains why.');
INSERT INTO "comment" VALUES(9,27,2,'The lift is broken.');
INSERT INTO "comment" VALUES(10,28,7,'The lift is broken.');
CREATE TABLE computed_rows (
  question text not null primary key,
  fingerprint text not null,
  first_day integer not null,
  past_day integer not null,
  computed_at integer not null,
  figures text not null
);
CREATE TABLE initiative (
  initiative_key text not null primary key,
  title text not null,
  start_day integer not null,
  way_points text not null
) without rowid;
CREATE TABLE initiative_unit (
  initiative text not null references initiative (initiative_key),
  unit text not null references unit (code),
  primary key (initiative, unit)
) without rowid;
CREATE TABLE invitation (
  survey integer not null references survey (id),
  cohort integer not null references cohort (id),
  day integer not null,
  n integer not null,
  primary key (survey, cohort, day)
) without rowid;
CREATE TABLE invitation_code (
  survey integer not null references survey (id),
  hash text not null,
  used integer not null,
  primary key (survey, hash)
) without rowid;
INSERT INTO "invitation_code" VALUES(4,'1abf2bea0860e212e9bd2fa16daeb77d',1);
INSERT INTO "invitation_code" VALUES(4,'3372cf1fda4a874cd00803d6c50899e4',1);
INSERT INTO "invitation_code" VALUES(4,'6ccf202ff19c4eb97a87c0cb4581de94',0);
INSERT INTO "invitation_code" VALUES(4,'7e69a747d3ab7e5c381e44f359b9c278',1);
INSERT INTO "invitation_code" VALUES(4,'857792aa35a19a0dc44b30c09c3d2c4f',1);
INSERT INTO "invitation_code" VALUES(4,'94b84be2468fd86b7ab605797db4281b',1);
INSERT INTO "invitation_code" VALUES(4,'a878838ab529b670e4f77c93eba1bb1a',1);
INSERT INTO "invitation_code" VALUES(4,'ac115c86d3972e74d68dae59be47248e',0);
INSERT INTO "invitation_code" VALUES(4,'bca2cddd453e66d819a5d4c9f096ae16',1);
INSERT INTO "invitation_code" VALUES(4,'ca636a01da3977b0b81622c7104f5d4d',1);
INSERT INTO "invitation_code" VALUES(4,'d274e385b95d8dfdf470cb6388b43419',1);
INSERT INTO "invitation_code" VALUES(4,'d32cbf98b5b27fbd8056234a8cf61bc3',1);
INSERT INTO "invitation_code" VALUES(4,'d9d98d3d358b41e5afe9fa0e2e2ec05d',1);
INSERT INTO "invitation_code" VALUES(4,'f8fa0e70429b21e789d5faa87159a11b',1);
CREATE TABLE ledger (
  seq integer not null primary key,
  logged_at integer not null,
  day integer not null,
  key_id text null,
  operation text not null,
  indicator text null,
  period text null,
  filter text null,
  status text not null,
  released integer not null,
  withheld integer not null,
  detail text null
);
INSERT INTO "ledger" VALUES(1,1795373260278,20261122,'setting','ReleasePeriod',NULL,'2026-04',NULL,'published',2,0,'{"survey":"pulse","candidates":2,"released":2,"refused":0,"protectedSets":1,"primes":["2305843009213693951","2147483647"],"seconds":0.627,"hash":"8427bf4a95b953df345e65b9a9007cd4850d1c39f83fd4504a51c93cdc91ba49"}');
INSERT INTO "ledger" VALUES(2,1795373263779,20261122,'setting','ReadIndicator','trust','2026-04','{"survey":["pulse"]}','answered',1,0,NULL);
CREATE TABLE outcome (
  name text not null,
  unit text not null references unit (code),
  period integer not null,
  value real not null,
  primary key (name, unit, period)
) without rowid;
CREATE TABLE released_base (
  survey integer not null references survey (id),
  period integer not null,
  base text not null,
  content text not null,
  primary key (survey, period, base)
) without rowid;
INSERT INTO "released_base" VALUES(4,202604,'comment','{"slots":[],"cells":[]}');
INSERT INTO "released_base" VALUES(4,202604,'invited','{"slots":[],"cells":[]}');
INSERT INTO "released_base" VALUES(4,202604,'response','{"slots":[[25,0,1]],"cells":[[null,[],12,[0,12]]]}');
INSERT INTO "released_base" VALUES(4,202604,'trust','{"slots":[[19,2,1],[19,3,1],[19,4,1],[19,5,1],[19,6,1],[20,3,1],[20,4,1],[20,5,1],[20,6,1],[21,4,1],[22,1,1],[22,2,1],[22,3,1],[22,4,1],[22,5,1],[22,6,1],[22,7,1],[24,4000006,1],[24,4000009,1],[24,4000010,1],[24,4000011,1],[24,4000012,1],[24,4000013,1],[24,4000014,1],[24,4000015,1]],"cells":[[null,[],12,[0,3,1,3,2,2,3,2,4,2,5,3,6,3,7,3,8,3,9,12,10,2,11,2,12,2,13,2,14,2,15,1,16,1,17,1,18,1,19,1,20,2,21,2,22,1,23,2,24,2]]]}');
CREATE TABLE released_comment (
  survey integer not null references survey (id),
  period integer not null,
  place integer not null,
  unit text null,
  item text null,
  kind text null,
  language text null,
  text text not null,
  primary key (survey, period, place)
);
CREATE TABLE released_rows (
  survey integer not null references survey (id),
  period integer not null,
  question text not null,
  figures text not null,
  primary key (survey, period, question)
) without rowid;
CREATE TABLE response (
  seq integer not null primary key,
  id blob not null unique,
  content_hash integer null,
  survey integer null,
  version integer null,
  day integer null,
  period integer null,
  cohort integer null,
  answered_at integer null,
  delay integer null,
  language text null,
  respondent text null,
  weight integer null,
  answers text null,
  erased integer not null
);
INSERT INTO "response" VALUES(1,X'0195A1B2000070008000000000000000',7192501344472874414,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":1,"nps":0,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(2,X'0195A1B2000070008000000000000001',-5343969409704537317,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":2,"nps":3,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(3,X'0195A1B2000070008000000000000002',-6262162736513666295,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":3,"nps":6,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(4,X'0195A1B2000070008000000000000003',-2666845746850949472,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":4,"nps":9,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(5,X'0195A1B2000070008000000000000004',-3425681697863043255,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":5,"nps":1,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(6,X'0195A1B2000070008000000000000005',705286280728508174,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":1,"nps":4,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(7,X'0195A1B2000070008000000000000006',5195606037569294272,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":2,"nps":7,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(8,X'0195A1B2000070008000000000000007',-3716763606521726098,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":3,"nps":10,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(9,X'0195A1B2000070008000000000000008',8203024422133002573,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":4,"nps":2,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(10,X'0195A1B2000070008000000000000009',-7244283285571302916,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":5,"nps":5,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(11,X'0195A1B200007000800000000000000A',-2049471247335269871,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":1,"nps":8,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(12,X'0195A1B200007000800000000000000B',6649172254982538614,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":2,"nps":0,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(13,X'0195A1B200007000800000000000000C',-4931981992870119620,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":3,"nps":3,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(14,X'0195A1B200007000800000000000000D',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "response" VALUES(15,X'AF8F6BDD21988497C146F301C75D0811',-5187004686733773612,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":1,"reliability":3,"transparency":4}',0);
INSERT INTO "response" VALUES(16,X'07DEA68439D30F96B7848D34C22E6CB3',-1868962397131397391,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":2,"reliability":4,"transparency":4}',0);
INSERT INTO "response" VALUES(17,X'0A42BE86374B16F90C42CC9AED86C1A9',-8646858890439367134,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":3,"reliability":5,"transparency":4}',0);
INSERT INTO "response" VALUES(18,X'54829B5A66B085C4E12C4A10B3A4184E',4583097974129059117,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":4,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(19,X'190E8B6D4075766829C534AA063D86F9',-644042044505069292,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":5,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(20,X'2C124D32A1BA92CDCFE55D5BFFD5BDA0',-3086638835559012729,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":6,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(21,X'5D86DF1642BA304989571298D9EE7854',-6064696174815049429,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":7,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(22,X'4B23C7A12FDBF459CDD0992DA445BE86',2949347853380979923,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":1,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(23,X'2BB36247A4ACB441065931D57A5E2C07',-1788562317691764372,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":2,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(24,X'F8EBC67FA6F92A96298F1A3AB40D9AC6',-5748927831839520476,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":3,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(25,X'6647BA53B8808142ACB43BBB4AD6AE82',-4573895038772090094,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":4,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(26,X'C18A963CC9187CAEAE9B04C4529B6215',-3935964149770954409,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":5,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(27,X'0195A1B2000070008000000000000200',-8881441213985633954,1,1,20261122,0,4,1795373259571,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(28,X'59CD3A0504EC3F06F1935CFBEB379C7A',1471685681317011765,2,1,20261122,202611,5,NULL,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
CREATE TABLE schema_migration (
  name varchar(200) not null primary key,
  ran_at bigint not null
);
INSERT INTO "schema_migration" VALUES('0001_first.sql',1795373256975);
INSERT INTO "schema_migration" VALUES('0002_organisation.sql',1795373257001);
INSERT INTO "schema_migration" VALUES('0003_changes.sql',1795373257003);
INSERT INTO "schema_migration" VALUES('0004_computed.sql',1795373257010);
INSERT INTO "schema_migration" VALUES('0005_releases.sql',1795373257021);
INSERT INTO "schema_migration" VALUES('0006_ledger.sql',1795373257034);
INSERT INTO "schema_migration" VALUES('0007_released_comments.sql',1795373257039);
INSERT INTO "schema_migration" VALUES('0008_updates.sql',1795373257042);
INSERT INTO "schema_migration" VALUES('0009_webhooks.sql',1795373257058);
CREATE TABLE setting (
  name text not null primary key,
  value text not null
) without rowid;
INSERT INTO "setting" VALUES('secret','F90557E71A5BF9DE34FFFECC92D3BD103225B24A312D1E23A08C54F035F5277E');
INSERT INTO "setting" VALUES('secret-mark','7DEB3982E72B0D957201DFD9DB388EDB2A1918DAD02AD2CBA5AC94B4D3B21C2C');
INSERT INTO "setting" VALUES('time-zone','UTC');
CREATE TABLE survey (
  id integer not null primary key,
  survey_key text not null unique,
  audience text not null,
  grid text not null,
  access text not null,
  minimum_group integer null,
  closed integer not null
);
INSERT INTO "survey" VALUES(1,'_feedback-customer','customer','none','open',NULL,0);
INSERT INTO "survey" VALUES(2,'_feedback-employee','employee','month','open',10,0);
INSERT INTO "survey" VALUES(3,'airport','customer','none','open',NULL,0);
INSERT INTO "survey" VALUES(4,'pulse','employee','month','code',10,0);
CREATE TABLE survey_day (
  survey integer not null references survey (id),
  day integer not null,
  updated_at integer not null,
  primary key (survey, day)
) without rowid;
INSERT INTO "survey_day" VALUES(1,20261122,1795373260086);
INSERT INTO "survey_day" VALUES(2,20261122,1795373260086);
INSERT INTO "survey_day" VALUES(3,20260310,1795373260086);
INSERT INTO "survey_day" VALUES(3,20260311,1795373260086);
INSERT INTO "survey_day" VALUES(3,20260312,1795373260086);
INSERT INTO "survey_day" VALUES(4,20260410,1795373260086);
CREATE TABLE survey_dimension (
  survey integer not null references survey (id),
  position integer not null,
  name text not null,
  primary key (survey, position)
) without rowid;
INSERT INTO "survey_dimension" VALUES(1,0,'unit');
INSERT INTO "survey_dimension" VALUES(1,1,'channel');
INSERT INTO "survey_dimension" VALUES(1,2,'page');
INSERT INTO "survey_dimension" VALUES(1,3,'topic');
INSERT INTO "survey_dimension" VALUES(2,0,'unit');
INSERT INTO "survey_dimension" VALUES(2,1,'channel');
INSERT INTO "survey_dimension" VALUES(2,2,'page');
INSERT INTO "survey_dimension" VALUES(2,3,'topic');
INSERT INTO "survey_dimension" VALUES(3,0,'unit');
INSERT INTO "survey_dimension" VALUES(3,1,'channel');
INSERT INTO "survey_dimension" VALUES(4,0,'unit');
INSERT INTO "survey_dimension" VALUES(4,1,'channel');
CREATE TABLE survey_period (
  survey integer not null references survey (id),
  period integer not null,
  first_day integer not null,
  past_day integer not null,
  state text not null check (state in ('closed', 'merged', 'released')),
  merged_into integer null,
  closed_at integer not null,
  closed_by text null,
  released_at integer null,
  hash text null,
  frozen text null,
  summary text null,
  primary key (survey, period)
) without rowid;
INSERT INTO "survey_period" VALUES(2,202604,20260401,20260501,'merged',202605,1795373259616,'setting',NULL,NULL,NULL,NULL);
INSERT INTO "survey_period" VALUES(4,202604,20260401,20260501,'released',NULL,1795373259623,'setting',1795373260238,'8427bf4a95b953df345e65b9a9007cd4850d1c39f83fd4504a51c93cdc91ba49','{"units":[{"code":"company","name":"Company","parent":null,"headcount":5,"retired":0,"isRetired":false},{"code":"north","name":"North","parent":"company","headcount":30,"retired":0,"isRetired":false}],"listed":{"channel":[null]},"bases":{"comment":[],"response":[25],"trust":[19,20,21,22,24]}}','{"people":12,"seconds":0.59169,"bases":{"comment":{"people":3,"candidates":0,"released":0,"refused":0,"protectedSets":1,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"response":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"trust":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]}}}');
CREATE TABLE survey_version (
  survey integer not null references survey (id),
  version integer not null,
  definition text not null,
  published_at integer not null,
  primary key (survey, version)
) without rowid;
INSERT INTO "survey_version" VALUES(1,1,'{"audience":"customer","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795373257387);
INSERT INTO "survey_version" VALUES(2,1,'{"audience":"employee","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795373257601);
INSERT INTO "survey_version" VALUES(3,1,'{"audience":"customer","title":"Airport survey","dimensions":["channel"],"items":[{"code":"clean","kind":"rating","text":"Cleanliness","low":1,"high":5,"measures":"experience","touchpoint":"cleanliness"},{"code":"nps","kind":"rating","text":"Recommend?","low":0,"high":10,"measures":"recommend"},{"code":"used","kind":"choice","text":"Used?","options":[{"code":"wifi","text":"Wifi"},{"code":"lounge","text":"Lounge"}],"multiple":true},{"code":"why","kind":"text","text":"Why?"}]}',1795373258910);
INSERT INTO "survey_version" VALUES(4,1,'{"audience":"employee","title":"Pulse","dimensions":["channel"],"items":[{"code":"capability","kind":"rating","text":"capability","low":1,"high":7,"measures":"trust.capability"},{"code":"reliability","kind":"rating","text":"reliability","low":1,"high":7,"measures":"trust.reliability"},{"code":"transparency","kind":"rating","text":"transparency","low":1,"high":7,"measures":"trust.transparency"},{"code":"humanity","kind":"rating","text":"humanity","low":1,"high":7,"measures":"trust.humanity"},{"code":"why","kind":"text","text":"Why?"}],"access":"code"}',1795373258960);
CREATE TABLE tally (
  variable integer not null,
  grain integer not null,
  cohort integer not null,
  start integer not null,
  period integer not null,
  value integer not null,
  complete integer not null,
  n integer not null,
  weight integer not null,
  squared_weight integer not null,
  primary key (variable, grain, cohort, start, period, value, complete)
) without rowid;
INSERT INTO "tally" VALUES(1,1,4,20261122,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(1,1,4,20261122,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(1,2,4,202611,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(1,2,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(1,3,4,2026,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(1,3,4,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(4,1,4,20261122,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(4,2,4,202611,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(4,3,4,2026,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(6,1,5,20261122,202611,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(6,1,5,20261122,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(6,2,5,202611,202611,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(6,2,5,202611,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(6,3,5,2026,202611,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(6,3,5,2026,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(9,1,5,20261122,202611,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(9,2,5,202611,202611,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(9,3,5,2026,202611,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,1,20260310,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,1,20260310,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,1,20260310,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,1,20260311,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,1,20260311,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,1,20260312,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,1,20260312,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,2,20260310,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,2,20260310,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,2,20260311,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,2,20260311,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,2,20260311,0,4,1,0,0,0);
INSERT INTO "tally" VALUES(11,1,2,20260312,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,2,20260312,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,2,1,202603,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(11,2,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,2,1,202603,0,3,1,2,20000,200000000);
INSERT INTO "tally" VALUES(11,2,1,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,2,1,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,2,2,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,2,2,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(11,2,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,2,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,2,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,3,1,2026,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(11,3,1,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,3,1,2026,0,3,1,2,20000,200000000);
INSERT INTO "tally" VALUES(11,3,1,2026,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,3,1,2026,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,3,2,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,3,2,2026,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(11,3,2,2026,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,3,2,2026,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,3,2,2026,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,1,20260310,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,1,20260310,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,1,20260310,0,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,1,20260311,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,1,20260311,0,8,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,1,20260312,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,1,20260312,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,2,20260310,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,2,20260310,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,2,20260311,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,2,20260311,0,6,1,0,0,0);
INSERT INTO "tally" VALUES(12,1,2,20260311,0,10,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,2,20260312,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,1,2,20260312,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,1,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,1,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,1,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,1,202603,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,1,202603,0,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,1,202603,0,8,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,2,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,2,202603,0,6,1,0,0,0);
INSERT INTO "tally" VALUES(12,2,2,202603,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,2,2,202603,0,10,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,1,2026,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,1,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,1,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,1,2026,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,1,2026,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,1,2026,0,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,1,2026,0,8,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,2,2026,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,2,2026,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,2,2026,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,2,2026,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,2,2026,0,6,1,0,0,0);
INSERT INTO "tally" VALUES(12,3,2,2026,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(12,3,2,2026,0,10,1,1,10000,100000000);
INSERT INTO "tally" VALUES(13,1,1,20260310,0,-1,1,3,30000,300000000);
INSERT INTO "tally" VALUES(13,1,1,20260310,0,0,1,3,30000,300000000);
INSERT INTO "tally" VALUES(13,1,1,20260311,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,1,20260311,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,1,20260312,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,1,20260312,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260310,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260310,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260310,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260311,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260311,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260311,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260312,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260312,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,1,2,20260312,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(13,2,1,202603,0,-1,1,7,70000,700000000);
INSERT INTO "tally" VALUES(13,2,1,202603,0,0,1,7,70000,700000000);
INSERT INTO "tally" VALUES(13,2,2,202603,0,-1,1,6,60000,600000000);
INSERT INTO "tally" VALUES(13,2,2,202603,0,0,1,6,60000,600000000);
INSERT INTO "tally" VALUES(13,2,2,202603,0,1,1,6,60000,600000000);
INSERT INTO "tally" VALUES(13,3,1,2026,0,-1,1,7,70000,700000000);
INSERT INTO "tally" VALUES(13,3,1,2026,0,0,1,7,70000,700000000);
INSERT INTO "tally" VALUES(13,3,2,2026,0,-1,1,6,60000,600000000);
INSERT INTO "tally" VALUES(13,3,2,2026,0,0,1,6,60000,600000000);
INSERT INTO "tally" VALUES(13,3,2,2026,0,1,1,6,60000,600000000);
INSERT INTO "tally" VALUES(15,1,1,20260310,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260310,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260310,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260311,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260311,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260312,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260312,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260310,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260310,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260311,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260311,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260311,0,1000003,1,0,0,0);
INSERT INTO "tally" VALUES(15,1,2,20260312,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260312,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,1000000,1,2,20000,200000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,1000002,1,2,20000,200000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,1000000,1,2,20000,200000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,1000002,1,2,20000,200000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(16,1,1,20260310,0,0,1,3,30000,300000000);
INSERT INTO "tally" VALUES(16,1,1,20260311,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,1,20260312,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260310,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260311,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260312,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,2,1,202603,0,0,1,7,70000,700000000);
INSERT INTO "tally" VALUES(16,2,2,202603,0,0,1,6,60000,600000000);
INSERT INTO "tally" VALUES(16,3,1,2026,0,0,1,7,70000,700000000);
INSERT INTO "tally" VALUES(16,3,2,2026,0,0,1,6,60000,600000000);
INSERT INTO "tally" VALUES(18,1,1,20260310,0,1000000,1,3,30000,300000000);
INSERT INTO "tally" VALUES(18,1,1,20260311,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,1,20260311,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,1,20260312,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,1,20260312,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,2,20260310,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(18,1,2,20260311,0,1000000,1,2,20000,200000000);
INSERT INTO "tally" VALUES(18,1,2,20260311,0,1000001,1,0,0,0);
INSERT INTO "tally" VALUES(18,1,2,20260312,0,1000000,1,2,20000,200000000);
INSERT INTO "tally" VALUES(18,2,1,202603,0,1000000,1,5,50000,500000000);
INSERT INTO "tally" VALUES(18,2,1,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(18,2,2,202603,0,1000000,1,4,40000,400000000);
INSERT INTO "tally" VALUES(18,2,2,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(18,3,1,2026,0,1000000,1,5,50000,500000000);
INSERT INTO "tally" VALUES(18,3,1,2026,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(18,3,2,2026,0,1000000,1,4,40000,400000000);
INSERT INTO "tally" VALUES(18,3,2,2026,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,1,3,20260410,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(19,1,3,20260410,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(19,1,3,20260410,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,1,3,20260410,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,1,3,20260410,202604,6,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,2,3,202604,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(19,2,3,202604,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(19,2,3,202604,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,2,3,202604,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,2,3,202604,202604,6,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,3,3,2026,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(19,3,3,2026,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(19,3,3,2026,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,3,3,2026,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,3,3,2026,202604,6,1,2,20000,200000000);
INSERT INTO "tally" VALUES(20,1,3,20260410,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,1,3,20260410,202604,4,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,1,3,20260410,202604,5,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,1,3,20260410,202604,6,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,2,3,202604,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,2,3,202604,202604,4,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,2,3,202604,202604,5,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,2,3,202604,202604,6,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,3,3,2026,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,3,3,2026,202604,4,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,3,3,2026,202604,5,1,3,30000,300000000);
INSERT INTO "tally" VALUES(20,3,3,2026,202604,6,1,3,30000,300000000);
INSERT INTO "tally" VALUES(21,1,3,20260410,202604,4,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(21,2,3,202604,202604,4,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(21,3,3,2026,202604,4,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(22,1,3,20260410,202604,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,3,20260410,202604,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,3,20260410,202604,3,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,3,20260410,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,3,20260410,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,3,20260410,202604,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(22,1,3,20260410,202604,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(22,2,3,202604,202604,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,3,202604,202604,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,3,202604,202604,3,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,3,202604,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,3,202604,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,3,202604,202604,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(22,2,3,202604,202604,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(22,3,3,2026,202604,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,3,2026,202604,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,3,2026,202604,3,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,3,2026,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,3,2026,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,3,2026,202604,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(22,3,3,2026,202604,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4000006,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4000009,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4000010,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4000011,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4000012,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4000013,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4000014,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4000015,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4000006,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4000009,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4000010,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4000011,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4000012,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4000013,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4000014,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4000015,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4000006,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4000009,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4000010,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4000011,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4000012,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4000013,1,1,10000,100000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4000014,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4000015,1,2,20000,200000000);
INSERT INTO "tally" VALUES(25,1,3,20260410,202604,0,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(25,2,3,202604,202604,0,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(25,3,3,2026,202604,0,1,12,120000,1200000000);
CREATE TABLE tally_change (
  seq integer not null primary key,
  variable integer not null,
  cohort integer not null,
  start integer not null,
  period integer not null,
  value integer not null,
  complete integer not null,
  n integer not null,
  weight integer not null,
  squared_weight integer not null
);
INSERT INTO "tally_change" VALUES(1,1,4,202611,0,-1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(2,1,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(3,4,4,202611,0,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(4,6,5,202611,202611,-1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(5,6,5,202611,202611,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(6,9,5,202611,202611,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(7,11,1,202603,0,1,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(8,11,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(9,11,1,202603,0,3,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(10,11,1,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(11,11,1,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(12,11,2,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(13,11,2,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(14,11,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(15,11,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(16,11,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(17,12,1,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(18,12,1,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(19,12,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(20,12,1,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(21,12,1,202603,0,6,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(22,12,1,202603,0,7,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(23,12,1,202603,0,8,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(24,12,2,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(25,12,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(26,12,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(27,12,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(28,12,2,202603,0,6,1,0,0,0);
INSERT INTO "tally_change" VALUES(29,12,2,202603,0,9,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(30,12,2,202603,0,10,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(31,13,1,202603,0,-1,1,7,70000,700000000);
INSERT INTO "tally_change" VALUES(32,13,1,202603,0,0,1,7,70000,700000000);
INSERT INTO "tally_change" VALUES(33,13,2,202603,0,-1,1,6,60000,600000000);
INSERT INTO "tally_change" VALUES(34,13,2,202603,0,0,1,6,60000,600000000);
INSERT INTO "tally_change" VALUES(35,13,2,202603,0,1,1,6,60000,600000000);
INSERT INTO "tally_change" VALUES(36,15,1,202603,0,1000000,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(37,15,1,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(38,15,1,202603,0,1000002,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(39,15,1,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(40,15,1,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(41,15,2,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(42,15,2,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(43,15,2,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(44,15,2,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(45,15,2,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(46,16,1,202603,0,0,1,7,70000,700000000);
INSERT INTO "tally_change" VALUES(47,16,2,202603,0,0,1,6,60000,600000000);
INSERT INTO "tally_change" VALUES(48,18,1,202603,0,1000000,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(49,18,1,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(50,18,2,202603,0,1000000,1,4,40000,400000000);
INSERT INTO "tally_change" VALUES(51,18,2,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(52,19,3,202604,202604,2,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(53,19,3,202604,202604,3,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(54,19,3,202604,202604,4,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(55,19,3,202604,202604,5,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(56,19,3,202604,202604,6,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(57,20,3,202604,202604,3,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(58,20,3,202604,202604,4,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(59,20,3,202604,202604,5,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(60,20,3,202604,202604,6,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(61,21,3,202604,202604,4,1,12,120000,1200000000);
INSERT INTO "tally_change" VALUES(62,22,3,202604,202604,1,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(63,22,3,202604,202604,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(64,22,3,202604,202604,3,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(65,22,3,202604,202604,4,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(66,22,3,202604,202604,5,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(67,22,3,202604,202604,6,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(68,22,3,202604,202604,7,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(69,24,3,202604,202604,4000006,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(70,24,3,202604,202604,4000009,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(71,24,3,202604,202604,4000010,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(72,24,3,202604,202604,4000011,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(73,24,3,202604,202604,4000012,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(74,24,3,202604,202604,4000013,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(75,24,3,202604,202604,4000014,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(76,24,3,202604,202604,4000015,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(77,25,3,202604,202604,0,1,12,120000,1200000000);
CREATE TABLE tally_fresh (
  seq integer not null primary key,
  variable integer not null,
  cohort integer not null,
  day integer not null,
  period integer not null,
  value integer not null,
  complete integer not null,
  n integer not null,
  weight integer not null,
  squared_weight integer not null
);
CREATE TABLE target (
  audience text not null,
  indicator text not null,
  measure text not null,
  unit text not null,
  direction text not null,
  value real not null,
  until_day integer not null,
  primary key (audience, indicator, measure, unit)
) without rowid;
CREATE TABLE unit (
  code text not null primary key,
  name text not null,
  parent text null,
  headcount integer null,
  retired integer not null
, changed_at integer null) without rowid;
INSERT INTO "unit" VALUES('company','Company',NULL,5,0,1795373258996);
INSERT INTO "unit" VALUES('north','North','company',30,0,1795373258996);
CREATE TABLE variable (
  id integer not null primary key,
  survey integer not null references survey (id),
  kind text not null check (kind in ('response', 'item', 'scale', 'journey', 'delay')),
  name text not null,
  items integer not null,
  low integer not null,
  high integer not null,
  reversed integer not null,
  measure text null,
  touchpoint text null,
  unique (survey, kind, name, items, low, high)
);
INSERT INTO "variable" VALUES(1,1,'item','kind',2,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(2,1,'item','text',4,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(3,1,'item','rating',1,1,5,0,NULL,NULL);
INSERT INTO "variable" VALUES(4,1,'response','response',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(5,1,'delay','delay',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(6,2,'item','kind',2,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(7,2,'item','text',4,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(8,2,'item','rating',1,1,5,0,NULL,NULL);
INSERT INTO "variable" VALUES(9,2,'response','response',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(10,2,'delay','delay',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(11,3,'item','clean',1,1,5,0,'experience','cleanliness');
INSERT INTO "variable" VALUES(12,3,'item','nps',1,0,10,0,'recommend',NULL);
INSERT INTO "variable" VALUES(13,3,'item','used',3,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(14,3,'item','why',4,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(15,3,'scale','experience',1,1,5,0,NULL,NULL);
INSERT INTO "variable" VALUES(16,3,'response','response',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(17,3,'delay','delay',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(18,3,'journey','journey',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(19,4,'item','capability',1,1,7,0,'trust.capability',NULL);
INSERT INTO "variable" VALUES(20,4,'item','reliability',1,1,7,0,'trust.reliability',NULL);
INSERT INTO "variable" VALUES(21,4,'item','transparency',1,1,7,0,'trust.transparency',NULL);
INSERT INTO "variable" VALUES(22,4,'item','humanity',1,1,7,0,'trust.humanity',NULL);
INSERT INTO "variable" VALUES(23,4,'item','why',4,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(24,4,'scale','trust',4,1,7,0,NULL,NULL);
INSERT INTO "variable" VALUES(25,4,'response','response',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(26,4,'delay','delay',0,0,0,0,NULL,NULL);
CREATE TABLE variable_option (
  variable integer not null references variable (id),
  number integer not null,
  code text not null,
  primary key (variable, number)
) without rowid;
INSERT INTO "variable_option" VALUES(1,0,'idea');
INSERT INTO "variable_option" VALUES(1,1,'concern');
INSERT INTO "variable_option" VALUES(1,2,'praise');
INSERT INTO "variable_option" VALUES(1,3,'question');
INSERT INTO "variable_option" VALUES(6,0,'idea');
INSERT INTO "variable_option" VALUES(6,1,'concern');
INSERT INTO "variable_option" VALUES(6,2,'praise');
INSERT INTO "variable_option" VALUES(6,3,'question');
INSERT INTO "variable_option" VALUES(13,0,'wifi');
INSERT INTO "variable_option" VALUES(13,1,'lounge');
CREATE TABLE warned_stream (
  stream text not null primary key,
  week integer not null
);
CREATE TABLE webhook (
  id text not null primary key,
  name text not null,
  url text not null,
  events text not null,
  surveys text null,
  secret text not null,
  earlier_secret text null,
  earlier_until integer null,
  paused text null,
  created_at integer not null
);
CREATE TABLE webhook_message (
  seq integer not null primary key,
  message_id text not null,
  webhook text not null references webhook (id),
  event text not null,
  survey integer null,
  response blob null,
  content text null,
  created_at integer not null,
  state text not null,
  attempts integer not null,
  due_at integer null,
  answered integer null,
  fault text null,
  settled_at integer null
);
CREATE INDEX response_respondent on response (respondent) where respondent is not null;
CREATE INDEX comment_response on comment (response);
CREATE VIEW answer_row as
select
  r.seq as response,
  r.survey as survey,
  r.version as version,
  r.day as day,
  r.cohort as cohort,
  a.key as item,
  case when a.type = 'null' then 1 else 0 end as skipped,
  cast(a.value as text) as value
from response r, json_each(r.answers) a
where r.erased = 0;
CREATE VIEW item_count as
select t.start as day, t.period as period, t.cohort as cohort, v.survey as survey, v.name as item, t.value as value, t.complete as complete, t.n as n
from tally t
join variable v on v.id = t.variable and v.kind = 'item'
where t.grain = 1
union all
select f.day, f.period, f.cohort, v.survey, v.name, f.value, f.complete, f.n
from tally_fresh f
join variable v on v.id = f.variable and v.kind = 'item';
CREATE VIEW scale_count as
select t.start as day, t.period as period, t.cohort as cohort, v.survey as survey, v.name as scale, v.items as j, v.low as low, v.high as high,
  t.value / 1000000 as answered, t.value % 1000000 + v.low * (t.value / 1000000) as total, t.n as n
from tally t
join variable v on v.id = t.variable and v.kind = 'scale'
where t.grain = 1
union all
select f.day, f.period, f.cohort, v.survey, v.name, v.items, v.low, v.high,
  f.value / 1000000, f.value % 1000000 + v.low * (f.value / 1000000), f.n
from tally_fresh f
join variable v on v.id = f.variable and v.kind = 'scale';
CREATE INDEX ledger_day on ledger (day, seq);
CREATE INDEX ledger_withheld on ledger (day, status, withheld);
CREATE INDEX comment_variable on comment (variable, response);
CREATE INDEX webhook_message_due on webhook_message (webhook, due_at) where due_at is not null;
CREATE INDEX webhook_message_webhook on webhook_message (webhook, seq);
CREATE INDEX webhook_message_created on webhook_message (created_at);
