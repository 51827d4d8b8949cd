-- A store as the last version before migration 0015 left it, filled through its own API. What it said then: {"recommend": {"n": 13, "estimate": -53.84615384615385}, "journeyPass": {"n": null, "estimate": null, "status": "withheld"}, "trust": {"n": 10, "estimate": 49.3}, "responses": 27, "comments": 10, "keys": 1, "fresh": 28}
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
, units text null) without rowid;
INSERT INTO "api_key" VALUES('01a205021feb7ed98ef6c36aa19193e3','kept','ingest','customer','[]','9afa4dacf2cbf5e2915cc374e808971b4b56ce4a2ef2f5c69eb1f9a1fde32d01',1795380355051,NULL,NULL,NULL);
CREATE TABLE catalogue_stamp (
  id integer not null primary key check (id = 1),
  version integer not null
);
INSERT INTO "catalogue_stamp" VALUES(1,10);
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
INSERT INTO "comment" VALUES(1,1,17,'The queue at the counter was long.','en',0,' waiting channels ',5,6155809522461377557,NULL,3,202603,1);
INSERT INTO "comment" VALUES(2,4,17,'The queue at the counter was long.','en',0,' waiting channels ',5,2687774636650562783,NULL,3,202603,2);
INSERT INTO "comment" VALUES(3,7,17,'The queue at the counter was long.','en',0,' waiting channels ',5,3401327273745040983,NULL,3,202603,1);
INSERT INTO "comment" VALUES(4,10,17,'The queue at the counter was long.','en',0,' waiting channels ',5,405324668404387895,NULL,3,202603,2);
INSERT INTO "comment" VALUES(5,12,28,'Nobody explains why.','en',0,' competence ',5,1074862964564498549,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(6,13,28,'Nobody explains why.','en',0,' competence ',5,4368667333248944761,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(7,14,28,'Nobody explains why.','en',0,' competence ',5,2062895781050940907,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(8,24,2,'The lift is broken.','en',-4767,NULL,5,2352104337129796370,NULL,1,202611,4);
INSERT INTO "comment" VALUES(9,25,9,'The lift is broken.','en',-4767,NULL,5,8732692180076873491,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(10,28,17,'The queue at the counter was long.','en',0,' waiting channels ',5,479019135366368724,NULL,NULL,NULL,NULL);
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
INSERT INTO "flag" VALUES(24,'8bd6654047bb1504546c313c77518147',1,20261116,NULL,0);
INSERT INTO "flag" VALUES(25,'5917eef52bb61f91001318d2434c53eb',2,20261116,NULL,0);
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
INSERT INTO "invitation_code" VALUES(4,'056e95189a84b771c0a06783c7b0b1b7',1);
INSERT INTO "invitation_code" VALUES(4,'07caffe6843be5a1a14a38880f430c8a',1);
INSERT INTO "invitation_code" VALUES(4,'1993933ebd105f4d4718ca293f22499c',1);
INSERT INTO "invitation_code" VALUES(4,'1b6f12c8d2542810688f710cb4743c49',0);
INSERT INTO "invitation_code" VALUES(4,'33560f131d1de3bf9063d218a5946c69',1);
INSERT INTO "invitation_code" VALUES(4,'60d602dd3da08febc9c05a517e8dd8e8',1);
INSERT INTO "invitation_code" VALUES(4,'6e8ff490412be57b9e78d27eaba6ea40',0);
INSERT INTO "invitation_code" VALUES(4,'75c780482d76d98d038e00b23753a52c',1);
INSERT INTO "invitation_code" VALUES(4,'8a13d0d1494ec6346fe9fb7c1b3adbf7',1);
INSERT INTO "invitation_code" VALUES(4,'9ac94023133c400eca0d6611465831ea',1);
INSERT INTO "invitation_code" VALUES(4,'d73bb44afbdab09455fa33bb447f2c18',1);
INSERT INTO "invitation_code" VALUES(4,'df1367e95b3ad2934f3fc652f3de3ed5',1);
INSERT INTO "invitation_code" VALUES(4,'e3ef6e3b08d5552210a6f6693b30f9e4',1);
INSERT INTO "invitation_code" VALUES(4,'ff3ae622708ed496497b5759c0033b6c',1);
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
INSERT INTO "ledger" VALUES(1,1795380363927,20261122,'setting','ReleasePeriod',NULL,'2026-04',NULL,'published',2,0,'{"survey":"pulse","candidates":2,"released":2,"refused":0,"protectedSets":2,"primes":["2305843009213693951","2147483647"],"seconds":3.834,"hash":"0493b4e80df2e438f6627b91d303bd6f1037089addcf59025a6df2791b9f4c5c"}');
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
INSERT INTO "response" VALUES(1,X'0195A1B2000070008000000000000000',-2095637522383930766,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":1,"nps":0,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(2,X'0195A1B2000070008000000000000001',-6197759193678876962,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":2,"nps":3,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(3,X'0195A1B2000070008000000000000002',6780356154916192181,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":3,"nps":6,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(4,X'0195A1B2000070008000000000000003',3267097662082678168,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":4,"nps":9,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(5,X'0195A1B2000070008000000000000004',273492448461053362,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":5,"nps":1,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(6,X'0195A1B2000070008000000000000005',-7528565732835067202,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":1,"nps":4,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(7,X'0195A1B2000070008000000000000006',-4578242430510957233,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":2,"nps":7,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(8,X'0195A1B2000070008000000000000007',-8370811054510920942,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":3,"nps":10,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(9,X'0195A1B2000070008000000000000008',-6601396651567448476,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":4,"nps":2,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(10,X'0195A1B2000070008000000000000009',-6975032161002639600,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":5,"nps":5,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(11,X'0195A1B200007000800000000000000D',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "response" VALUES(12,X'896A73D1F56EB0D523D5B737C27B2518',-7884637644008944851,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":1,"reliability":3,"transparency":4}',0);
INSERT INTO "response" VALUES(13,X'A417486238471B035C5EA4767C5AA169',-4008091040928420677,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":2,"reliability":4,"transparency":4}',0);
INSERT INTO "response" VALUES(14,X'20A40D406E967F603D8AAFCEB18D21F3',8496640769001671708,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":3,"reliability":5,"transparency":4}',0);
INSERT INTO "response" VALUES(15,X'41A94E6A883265222B3C452C98A8D4C9',-6526746465795539874,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":4,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(16,X'E89E7574D6664B6431D9062DC88C3571',4555512878451925128,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":5,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(17,X'8390B5C07F189FEA5D6618912443AB32',4900344424171364167,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":6,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(18,X'61B45D0D7203ADDF44ECB439AD6096E3',-1267317851197949051,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":7,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(19,X'5F73D9C6622314A2B27399F53FD916DB',5030672010806514739,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":1,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(20,X'6AF22B6F04D76CD4F7681D91350ED917',-3874054664312885004,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":2,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(21,X'E5C2589B6CF32A9C2208109DB17F1EF3',2293193741604497142,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":3,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(22,X'EE595017C489FF66B1C72FA8875A4029',-2184180866477820618,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":4,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(23,X'EC90F98DC41F508C1BF0183A432832E7',-7093123202044417394,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":5,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(24,X'0195A1B2000070008000000000000200',-4243330198007739448,1,1,20261122,0,4,1795380359468,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(25,X'ED75292E454A591EB5CBD58D32C6810E',-3492959121567741798,2,1,20261122,202611,5,NULL,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(26,X'0195A1B200007000800000000000000A',-1062722290944715423,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":1,"nps":8,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(27,X'0195A1B200007000800000000000000B',-8830461174355483073,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":2,"nps":0,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(28,X'0195A1B200007000800000000000000C',7007874624062851744,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":3,"nps":3,"used":["wifi"]}',0);
CREATE TABLE schema_migration (
  name varchar(200) not null primary key,
  ran_at bigint not null
);
INSERT INTO "schema_migration" VALUES('0001_first.sql',1795380347495);
INSERT INTO "schema_migration" VALUES('0002_organisation.sql',1795380347521);
INSERT INTO "schema_migration" VALUES('0003_changes.sql',1795380347556);
INSERT INTO "schema_migration" VALUES('0004_computed.sql',1795380347566);
INSERT INTO "schema_migration" VALUES('0005_releases.sql',1795380347568);
INSERT INTO "schema_migration" VALUES('0006_ledger.sql',1795380347582);
INSERT INTO "schema_migration" VALUES('0007_released_comments.sql',1795380347590);
INSERT INTO "schema_migration" VALUES('0008_updates.sql',1795380347599);
INSERT INTO "schema_migration" VALUES('0009_webhooks.sql',1795380347607);
INSERT INTO "schema_migration" VALUES('0010_imports.sql',1795380347612);
INSERT INTO "schema_migration" VALUES('0011_free_text.sql',1795380347622);
INSERT INTO "schema_migration" VALUES('0012_flags.sql',1795380347633);
INSERT INTO "schema_migration" VALUES('0013_listed_comments.sql',1795380347644);
INSERT INTO "schema_migration" VALUES('0014_counts_by_group.sql',1795380347656);
CREATE TABLE setting (
  name text not null primary key,
  value text not null
) without rowid;
INSERT INTO "setting" VALUES('analysis','5');
INSERT INTO "setting" VALUES('secret','0749EA3BF4645B2EC7F23AD0A49C51802485F78B217DED6AC1E9CBA7083DE32D');
INSERT INTO "setting" VALUES('secret-mark','68F4F1244690DED9109F5C0198B78F58AE3604F71267DF68080EE4FEF097357D');
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
INSERT INTO "survey_day" VALUES(1,20261122,1795380360509);
INSERT INTO "survey_day" VALUES(2,20261122,1795380360509);
INSERT INTO "survey_day" VALUES(3,20260310,1795380358629);
INSERT INTO "survey_day" VALUES(3,20260311,1795380358629);
INSERT INTO "survey_day" VALUES(3,20260312,1795380358629);
INSERT INTO "survey_day" VALUES(4,20260410,1795380360509);
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
INSERT INTO "survey_period" VALUES(2,202604,20260401,20260501,'merged',202605,1795380359873,'setting',NULL,NULL,NULL,NULL);
INSERT INTO "survey_period" VALUES(4,202604,20260401,20260501,'released',NULL,1795380359891,'setting',1795380363655,'0493b4e80df2e438f6627b91d303bd6f1037089addcf59025a6df2791b9f4c5c','{"units":[{"code":"company","name":"Company","parent":null,"headcount":5,"retired":0,"isRetired":false},{"code":"north","name":"North","parent":"company","headcount":30,"retired":0,"isRetired":false}],"listed":{"channel":[null]},"bases":{"comment":[32],"response":[30],"topic:13":[-13],"trust":[24,25,26,27,29]}}','{"people":12,"seconds":3.5637076,"bases":{"comment":{"people":3,"candidates":0,"released":0,"refused":0,"protectedSets":1,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"response":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"topic:13":{"people":3,"candidates":0,"released":0,"refused":0,"protectedSets":1,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"trust":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]}}}');
CREATE TABLE survey_version (
  survey integer not null references survey (id),
  version integer not null,
  definition text not null,
  published_at integer not null,
  primary key (survey, version)
) without rowid;
INSERT INTO "survey_version" VALUES(1,1,'{"audience":"customer","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795380349092);
INSERT INTO "survey_version" VALUES(2,1,'{"audience":"employee","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795380349432);
INSERT INTO "survey_version" VALUES(3,1,'{"audience":"customer","title":"Airport survey","dimensions":["channel"],"items":[{"code":"clean","kind":"rating","text":"Cleanliness","low":1,"high":5,"measures":"experience","touchpoint":"cleanliness"},{"code":"nps","kind":"rating","text":"Recommend?","low":0,"high":10,"measures":"recommend"},{"code":"used","kind":"choice","text":"Used?","options":[{"code":"wifi","text":"Wifi"},{"code":"lounge","text":"Lounge"}],"multiple":true},{"code":"why","kind":"text","text":"Why?"}]}',1795380354613);
INSERT INTO "survey_version" VALUES(4,1,'{"audience":"employee","title":"Pulse","dimensions":["channel"],"items":[{"code":"capability","kind":"rating","text":"capability","low":1,"high":7,"measures":"trust.capability"},{"code":"reliability","kind":"rating","text":"reliability","low":1,"high":7,"measures":"trust.reliability"},{"code":"transparency","kind":"rating","text":"transparency","low":1,"high":7,"measures":"trust.transparency"},{"code":"humanity","kind":"rating","text":"humanity","low":1,"high":7,"measures":"trust.humanity"},{"code":"why","kind":"text","text":"Why?"}],"access":"code"}',1795380354781);
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
INSERT INTO "tally_change" VALUES(1,14,1,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(2,14,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(3,14,1,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(4,14,1,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(5,14,1,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(6,14,2,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(7,14,2,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(8,14,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(9,14,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(10,14,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(11,15,1,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(12,15,1,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(13,15,1,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(14,15,1,202603,0,6,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(15,15,1,202603,0,7,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(16,15,2,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(17,15,2,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(18,15,2,202603,0,5,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(19,15,2,202603,0,6,1,0,0,0);
INSERT INTO "tally_change" VALUES(20,15,2,202603,0,9,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(21,15,2,202603,0,10,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(22,16,1,202603,0,-1,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(23,16,1,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(24,16,2,202603,0,-1,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(25,16,2,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(26,16,2,202603,0,1,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(27,18,1,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(28,18,1,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(29,18,1,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(30,18,1,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(31,18,1,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(32,18,2,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(33,18,2,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(34,18,2,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(35,18,2,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(36,18,2,202603,0,1000004,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(37,19,1,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(38,19,2,202603,0,0,1,5,50000,500000000);
INSERT INTO "tally_change" VALUES(39,21,1,202603,0,1000000,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(40,21,1,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(41,21,2,202603,0,1000000,1,3,30000,300000000);
INSERT INTO "tally_change" VALUES(42,21,2,202603,0,1000001,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(43,22,1,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(44,22,1,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(45,22,1,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(46,22,2,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(47,22,2,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(48,22,2,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(49,23,1,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(50,23,1,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(51,23,1,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(52,23,2,202603,0,2,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(53,23,2,202603,0,46,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(54,23,2,202603,0,58,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(55,1,4,202611,0,-1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(56,1,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(57,4,4,202611,0,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(58,6,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(59,7,4,202611,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(60,8,5,202611,202611,-1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(61,8,5,202611,202611,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(62,11,5,202611,202611,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(63,13,5,202611,202611,1,1,1,10000,100000000);
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
INSERT INTO "unit" VALUES('company','Company',NULL,5,0,1795380352922);
INSERT INTO "unit" VALUES('north','North','company',30,0,1795380352922);
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
