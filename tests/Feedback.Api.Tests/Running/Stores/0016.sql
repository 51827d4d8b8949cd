-- A store as the last version before migration 0017 left it, filled through its own API. What it said then: {"recommend": {"n": 13, "estimate": -53.84615384615385}, "journeyPass": {"n": null, "estimate": null, "status": "withheld"}, "trust": {"n": 10, "estimate": 49.3}, "responses": 27, "comments": 10, "keys": 1, "fresh": 28}
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
, units text null, earlier_hash text null, earlier_until integer null) without rowid;
INSERT INTO "api_key" VALUES('01a20503bd217b6bb5cc5a60b2b28262','kept','ingest','customer','[]','ae031be29ddc7f8c74457b31acbb5edbad1229099bf543a98371397b87277b90',1795380460833,NULL,NULL,NULL,'8edb326e5c977ca7f0d5c8ec65beb55a04a7b965babcb80529b5d03f6aa1f714',1795466860919);
CREATE TABLE catalogue_stamp (
  id integer not null primary key check (id = 1),
  version integer not null
);
INSERT INTO "catalogue_stamp" VALUES(1,11);
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
, language text null, sentiment integer null, topics text null, analysis integer not null default 0, place integer not null default 0, original text null, survey integer null, month integer null, cohort integer null);
INSERT INTO "comment" VALUES(1,1,17,'The queue at the counter was long.','en',0,' waiting channels ',5,3163103769970956880,NULL,3,202603,1);
INSERT INTO "comment" VALUES(2,4,17,'The queue at the counter was long.','en',0,' waiting channels ',5,7998442936755866343,NULL,3,202603,2);
INSERT INTO "comment" VALUES(3,7,17,'The queue at the counter was long.','en',0,' waiting channels ',5,3158890299455259191,NULL,3,202603,1);
INSERT INTO "comment" VALUES(4,10,17,'The queue at the counter was long.','en',0,' waiting channels ',5,5990594889233330724,NULL,3,202603,2);
INSERT INTO "comment" VALUES(5,12,28,'Nobody explains why.','en',0,' competence ',5,2933830100135490971,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(6,13,28,'Nobody explains why.','en',0,' competence ',5,2796213319517982522,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(7,14,28,'Nobody explains why.','en',0,' competence ',5,6821023651859345462,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(8,24,2,'The lift is broken.','en',-4767,NULL,5,5051621102124505908,NULL,1,202611,4);
INSERT INTO "comment" VALUES(9,25,9,'The lift is broken.','en',-4767,NULL,5,1925729372587221426,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(10,28,17,'The queue at the counter was long.','en',0,' waiting channels ',5,5196971024356211819,NULL,NULL,NULL,NULL);
CREATE TABLE computed_rows (
  question text not null primary key,
  fingerprint text not null,
  first_day integer not null,
  past_day integer not null,
  computed_at integer not null,
  figures text not null
);
CREATE TABLE dictionary (
  name text not null primary key,
  number integer not null,
  content text not null,
  changed_at integer not null
) without rowid;
CREATE TABLE flag (
  response integer not null primary key references response (seq),
  flag_key text not null unique,
  survey integer not null references survey (id),
  week integer not null,
  node text null,
  messages integer not null
) without rowid;
INSERT INTO "flag" VALUES(24,'47bb287673e91e8d113d940e23d2e4ab',1,20261116,NULL,0);
INSERT INTO "flag" VALUES(25,'0aa87840ed0413d425033ed2fa529005',2,20261116,NULL,0);
CREATE TABLE flag_message (
  response integer not null references flag (response),
  number integer not null,
  author text not null check (author in ('sender', 'champion')),
  message_key text null,
  text text null,
  week integer not null,
  primary key (response, number)
) without rowid;
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
INSERT INTO "invitation_code" VALUES(4,'291d5095c72f4a1817e6af9eb92cf982',1);
INSERT INTO "invitation_code" VALUES(4,'3ee8263513d4fa4d948c8438f38fc133',0);
INSERT INTO "invitation_code" VALUES(4,'431025213d9d1886602a3fee1f42220d',1);
INSERT INTO "invitation_code" VALUES(4,'77527e0d0e14ccd31f71d957a649aceb',1);
INSERT INTO "invitation_code" VALUES(4,'8c2f39d69b1706f1a372cbbababbbe3e',1);
INSERT INTO "invitation_code" VALUES(4,'8eee7197103db2cccc0ae5591c41502d',1);
INSERT INTO "invitation_code" VALUES(4,'8f4a298000f235e5b4318693645a0921',1);
INSERT INTO "invitation_code" VALUES(4,'9337044692ebcaddeda9d04f5cad1fc2',1);
INSERT INTO "invitation_code" VALUES(4,'b68cad34447395c3e017f6c65bf3ddb0',1);
INSERT INTO "invitation_code" VALUES(4,'bf9fc8da891b68525464c69e3463a6c2',1);
INSERT INTO "invitation_code" VALUES(4,'caed09d06689a4ccb45fbe99c73ea8c9',1);
INSERT INTO "invitation_code" VALUES(4,'cf5a69f39781337665f29b8f7d2fdc35',0);
INSERT INTO "invitation_code" VALUES(4,'d0b53fded05db4cce146cca772390596',1);
INSERT INTO "invitation_code" VALUES(4,'d626f2c317cdf91e63d93c9476d8b773',1);
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
, caller text null);
INSERT INTO "ledger" VALUES(1,1795380460257,20261122,'setting','ReplaceUnits',NULL,NULL,NULL,'done',0,0,'{"target":{}}',NULL);
INSERT INTO "ledger" VALUES(2,1795380460719,20261122,'setting','PublishSurvey',NULL,NULL,NULL,'done',0,0,'{"target":{"key":"airport"}}',NULL);
INSERT INTO "ledger" VALUES(3,1795380460753,20261122,'setting','PublishSurvey',NULL,NULL,NULL,'done',0,0,'{"target":{"key":"pulse"}}',NULL);
INSERT INTO "ledger" VALUES(4,1795380460846,20261122,'setting','MakeKey',NULL,NULL,NULL,'done',0,0,'{"target":{"id":"01a20503bd217b6bb5cc5a60b2b28262"}}',NULL);
INSERT INTO "ledger" VALUES(5,1795380460920,20261122,'setting','RotateKey',NULL,NULL,NULL,'done',0,0,'{"target":{"id":"01a20503bd217b6bb5cc5a60b2b28262"}}',NULL);
INSERT INTO "ledger" VALUES(6,1795380461717,20261122,'setting','EraseResponse',NULL,NULL,NULL,'done',0,0,'{"target":{}}',NULL);
INSERT INTO "ledger" VALUES(7,1795380461731,20261122,'setting','MakeCodes',NULL,NULL,NULL,'done',0,0,'{"target":{"key":"pulse"}}',NULL);
INSERT INTO "ledger" VALUES(8,1795380461972,20261122,'setting','ReleasePeriod',NULL,'2026-04',NULL,'done',0,0,'{"target":{"period":"2026-04"}}',NULL);
INSERT INTO "ledger" VALUES(9,1795380462769,20261122,'setting','ReleasePeriod',NULL,'2026-04',NULL,'published',2,0,'{"survey":"pulse","candidates":2,"released":2,"refused":0,"protectedSets":2,"primes":["2305843009213693951","2147483647"],"seconds":0.766,"hash":"0493b4e80df2e438f6627b91d303bd6f1037089addcf59025a6df2791b9f4c5c"}',NULL);
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
INSERT INTO "released_base" VALUES(4,202604,'comment','{"slots":[[32,2,1],[32,54,1]],"cells":[]}');
INSERT INTO "released_base" VALUES(4,202604,'invited','{"slots":[],"cells":[]}');
INSERT INTO "released_base" VALUES(4,202604,'response','{"slots":[[30,0,1]],"cells":[[null,[],12,[0,12]]]}');
INSERT INTO "released_base" VALUES(4,202604,'topic:13','{"slots":[[-13,2,1]],"cells":[]}');
INSERT INTO "released_base" VALUES(4,202604,'trust','{"slots":[[24,2,1],[24,3,1],[24,4,1],[24,5,1],[24,6,1],[25,3,1],[25,4,1],[25,5,1],[25,6,1],[26,4,1],[27,1,1],[27,2,1],[27,3,1],[27,4,1],[27,5,1],[27,6,1],[27,7,1],[29,4000006,1],[29,4000009,1],[29,4000010,1],[29,4000011,1],[29,4000012,1],[29,4000013,1],[29,4000014,1],[29,4000015,1]],"cells":[[null,[],12,[0,3,1,3,2,2,3,2,4,2,5,3,6,3,7,3,8,3,9,12,10,2,11,2,12,2,13,2,14,2,15,1,16,1,17,1,18,1,19,1,20,2,21,2,22,1,23,2,24,2]]]}');
CREATE TABLE released_comment (
  survey integer not null references survey (id),
  period integer not null,
  place integer not null,
  unit text null,
  item text null,
  kind text null,
  language text null,
  text text not null, sentiment text null, topics text null,
  primary key (survey, period, place)
);
CREATE TABLE released_rows (
  survey integer not null references survey (id),
  period integer not null,
  question text not null,
  figures text not null,
  primary key (survey, period, question)
) without rowid;
CREATE TABLE replica_beat (
  id integer not null primary key check (id = 1),
  sent_at integer not null
);
INSERT INTO "replica_beat" VALUES(1,0);
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
INSERT INTO "response" VALUES(1,X'0195A1B2000070008000000000000000',-8566696835731389746,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":1,"nps":0,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(2,X'0195A1B2000070008000000000000001',8788359288196073,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":2,"nps":3,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(3,X'0195A1B2000070008000000000000002',3712118273674102826,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":3,"nps":6,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(4,X'0195A1B2000070008000000000000003',3028095767748054312,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":4,"nps":9,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(5,X'0195A1B2000070008000000000000004',-1638264669899801991,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":5,"nps":1,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(6,X'0195A1B2000070008000000000000005',2587407208823521729,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":1,"nps":4,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(7,X'0195A1B2000070008000000000000006',6792911129668160082,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":2,"nps":7,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(8,X'0195A1B2000070008000000000000007',-6002382773397054684,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":3,"nps":10,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(9,X'0195A1B2000070008000000000000008',3843014622066941258,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":4,"nps":2,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(10,X'0195A1B2000070008000000000000009',8557899129138481285,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":5,"nps":5,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(11,X'0195A1B200007000800000000000000D',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "response" VALUES(12,X'ACF6509B4332825FF551FF8976DE7348',-5296212916289743061,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":1,"reliability":3,"transparency":4}',0);
INSERT INTO "response" VALUES(13,X'6CD0E134052DFB5F10B995A520F563EF',4870804098780589036,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":2,"reliability":4,"transparency":4}',0);
INSERT INTO "response" VALUES(14,X'1A9710EDC2CA0BD7A536372A90961FA7',6535332616588117611,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":3,"reliability":5,"transparency":4}',0);
INSERT INTO "response" VALUES(15,X'FDCD3DC3A6497C20C6F63DF79375D2F0',257866349376061646,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":4,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(16,X'9E70B979511E8832CB17D305ECCE5083',4990063903318589951,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":5,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(17,X'6DC96A5C070231FFD6DAAE4578D3E9AF',5441571235723926897,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":6,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(18,X'120F611B903D7FDFE4CDAB137A864B71',-1529069628054888891,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":7,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(19,X'0363D5BC377E407C04A08FF49B34A81B',-6694159739887426418,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":1,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(20,X'3DE8C6B292956A3600FC0A7E159024C0',-7513102251351204966,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":2,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(21,X'F613BA097514DD29101A70FA77BF476D',-1849127503499500247,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":3,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(22,X'332F279947CEFA56DB9FF8D464CE3924',8470491805210820333,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":4,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(23,X'C244D9C5C38A2A003CFB8A21BD045FDB',6720273011958057024,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":5,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(24,X'0195A1B2000070008000000000000200',1049757996957157549,1,1,20261122,0,4,1795380461841,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(25,X'BA8F88A4DDB94007E3794A4515924D46',772242294944410174,2,1,20261122,202611,5,NULL,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(26,X'0195A1B200007000800000000000000A',7879378309810239058,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":1,"nps":8,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(27,X'0195A1B200007000800000000000000B',-1506387727268529603,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":2,"nps":0,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(28,X'0195A1B200007000800000000000000C',-3741484807136955145,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":3,"nps":3,"used":["wifi"]}',0);
CREATE TABLE schema_migration (
  name varchar(200) not null primary key,
  ran_at bigint not null
);
INSERT INTO "schema_migration" VALUES('0001_first.sql',1795380457933);
INSERT INTO "schema_migration" VALUES('0002_organisation.sql',1795380457956);
INSERT INTO "schema_migration" VALUES('0003_changes.sql',1795380457970);
INSERT INTO "schema_migration" VALUES('0004_computed.sql',1795380457978);
INSERT INTO "schema_migration" VALUES('0005_releases.sql',1795380457983);
INSERT INTO "schema_migration" VALUES('0006_ledger.sql',1795380457986);
INSERT INTO "schema_migration" VALUES('0007_released_comments.sql',1795380457998);
INSERT INTO "schema_migration" VALUES('0008_updates.sql',1795380458015);
INSERT INTO "schema_migration" VALUES('0009_webhooks.sql',1795380458018);
INSERT INTO "schema_migration" VALUES('0010_imports.sql',1795380458026);
INSERT INTO "schema_migration" VALUES('0011_free_text.sql',1795380458043);
INSERT INTO "schema_migration" VALUES('0012_flags.sql',1795380458050);
INSERT INTO "schema_migration" VALUES('0013_listed_comments.sql',1795380458063);
INSERT INTO "schema_migration" VALUES('0014_counts_by_group.sql',1795380458072);
INSERT INTO "schema_migration" VALUES('0015_rotated_keys.sql',1795380458088);
INSERT INTO "schema_migration" VALUES('0016_replica_beat.sql',1795380458098);
CREATE TABLE setting (
  name text not null primary key,
  value text not null
) without rowid;
INSERT INTO "setting" VALUES('analysis','5');
INSERT INTO "setting" VALUES('probe','1795380459');
INSERT INTO "setting" VALUES('secret','54FD325925533D5F3A6673EAD2907D2D3C271744266E629B9A29250FDB7B7190');
INSERT INTO "setting" VALUES('secret-mark','03E19AAF7123595B69350ECA7A3AE5E793382A3D9DB74F9B968BB11E984377EB');
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
INSERT INTO "survey_day" VALUES(1,20261122,1795380462415);
INSERT INTO "survey_day" VALUES(2,20261122,1795380462415);
INSERT INTO "survey_day" VALUES(3,20260310,1795380462415);
INSERT INTO "survey_day" VALUES(3,20260311,1795380462415);
INSERT INTO "survey_day" VALUES(3,20260312,1795380462415);
INSERT INTO "survey_day" VALUES(4,20260410,1795380462415);
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
CREATE TABLE survey_import (
  survey integer not null references survey (id),
  format text not null,
  map text null,
  secret text null,
  primary key (survey, format)
) without rowid;
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
INSERT INTO "survey_period" VALUES(2,202604,20260401,20260501,'merged',202605,1795380461957,'setting',NULL,NULL,NULL,NULL);
INSERT INTO "survey_period" VALUES(4,202604,20260401,20260501,'released',NULL,1795380461961,'setting',1795380462736,'0493b4e80df2e438f6627b91d303bd6f1037089addcf59025a6df2791b9f4c5c','{"units":[{"code":"company","name":"Company","parent":null,"headcount":5,"retired":0,"isRetired":false},{"code":"north","name":"North","parent":"company","headcount":30,"retired":0,"isRetired":false}],"listed":{"channel":[null]},"bases":{"comment":[32],"response":[30],"topic:13":[-13],"trust":[24,25,26,27,29]}}','{"people":12,"seconds":0.7338226,"bases":{"comment":{"people":3,"candidates":0,"released":0,"refused":0,"protectedSets":1,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"response":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"topic:13":{"people":3,"candidates":0,"released":0,"refused":0,"protectedSets":1,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"trust":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]}}}');
CREATE TABLE survey_version (
  survey integer not null references survey (id),
  version integer not null,
  definition text not null,
  published_at integer not null,
  primary key (survey, version)
) without rowid;
INSERT INTO "survey_version" VALUES(1,1,'{"audience":"customer","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795380458556);
INSERT INTO "survey_version" VALUES(2,1,'{"audience":"employee","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795380458710);
INSERT INTO "survey_version" VALUES(3,1,'{"audience":"customer","title":"Airport survey","dimensions":["channel"],"items":[{"code":"clean","kind":"rating","text":"Cleanliness","low":1,"high":5,"measures":"experience","touchpoint":"cleanliness"},{"code":"nps","kind":"rating","text":"Recommend?","low":0,"high":10,"measures":"recommend"},{"code":"used","kind":"choice","text":"Used?","options":[{"code":"wifi","text":"Wifi"},{"code":"lounge","text":"Lounge"}],"multiple":true},{"code":"why","kind":"text","text":"Why?"}]}',1795380460705);
INSERT INTO "survey_version" VALUES(4,1,'{"audience":"employee","title":"Pulse","dimensions":["channel"],"items":[{"code":"capability","kind":"rating","text":"capability","low":1,"high":7,"measures":"trust.capability"},{"code":"reliability","kind":"rating","text":"reliability","low":1,"high":7,"measures":"trust.reliability"},{"code":"transparency","kind":"rating","text":"transparency","low":1,"high":7,"measures":"trust.transparency"},{"code":"humanity","kind":"rating","text":"humanity","low":1,"high":7,"measures":"trust.humanity"},{"code":"why","kind":"text","text":"Why?"}],"access":"code"}',1795380460752);
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
INSERT INTO "tally" VALUES(6,1,4,20261122,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(6,2,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(6,3,4,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(7,1,4,20261122,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(7,2,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(7,3,4,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(8,1,5,20261122,202611,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(8,1,5,20261122,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(8,2,5,202611,202611,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(8,2,5,202611,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(8,3,5,2026,202611,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(8,3,5,2026,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,1,5,20261122,202611,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,2,5,202611,202611,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(11,3,5,2026,202611,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(13,1,5,20261122,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(13,2,5,202611,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(13,3,5,2026,202611,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,1,20260310,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,1,20260310,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,1,20260311,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,1,20260312,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,1,20260312,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,2,20260310,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,2,20260310,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,2,20260311,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,2,20260311,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,1,2,20260311,0,4,1,0,0,0);
INSERT INTO "tally" VALUES(14,1,2,20260312,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,1,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,1,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,1,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,1,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,2,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,2,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,2,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,1,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,1,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,1,2026,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,1,2026,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,1,2026,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,2,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,2,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,2,2026,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,2,2026,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(14,3,2,2026,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260310,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260310,0,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260311,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260312,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,1,20260312,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260310,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260310,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260311,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260311,0,6,1,0,0,0);
INSERT INTO "tally" VALUES(15,1,2,20260311,0,10,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,1,2,20260312,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,1,202603,0,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,6,1,0,0,0);
INSERT INTO "tally" VALUES(15,2,2,202603,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,2,2,202603,0,10,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,1,2026,0,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,5,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,6,1,0,0,0);
INSERT INTO "tally" VALUES(15,3,2,2026,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(15,3,2,2026,0,10,1,1,10000,100000000);
INSERT INTO "tally" VALUES(16,1,1,20260310,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,1,20260310,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,1,20260311,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(16,1,1,20260311,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(16,1,1,20260312,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,1,20260312,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260310,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260310,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260310,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260311,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260311,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260311,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(16,1,2,20260312,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(16,1,2,20260312,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(16,1,2,20260312,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(16,2,1,202603,0,-1,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,2,1,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,2,2,202603,0,-1,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,2,2,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,2,2,202603,0,1,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,3,1,2026,0,-1,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,3,1,2026,0,0,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,3,2,2026,0,-1,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,3,2,2026,0,0,1,5,50000,500000000);
INSERT INTO "tally" VALUES(16,3,2,2026,0,1,1,5,50000,500000000);
INSERT INTO "tally" VALUES(18,1,1,20260310,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,1,20260310,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,1,20260311,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,1,20260312,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,1,20260312,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,2,20260310,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,2,20260310,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,2,20260311,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,2,20260311,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,1,2,20260311,0,1000003,1,0,0,0);
INSERT INTO "tally" VALUES(18,1,2,20260312,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,1,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,1,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,1,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,1,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,1,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,2,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,2,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,2,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,2,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,2,2,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,1,2026,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,1,2026,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,1,2026,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,1,2026,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,1,2026,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,2,2026,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,2,2026,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,2,2026,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,2,2026,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(18,3,2,2026,0,1000004,1,1,10000,100000000);
INSERT INTO "tally" VALUES(19,1,1,20260310,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,1,1,20260311,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(19,1,1,20260312,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,1,2,20260310,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,1,2,20260311,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(19,1,2,20260312,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(19,2,1,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally" VALUES(19,2,2,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally" VALUES(19,3,1,2026,0,0,1,5,50000,500000000);
INSERT INTO "tally" VALUES(19,3,2,2026,0,0,1,5,50000,500000000);
INSERT INTO "tally" VALUES(21,1,1,20260310,0,1000000,1,2,20000,200000000);
INSERT INTO "tally" VALUES(21,1,1,20260311,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(21,1,1,20260312,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(21,1,1,20260312,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(21,1,2,20260310,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(21,1,2,20260311,0,1000000,1,2,20000,200000000);
INSERT INTO "tally" VALUES(21,1,2,20260311,0,1000001,1,0,0,0);
INSERT INTO "tally" VALUES(21,1,2,20260312,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(21,2,1,202603,0,1000000,1,3,30000,300000000);
INSERT INTO "tally" VALUES(21,2,1,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(21,2,2,202603,0,1000000,1,3,30000,300000000);
INSERT INTO "tally" VALUES(21,2,2,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(21,3,1,2026,0,1000000,1,3,30000,300000000);
INSERT INTO "tally" VALUES(21,3,1,2026,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(21,3,2,2026,0,1000000,1,3,30000,300000000);
INSERT INTO "tally" VALUES(21,3,2,2026,0,1000001,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,1,20260310,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,1,20260310,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,1,20260310,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,2,20260310,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,2,20260310,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,1,2,20260310,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,1,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,1,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,1,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,2,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,2,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,2,2,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,1,2026,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,1,2026,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,1,2026,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,2,2026,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,2,2026,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(22,3,2,2026,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,1,1,20260310,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,1,1,20260310,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,1,1,20260310,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,1,2,20260310,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,1,2,20260310,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,1,2,20260310,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,2,1,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,2,1,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,2,1,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,2,2,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,2,2,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,2,2,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,3,1,2026,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,3,1,2026,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,3,1,2026,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,3,2,2026,0,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,3,2,2026,0,46,1,2,20000,200000000);
INSERT INTO "tally" VALUES(23,3,2,2026,0,58,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,1,3,20260410,202604,6,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,2,3,202604,202604,6,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(24,3,3,2026,202604,6,1,2,20000,200000000);
INSERT INTO "tally" VALUES(25,1,3,20260410,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,1,3,20260410,202604,4,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,1,3,20260410,202604,5,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,1,3,20260410,202604,6,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,2,3,202604,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,2,3,202604,202604,4,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,2,3,202604,202604,5,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,2,3,202604,202604,6,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,3,3,2026,202604,3,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,3,3,2026,202604,4,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,3,3,2026,202604,5,1,3,30000,300000000);
INSERT INTO "tally" VALUES(25,3,3,2026,202604,6,1,3,30000,300000000);
INSERT INTO "tally" VALUES(26,1,3,20260410,202604,4,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(26,2,3,202604,202604,4,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(26,3,3,2026,202604,4,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(27,1,3,20260410,202604,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,1,3,20260410,202604,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,1,3,20260410,202604,3,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,1,3,20260410,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,1,3,20260410,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,1,3,20260410,202604,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(27,1,3,20260410,202604,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(27,2,3,202604,202604,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,2,3,202604,202604,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,2,3,202604,202604,3,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,2,3,202604,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,2,3,202604,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,2,3,202604,202604,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(27,2,3,202604,202604,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(27,3,3,2026,202604,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,3,3,2026,202604,2,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,3,3,2026,202604,3,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,3,3,2026,202604,4,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,3,3,2026,202604,5,1,2,20000,200000000);
INSERT INTO "tally" VALUES(27,3,3,2026,202604,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(27,3,3,2026,202604,7,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,1,3,20260410,202604,4000006,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,1,3,20260410,202604,4000009,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,1,3,20260410,202604,4000010,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,1,3,20260410,202604,4000011,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,1,3,20260410,202604,4000012,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,1,3,20260410,202604,4000013,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,1,3,20260410,202604,4000014,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,1,3,20260410,202604,4000015,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,2,3,202604,202604,4000006,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,2,3,202604,202604,4000009,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,2,3,202604,202604,4000010,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,2,3,202604,202604,4000011,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,2,3,202604,202604,4000012,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,2,3,202604,202604,4000013,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,2,3,202604,202604,4000014,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,2,3,202604,202604,4000015,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,3,3,2026,202604,4000006,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,3,3,2026,202604,4000009,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,3,3,2026,202604,4000010,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,3,3,2026,202604,4000011,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,3,3,2026,202604,4000012,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,3,3,2026,202604,4000013,1,1,10000,100000000);
INSERT INTO "tally" VALUES(29,3,3,2026,202604,4000014,1,2,20000,200000000);
INSERT INTO "tally" VALUES(29,3,3,2026,202604,4000015,1,2,20000,200000000);
INSERT INTO "tally" VALUES(30,1,3,20260410,202604,0,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(30,2,3,202604,202604,0,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(30,3,3,2026,202604,0,1,12,120000,1200000000);
INSERT INTO "tally" VALUES(32,1,3,20260410,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(32,1,3,20260410,202604,54,1,3,30000,300000000);
INSERT INTO "tally" VALUES(32,2,3,202604,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(32,2,3,202604,202604,54,1,3,30000,300000000);
INSERT INTO "tally" VALUES(32,3,3,2026,202604,2,1,3,30000,300000000);
INSERT INTO "tally" VALUES(32,3,3,2026,202604,54,1,3,30000,300000000);
CREATE TABLE "tally_appended" (
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
INSERT INTO "tally_change" VALUES(4,6,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(5,7,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(6,8,5,202611,202611,-1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(7,8,5,202611,202611,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(8,11,5,202611,202611,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(9,13,5,202611,202611,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(10,14,1,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(11,14,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(12,14,1,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(13,14,1,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(14,14,1,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(15,14,2,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(16,14,2,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(17,14,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(18,14,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(19,14,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(20,15,1,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(21,15,1,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(22,15,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(23,15,1,202603,0,6,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(24,15,1,202603,0,7,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(25,15,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(26,15,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(27,15,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(28,15,2,202603,0,6,1,0,0,0);
INSERT INTO "tally_change" VALUES(29,15,2,202603,0,9,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(30,15,2,202603,0,10,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(31,16,1,202603,0,-1,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(32,16,1,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(33,16,2,202603,0,-1,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(34,16,2,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(35,16,2,202603,0,1,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(36,18,1,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(37,18,1,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(38,18,1,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(39,18,1,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(40,18,1,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(41,18,2,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(42,18,2,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(43,18,2,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(44,18,2,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(45,18,2,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(46,19,1,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(47,19,2,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(48,21,1,202603,0,1000000,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(49,21,1,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(50,21,2,202603,0,1000000,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(51,21,2,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(52,22,1,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(53,22,1,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(54,22,1,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(55,22,2,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(56,22,2,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(57,22,2,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(58,23,1,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(59,23,1,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(60,23,1,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(61,23,2,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(62,23,2,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(63,23,2,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(64,24,3,202604,202604,2,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(65,24,3,202604,202604,3,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(66,24,3,202604,202604,4,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(67,24,3,202604,202604,5,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(68,24,3,202604,202604,6,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(69,25,3,202604,202604,3,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(70,25,3,202604,202604,4,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(71,25,3,202604,202604,5,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(72,25,3,202604,202604,6,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(73,26,3,202604,202604,4,1,12,120000,1200000000);
INSERT INTO "tally_change" VALUES(74,27,3,202604,202604,1,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(75,27,3,202604,202604,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(76,27,3,202604,202604,3,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(77,27,3,202604,202604,4,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(78,27,3,202604,202604,5,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(79,27,3,202604,202604,6,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(80,27,3,202604,202604,7,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(81,29,3,202604,202604,4000006,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(82,29,3,202604,202604,4000009,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(83,29,3,202604,202604,4000010,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(84,29,3,202604,202604,4000011,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(85,29,3,202604,202604,4000012,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(86,29,3,202604,202604,4000013,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(87,29,3,202604,202604,4000014,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(88,29,3,202604,202604,4000015,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(89,30,3,202604,202604,0,1,12,120000,1200000000);
INSERT INTO "tally_change" VALUES(90,32,3,202604,202604,2,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(91,32,3,202604,202604,54,1,3,30000,300000000);
CREATE TABLE tally_group (
  seq integer not null primary key,
  counts integer not null,
  content text not null
);
INSERT INTO "tally_group" VALUES(1,28,'[[1,20260311,0,[19,0,1],[14,1,1],[15,8,1],[16,-1,1],[16,0,1],[18,1000000,1],[21,1000000,1]],[2,20260312,0,[19,0,1],[14,2,1],[15,0,1],[16,-1,1],[16,0,1],[16,1,1],[18,1000001,1],[21,1000000,1]],[1,20260310,0,[19,0,1],[14,3,1],[15,3,1],[16,-1,1],[16,0,1],[18,1000002,1],[21,1000000,1],[22,2,1],[22,46,1],[22,58,1],[23,2,1],[23,46,1],[23,58,1]]]');
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
CREATE TABLE topic (
  number integer not null primary key,
  code text not null unique
);
INSERT INTO "topic" VALUES(1,'purpose');
INSERT INTO "topic" VALUES(2,'leadership');
INSERT INTO "topic" VALUES(3,'silos');
INSERT INTO "topic" VALUES(4,'training');
INSERT INTO "topic" VALUES(5,'workload');
INSERT INTO "topic" VALUES(6,'recognition');
INSERT INTO "topic" VALUES(7,'voice');
INSERT INTO "topic" VALUES(8,'change');
INSERT INTO "topic" VALUES(9,'systems');
INSERT INTO "topic" VALUES(10,'process');
INSERT INTO "topic" VALUES(11,'waiting');
INSERT INTO "topic" VALUES(12,'empathy');
INSERT INTO "topic" VALUES(13,'competence');
INSERT INTO "topic" VALUES(14,'channels');
INSERT INTO "topic" VALUES(15,'price');
INSERT INTO "topic" VALUES(16,'reliability');
INSERT INTO "topic" VALUES(17,'honesty');
INSERT INTO "topic" VALUES(18,'conditions');
INSERT INTO "topic" VALUES(19,'safety');
CREATE TABLE unit (
  code text not null primary key,
  name text not null,
  parent text null,
  headcount integer null,
  retired integer not null
, changed_at integer null) without rowid;
INSERT INTO "unit" VALUES('company','Company',NULL,5,0,1795380460250);
INSERT INTO "unit" VALUES('north','North','company',30,0,1795380460250);
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
INSERT INTO "variable" VALUES(6,1,'item','_topics',5,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(7,1,'item','text',5,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(8,2,'item','kind',2,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(9,2,'item','text',4,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(10,2,'item','rating',1,1,5,0,NULL,NULL);
INSERT INTO "variable" VALUES(11,2,'response','response',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(12,2,'delay','delay',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(13,2,'item','_topics',5,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(14,3,'item','clean',1,1,5,0,'experience','cleanliness');
INSERT INTO "variable" VALUES(15,3,'item','nps',1,0,10,0,'recommend',NULL);
INSERT INTO "variable" VALUES(16,3,'item','used',3,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(17,3,'item','why',4,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(18,3,'scale','experience',1,1,5,0,NULL,NULL);
INSERT INTO "variable" VALUES(19,3,'response','response',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(20,3,'delay','delay',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(21,3,'journey','journey',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(22,3,'item','_topics',5,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(23,3,'item','why',5,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(24,4,'item','capability',1,1,7,0,'trust.capability',NULL);
INSERT INTO "variable" VALUES(25,4,'item','reliability',1,1,7,0,'trust.reliability',NULL);
INSERT INTO "variable" VALUES(26,4,'item','transparency',1,1,7,0,'trust.transparency',NULL);
INSERT INTO "variable" VALUES(27,4,'item','humanity',1,1,7,0,'trust.humanity',NULL);
INSERT INTO "variable" VALUES(28,4,'item','why',4,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(29,4,'scale','trust',4,1,7,0,NULL,NULL);
INSERT INTO "variable" VALUES(30,4,'response','response',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(31,4,'delay','delay',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(32,4,'item','_topics',5,0,0,0,NULL,NULL);
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
INSERT INTO "variable_option" VALUES(8,0,'idea');
INSERT INTO "variable_option" VALUES(8,1,'concern');
INSERT INTO "variable_option" VALUES(8,2,'praise');
INSERT INTO "variable_option" VALUES(8,3,'question');
INSERT INTO "variable_option" VALUES(16,0,'wifi');
INSERT INTO "variable_option" VALUES(16,1,'lounge');
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
CREATE VIRTUAL TABLE comment_text using fts5 (text, content = 'comment', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO comment_text(comment_text, rank) VALUES('secure-delete',1);
INSERT INTO comment_text(rowid, text) SELECT seq, text FROM comment WHERE month > 0;
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
CREATE VIEW tally_fresh as
select seq, variable, cohort, day, period, value, complete, n, weight, squared_weight
from tally_appended
union all
select g.seq, t.value ->> 0, p.value ->> 0, p.value ->> 1, p.value ->> 2, t.value ->> 1, t.value ->> 2,
  coalesce(t.value ->> 3, 1), coalesce(t.value ->> 4, coalesce(t.value ->> 3, 1) * 10000), coalesce(t.value ->> 5, coalesce(t.value ->> 3, 1) * 100000000)
from tally_group g, json_each(g.content) p, json_each(p.value) t
where t.type = 'array';
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
CREATE TRIGGER comment_text_removed after delete on comment when old.month > 0
begin
  insert into comment_text (comment_text, rowid, text) values ('delete', old.seq, old.text);
end;
CREATE TRIGGER comment_text_changed after update of text on comment when old.month > 0 and old.text <> new.text
begin
  insert into comment_text (comment_text, rowid, text) values ('delete', old.seq, old.text);
  insert into comment_text (rowid, text) values (new.seq, new.text);
end;
CREATE INDEX response_respondent on response (respondent) where respondent is not null;
CREATE INDEX comment_response on comment (response);
CREATE INDEX ledger_day on ledger (day, seq);
CREATE INDEX ledger_withheld on ledger (day, status, withheld);
CREATE INDEX comment_variable on comment (variable, response);
CREATE INDEX webhook_message_due on webhook_message (due_at, webhook) where due_at is not null;
CREATE INDEX webhook_message_webhook on webhook_message (webhook, seq);
CREATE INDEX webhook_message_created on webhook_message (created_at);
CREATE INDEX flag_survey on flag (survey, week);
CREATE INDEX comment_listed on comment (survey, month, place) where month > 0;
CREATE INDEX comment_unlisted on comment (seq) where month is null;
