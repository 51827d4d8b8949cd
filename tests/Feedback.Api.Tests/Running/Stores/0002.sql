-- A store as the last version before migration 0003 left it, filled through its own API. What it said then: {"recommend": {"n": 13, "estimate": -53.84615384615385}, "journeyPass": {"n": null, "estimate": null, "status": "withheld"}, "responses": 27, "comments": 10, "keys": 1, "fresh": 0}
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
INSERT INTO "api_key" VALUES('01a2049515467256ab801bacb8b5b758','kept','ingest','customer','[]','3feb867c7e92f86b5ef6b94b8f9c7271ffc13c3ebabfea8dab479bd21e9f8845',1795373208902,NULL,NULL);
CREATE TABLE catalogue_stamp (
  id integer not null primary key check (id = 1),
  version integer not null
);
INSERT INTO "catalogue_stamp" VALUES(1,7);
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
INSERT INTO "invitation_code" VALUES(4,'2e6522c923d8ca243e0239e96ef3592e',0);
INSERT INTO "invitation_code" VALUES(4,'4584355317a0e10c9c2baff5d0cf10e8',1);
INSERT INTO "invitation_code" VALUES(4,'48203b3e908ee27840f95ec8759ce347',1);
INSERT INTO "invitation_code" VALUES(4,'49d47cab8b8d8066c3c5abffa43e6e62',1);
INSERT INTO "invitation_code" VALUES(4,'4d84a5ec9c9507795820aef83ba6dd93',1);
INSERT INTO "invitation_code" VALUES(4,'4e9ffd9e367ab55e5b23d494d34130e5',1);
INSERT INTO "invitation_code" VALUES(4,'674cb2d03642a5054c2258351c692fab',0);
INSERT INTO "invitation_code" VALUES(4,'675bbde24548a113a59a97bfcf931ff3',1);
INSERT INTO "invitation_code" VALUES(4,'78142cc1e492a2bb279a2e335d895626',1);
INSERT INTO "invitation_code" VALUES(4,'cc300e991dd4d7a5105d48da26027992',1);
INSERT INTO "invitation_code" VALUES(4,'d3922fb9ef04b75437778ec71fc24337',1);
INSERT INTO "invitation_code" VALUES(4,'da2e30baf69db3f95a0a67ecb04eaf70',1);
INSERT INTO "invitation_code" VALUES(4,'e0587bcd8315cf3620dce5a242dbaff0',1);
INSERT INTO "invitation_code" VALUES(4,'ed7c5f4627709c4f9b38b523f21ec429',1);
CREATE TABLE outcome (
  name text not null,
  unit text not null references unit (code),
  period integer not null,
  value real not null,
  primary key (name, unit, period)
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
INSERT INTO "response" VALUES(1,X'0195A1B2000070008000000000000000',-7050881435664802822,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":1,"nps":0,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(2,X'0195A1B2000070008000000000000001',-6855752265064747993,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":2,"nps":3,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(3,X'0195A1B2000070008000000000000002',-6388904050889185743,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":3,"nps":6,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(4,X'0195A1B2000070008000000000000003',-4075131787608449367,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":4,"nps":9,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(5,X'0195A1B2000070008000000000000004',-8297694816944198494,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":5,"nps":1,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(6,X'0195A1B2000070008000000000000005',6267543062407533501,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":1,"nps":4,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(7,X'0195A1B2000070008000000000000006',8929306656634832666,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":2,"nps":7,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(8,X'0195A1B2000070008000000000000007',-7455176961682726583,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":3,"nps":10,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(9,X'0195A1B2000070008000000000000008',-7780569160900100845,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":4,"nps":2,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(10,X'0195A1B2000070008000000000000009',-7857563253668311420,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":5,"nps":5,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(11,X'0195A1B200007000800000000000000A',-1284752809977781445,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":1,"nps":8,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(12,X'0195A1B200007000800000000000000B',-3200792616549175302,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":2,"nps":0,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(13,X'0195A1B200007000800000000000000C',7144011022454607631,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":3,"nps":3,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(14,X'0195A1B200007000800000000000000D',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "response" VALUES(15,X'699ADCF6DFB4EAF1B67B974FC427224F',1205915294322695623,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":1,"reliability":3,"transparency":4}',0);
INSERT INTO "response" VALUES(16,X'F96E953435311D5627D3C71CEFBC937C',8287957715925550358,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":2,"reliability":4,"transparency":4}',0);
INSERT INTO "response" VALUES(17,X'32ED4F7F4CCFA54E37246D18D67B8F10',1580126855258969449,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":3,"reliability":5,"transparency":4}',0);
INSERT INTO "response" VALUES(18,X'474094BB27FED070CFE35798CCE954F8',-7516720468160353187,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":4,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(19,X'9FA0E858814F4901D5272EA9AAADB0C3',-4572534549087375783,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":5,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(20,X'AF21DF981A9687BD482D117B9C85C116',-9123044310405896881,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":6,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(21,X'71FA6EB380DF97A122B856652035D611',2906813230767160117,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":7,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(22,X'D934921D7D0F671572AA6760766E39CA',-7560153121235493711,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":1,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(23,X'656FC7819519DE43248278A267848717',3370720774096676174,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":2,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(24,X'83C81571DA345B74A327BAAD4D09102A',-6701208883192140043,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":3,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(25,X'B319069D186E7D5383FFC4E3B563DD81',8656062607188559412,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":4,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(26,X'B1401D555DB74934720C17F154E004AC',-7684028592604811148,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":5,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(27,X'0195A1B2000070008000000000000200',-747132198149489597,1,1,20261122,0,4,1795373209652,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(28,X'88DE00019DCF7F2865C8502CBBA707F6',-5570803457293530957,2,1,20261122,202611,5,NULL,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
CREATE TABLE schema_migration (
  name varchar(200) not null primary key,
  ran_at bigint not null
);
INSERT INTO "schema_migration" VALUES('0001_first.sql',1795373206196);
INSERT INTO "schema_migration" VALUES('0002_organisation.sql',1795373206242);
CREATE TABLE setting (
  name text not null primary key,
  value text not null
) without rowid;
INSERT INTO "setting" VALUES('secret','92F4F53414FDF425E461BFC0B5D7BA0EB543268A818CEEE733246273BB106536');
INSERT INTO "setting" VALUES('secret-mark','6EB06A31ED97CE76898B803092DCB63C83FF797F4124E88CB8205250660F539B');
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
CREATE TABLE survey_version (
  survey integer not null references survey (id),
  version integer not null,
  definition text not null,
  published_at integer not null,
  primary key (survey, version)
) without rowid;
INSERT INTO "survey_version" VALUES(1,1,'{"audience":"customer","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795373206600);
INSERT INTO "survey_version" VALUES(2,1,'{"audience":"employee","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795373206818);
INSERT INTO "survey_version" VALUES(3,1,'{"audience":"customer","title":"Airport survey","dimensions":["channel"],"items":[{"code":"clean","kind":"rating","text":"Cleanliness","low":1,"high":5,"measures":"experience","touchpoint":"cleanliness"},{"code":"nps","kind":"rating","text":"Recommend?","low":0,"high":10,"measures":"recommend"},{"code":"used","kind":"choice","text":"Used?","options":[{"code":"wifi","text":"Wifi"},{"code":"lounge","text":"Lounge"}],"multiple":true},{"code":"why","kind":"text","text":"Why?"}]}',1795373208543);
INSERT INTO "survey_version" VALUES(4,1,'{"audience":"employee","title":"Pulse","dimensions":["channel"],"items":[{"code":"capability","kind":"rating","text":"capability","low":1,"high":7,"measures":"trust.capability"},{"code":"reliability","kind":"rating","text":"reliability","low":1,"high":7,"measures":"trust.reliability"},{"code":"transparency","kind":"rating","text":"transparency","low":1,"high":7,"measures":"trust.transparency"},{"code":"humanity","kind":"rating","text":"humanity","low":1,"high":7,"measures":"trust.humanity"},{"code":"why","kind":"text","text":"Why?"}],"access":"code"}',1795373208600);
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
) without rowid;
INSERT INTO "unit" VALUES('company','Company',NULL,5,0);
INSERT INTO "unit" VALUES('north','North','company',30,0);
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
