-- A store as the first version with migration 0018 left it, filled through its own API. What it said then: {"recommend": {"n": 13, "estimate": -53.84615384615385}, "journeyPass": {"n": null, "estimate": null, "status": "withheld"}, "trust": {"n": 10, "estimate": 49.3}, "responses": 27, "comments": 10, "keys": 1, "fresh": 28, "expired": 4}
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
, units text null, earlier_hash text null, earlier_until integer null, rate_limit integer null) without rowid;
INSERT INTO "api_key" VALUES('01a205044e17744e97343a68e70860e0','kept','ingest','customer','[]','bceb025c5e1aaecbdba3c3bab0f3f16004bdf2bd8a9d6cc775123b583a923b33',1795380497943,NULL,NULL,NULL,'67dce03473a24b6cd46758b6ce0c595c91723aed029ca9ca1620a51164522a56',1795466897996,NULL);
INSERT INTO "api_key" VALUES('01a205044e59772cafeb823f93be784c','limited','ingest',NULL,'[]','95bb0a9c1565de65b4197f5f98a548b53dec5bbdfbbb0b7a2811aecc7a7cb1ce',1795380498009,NULL,NULL,NULL,NULL,NULL,50);
CREATE TABLE catalogue_stamp (
  id integer not null primary key check (id = 1),
  version integer not null
);
INSERT INTO "catalogue_stamp" VALUES(1,13);
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
INSERT INTO "cohort" VALUES(6,5,0,'540dd397b2d380dcc3f59796c4facc43379929f1a3b5e6cc9a218274391b635b');
INSERT INTO "cohort" VALUES(7,5,0,'ceb6a006f019e1db0bdbb3bfb523ea415f5dcd13ee62c698d5da6d7cbd346f9b');
CREATE TABLE cohort_value (
  cohort integer not null references cohort (id),
  dimension text not null,
  value text not null,
  primary key (cohort, dimension)
) without rowid;
INSERT INTO "cohort_value" VALUES(2,'channel','web');
INSERT INTO "cohort_value" VALUES(3,'unit','north');
INSERT INTO "cohort_value" VALUES(7,'channel','web');
CREATE TABLE comment (
  seq integer not null primary key,
  response integer not null references response (seq),
  variable integer not null references variable (id),
  text text not null
, language text null, sentiment integer null, topics text null, analysis integer not null default 0, place integer not null default 0, original text null, survey integer null, month integer null, cohort integer null);
INSERT INTO "comment" VALUES(1,1,17,'The queue at the counter was long.','en',0,' waiting channels ',5,8735435790835846708,NULL,3,202603,1);
INSERT INTO "comment" VALUES(2,4,17,'The queue at the counter was long.','en',0,' waiting channels ',5,4137848507225643915,NULL,3,202603,2);
INSERT INTO "comment" VALUES(3,7,17,'The queue at the counter was long.','en',0,' waiting channels ',5,7535072467058568948,NULL,3,202603,1);
INSERT INTO "comment" VALUES(4,10,17,'The queue at the counter was long.','en',0,' waiting channels ',5,3922411503294520347,NULL,3,202603,2);
INSERT INTO "comment" VALUES(5,12,28,'Nobody explains why.','en',0,' competence ',5,8910182760701488599,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(6,13,28,'Nobody explains why.','en',0,' competence ',5,1584414423848457614,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(7,14,28,'Nobody explains why.','en',0,' competence ',5,6112034203432729999,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(8,24,2,'The lift is broken.','en',-4767,NULL,5,4782865821076222996,NULL,1,202611,4);
INSERT INTO "comment" VALUES(9,25,9,'The lift is broken.','en',-4767,NULL,5,3775315216447289018,NULL,NULL,0,NULL);
INSERT INTO "comment" VALUES(10,32,17,'The queue at the counter was long.','en',0,' waiting channels ',5,7426545565990161463,NULL,NULL,NULL,NULL);
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
CREATE TABLE expired_day (
  survey integer not null references survey (id),
  day integer not null,
  responses integer not null,
  print_n integer not null,
  print_weight integer not null,
  print_squared integer not null,
  primary key (survey, day)
) without rowid;
INSERT INTO "expired_day" VALUES(5,20260310,2,-8145073393381711821,-8358848389447825360,-6286496500275227904);
INSERT INTO "expired_day" VALUES(5,20260311,1,8056242048676212470,5489116872512792928,-6341638231696329216);
INSERT INTO "expired_day" VALUES(5,20260312,1,2592387235727306897,6196933711148949520,6723767899111321856);
CREATE TABLE flag (
  response integer not null primary key references response (seq),
  flag_key text not null unique,
  survey integer not null references survey (id),
  week integer not null,
  node text null,
  messages integer not null
) without rowid;
INSERT INTO "flag" VALUES(24,'9d39d78ebe3d3b245bf967d4da5eb781',1,20261116,NULL,0);
INSERT INTO "flag" VALUES(25,'176664bcf7651850520698bb712fc817',2,20261116,NULL,0);
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
INSERT INTO "invitation_code" VALUES(4,'0686371c6945e3f0b3baeeae019ff369',0);
INSERT INTO "invitation_code" VALUES(4,'30e22fcf22ee5502e5c8ddf2910dbf18',1);
INSERT INTO "invitation_code" VALUES(4,'390a36bb8eba82574af4a5fffedf2205',1);
INSERT INTO "invitation_code" VALUES(4,'3a14fe7dc0627e063cf943a667fe7e21',1);
INSERT INTO "invitation_code" VALUES(4,'3c443addba6e110a5f798c06c10fee1c',1);
INSERT INTO "invitation_code" VALUES(4,'3d37d2470eeb695498aaab4d749c9b0d',1);
INSERT INTO "invitation_code" VALUES(4,'4a4d89bf7aa48662db7e9727c7b372a7',1);
INSERT INTO "invitation_code" VALUES(4,'68f53925255e3fb15df31c905a5e90c7',1);
INSERT INTO "invitation_code" VALUES(4,'a056af0732a1d68e1b3cae307fc9ee53',1);
INSERT INTO "invitation_code" VALUES(4,'a0a29c15efb7a3090d80086f714e51c9',1);
INSERT INTO "invitation_code" VALUES(4,'c192db66f769f30b7744f99ff29f8260',1);
INSERT INTO "invitation_code" VALUES(4,'c7219b6e342dd6b66c2cc4d7da059dd7',1);
INSERT INTO "invitation_code" VALUES(4,'d32c98eddf2a06b1f69aa8824800b35b',0);
INSERT INTO "invitation_code" VALUES(4,'e29a0358884456118e40214803537963',1);
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
INSERT INTO "ledger" VALUES(1,1795380497359,20261122,'setting','ReplaceUnits',NULL,NULL,NULL,'done',0,0,'{"target":{}}',NULL);
INSERT INTO "ledger" VALUES(2,1795380497811,20261122,'setting','PublishSurvey',NULL,NULL,NULL,'done',0,0,'{"target":{"key":"airport"}}',NULL);
INSERT INTO "ledger" VALUES(3,1795380497864,20261122,'setting','PublishSurvey',NULL,NULL,NULL,'done',0,0,'{"target":{"key":"pulse"}}',NULL);
INSERT INTO "ledger" VALUES(4,1795380497952,20261122,'setting','MakeKey',NULL,NULL,NULL,'done',0,0,'{"target":{"id":"01a205044e17744e97343a68e70860e0"}}',NULL);
INSERT INTO "ledger" VALUES(5,1795380497998,20261122,'setting','RotateKey',NULL,NULL,NULL,'done',0,0,'{"target":{"id":"01a205044e17744e97343a68e70860e0"}}',NULL);
INSERT INTO "ledger" VALUES(6,1795380498009,20261122,'setting','MakeKey',NULL,NULL,NULL,'done',0,0,'{"target":{"id":"01a205044e59772cafeb823f93be784c"}}',NULL);
INSERT INTO "ledger" VALUES(7,1795380498911,20261122,'setting','EraseResponse',NULL,NULL,NULL,'done',0,0,'{"target":{}}',NULL);
INSERT INTO "ledger" VALUES(8,1795380498939,20261122,'setting','MakeCodes',NULL,NULL,NULL,'done',0,0,'{"target":{"key":"pulse"}}',NULL);
INSERT INTO "ledger" VALUES(9,1795380499032,20261122,'setting','ReleasePeriod',NULL,'2026-04',NULL,'done',0,0,'{"target":{"period":"2026-04"}}',NULL);
INSERT INTO "ledger" VALUES(10,1795380500074,20261122,'setting','ReleasePeriod',NULL,'2026-04',NULL,'published',2,0,'{"survey":"pulse","candidates":2,"released":2,"refused":0,"protectedSets":2,"primes":["2305843009213693951","2147483647"],"seconds":0.998,"hash":"0493b4e80df2e438f6627b91d303bd6f1037089addcf59025a6df2791b9f4c5c"}',NULL);
INSERT INTO "ledger" VALUES(11,1795380500156,20261122,'setting','PublishSurvey',NULL,NULL,NULL,'done',0,0,'{"target":{"key":"brief"}}',NULL);
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
INSERT INTO "response" VALUES(1,X'0195A1B2000070008000000000000000',3746059121496963583,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":1,"nps":0,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(2,X'0195A1B2000070008000000000000001',-5892696622044365159,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":2,"nps":3,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(3,X'0195A1B2000070008000000000000002',-6635777425081768193,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":3,"nps":6,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(4,X'0195A1B2000070008000000000000003',-6204072004305500583,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":4,"nps":9,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(5,X'0195A1B2000070008000000000000004',-6349357793707520790,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":5,"nps":1,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(6,X'0195A1B2000070008000000000000005',4705288512289555847,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":1,"nps":4,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(7,X'0195A1B2000070008000000000000006',8111409100879719647,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":2,"nps":7,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(8,X'0195A1B2000070008000000000000007',9209638802235371306,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":3,"nps":10,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(9,X'0195A1B2000070008000000000000008',1896684671183134573,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":4,"nps":2,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(10,X'0195A1B2000070008000000000000009',-4278622155140213883,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":5,"nps":5,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(11,X'0195A1B200007000800000000000000D',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "response" VALUES(12,X'9EF1C265574A1B366010EB0AD4D923C1',6470540058710157481,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":1,"reliability":3,"transparency":4}',0);
INSERT INTO "response" VALUES(13,X'939726DCCCCEB3672DE1BF250F6E5EBB',4558007690663371012,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":2,"reliability":4,"transparency":4}',0);
INSERT INTO "response" VALUES(14,X'65C36670FBD1D4CD62E157DD5DF11641',-1612531498432210828,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":3,"reliability":5,"transparency":4}',0);
INSERT INTO "response" VALUES(15,X'D064F18A1EB9AC70DF194424CAAC9578',-6323823634773065599,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":4,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(16,X'5BF8E6F74AE39AE2F3A10465F046AC04',-952037698522247120,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":5,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(17,X'B98794C95F470A1891AD85A6573E3C7A',-1059390499007617794,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":6,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(18,X'091681DF38CCBD89C3D20C01414F5CBE',3883825402937772313,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":7,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(19,X'27A8765919C3AC2BCBE1F64D394DF6EE',-4602047514213023937,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":1,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(20,X'CB7C6BA30A450939B118FB19FA9426E6',5975230907521325952,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":2,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(21,X'606756B0C91B200DDB23CC5C15A5D2D7',-3624097360362727259,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":3,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(22,X'C6A0E02CA69D1CC1F631291D03F2BC88',-8956700051839256338,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":4,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(23,X'A5762D2454A112DF9AC4D147F0542A53',3103447708378896750,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":5,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(24,X'0195A1B2000070008000000000000200',-2192073060633049123,1,1,20261122,0,4,1795380498983,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(25,X'4E0C053984197500D1910C9984E606F1',-4963717081640248053,2,1,20261122,202611,5,NULL,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(26,X'0195A1B2000070008000000000000300',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO "response" VALUES(27,X'0195A1B2000070008000000000000301',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO "response" VALUES(28,X'0195A1B2000070008000000000000302',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO "response" VALUES(29,X'0195A1B2000070008000000000000303',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO "response" VALUES(30,X'0195A1B200007000800000000000000A',-1631455517581363584,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":1,"nps":8,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(31,X'0195A1B200007000800000000000000B',8653996799448603353,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":2,"nps":0,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(32,X'0195A1B200007000800000000000000C',653922332335359174,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":3,"nps":3,"used":["wifi"]}',0);
CREATE TABLE schema_migration (
  name varchar(200) not null primary key,
  ran_at bigint not null
);
INSERT INTO "schema_migration" VALUES('0001_first.sql',1795380495159);
INSERT INTO "schema_migration" VALUES('0002_organisation.sql',1795380495187);
INSERT INTO "schema_migration" VALUES('0003_changes.sql',1795380495198);
INSERT INTO "schema_migration" VALUES('0004_computed.sql',1795380495198);
INSERT INTO "schema_migration" VALUES('0005_releases.sql',1795380495206);
INSERT INTO "schema_migration" VALUES('0006_ledger.sql',1795380495210);
INSERT INTO "schema_migration" VALUES('0007_released_comments.sql',1795380495214);
INSERT INTO "schema_migration" VALUES('0008_updates.sql',1795380495215);
INSERT INTO "schema_migration" VALUES('0009_webhooks.sql',1795380495222);
INSERT INTO "schema_migration" VALUES('0010_imports.sql',1795380495234);
INSERT INTO "schema_migration" VALUES('0011_free_text.sql',1795380495240);
INSERT INTO "schema_migration" VALUES('0012_flags.sql',1795380495246);
INSERT INTO "schema_migration" VALUES('0013_listed_comments.sql',1795380495254);
INSERT INTO "schema_migration" VALUES('0014_counts_by_group.sql',1795380495259);
INSERT INTO "schema_migration" VALUES('0015_rotated_keys.sql',1795380495267);
INSERT INTO "schema_migration" VALUES('0016_replica_beat.sql',1795380495274);
INSERT INTO "schema_migration" VALUES('0017_expired_days.sql',1795380495277);
INSERT INTO "schema_migration" VALUES('0018_rate_limits.sql',1795380495282);
CREATE TABLE setting (
  name text not null primary key,
  value text not null
) without rowid;
INSERT INTO "setting" VALUES('analysis','5');
INSERT INTO "setting" VALUES('probe','1795380503');
INSERT INTO "setting" VALUES('secret','D66024F32023A66B83FFA28B62F2B38EF3FD99ADA888A42EC4DF85E486AD9140');
INSERT INTO "setting" VALUES('secret-mark','3E5CACD13CB430600010DA98E8D6DC04DD1C640850ECBC93F75E53F1B1328AEF');
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
INSERT INTO "survey" VALUES(5,'brief','customer','none','open',NULL,0);
CREATE TABLE survey_day (
  survey integer not null references survey (id),
  day integer not null,
  updated_at integer not null,
  primary key (survey, day)
) without rowid;
INSERT INTO "survey_day" VALUES(1,20261122,1795380499494);
INSERT INTO "survey_day" VALUES(2,20261122,1795380499494);
INSERT INTO "survey_day" VALUES(3,20260310,1795380499494);
INSERT INTO "survey_day" VALUES(3,20260311,1795380499494);
INSERT INTO "survey_day" VALUES(3,20260312,1795380499494);
INSERT INTO "survey_day" VALUES(4,20260410,1795380499494);
INSERT INTO "survey_day" VALUES(5,20260310,1795380500704);
INSERT INTO "survey_day" VALUES(5,20260311,1795380500704);
INSERT INTO "survey_day" VALUES(5,20260312,1795380500704);
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
INSERT INTO "survey_dimension" VALUES(5,0,'unit');
INSERT INTO "survey_dimension" VALUES(5,1,'channel');
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
INSERT INTO "survey_period" VALUES(2,202604,20260401,20260501,'merged',202605,1795380499025,'setting',NULL,NULL,NULL,NULL);
INSERT INTO "survey_period" VALUES(4,202604,20260401,20260501,'released',NULL,1795380499027,'setting',1795380500036,'0493b4e80df2e438f6627b91d303bd6f1037089addcf59025a6df2791b9f4c5c','{"units":[{"code":"company","name":"Company","parent":null,"headcount":5,"retired":0,"isRetired":false},{"code":"north","name":"North","parent":"company","headcount":30,"retired":0,"isRetired":false}],"listed":{"channel":[null]},"bases":{"comment":[32],"response":[30],"topic:13":[-13],"trust":[24,25,26,27,29]}}','{"people":12,"seconds":0.96885,"bases":{"comment":{"people":3,"candidates":0,"released":0,"refused":0,"protectedSets":1,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"response":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"topic:13":{"people":3,"candidates":0,"released":0,"refused":0,"protectedSets":1,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"trust":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]}}}');
CREATE TABLE survey_version (
  survey integer not null references survey (id),
  version integer not null,
  definition text not null,
  published_at integer not null,
  primary key (survey, version)
) without rowid;
INSERT INTO "survey_version" VALUES(1,1,'{"audience":"customer","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795380495616);
INSERT INTO "survey_version" VALUES(2,1,'{"audience":"employee","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795380495727);
INSERT INTO "survey_version" VALUES(3,1,'{"audience":"customer","title":"Airport survey","dimensions":["channel"],"items":[{"code":"clean","kind":"rating","text":"Cleanliness","low":1,"high":5,"measures":"experience","touchpoint":"cleanliness"},{"code":"nps","kind":"rating","text":"Recommend?","low":0,"high":10,"measures":"recommend"},{"code":"used","kind":"choice","text":"Used?","options":[{"code":"wifi","text":"Wifi"},{"code":"lounge","text":"Lounge"}],"multiple":true},{"code":"why","kind":"text","text":"Why?"}]}',1795380497809);
INSERT INTO "survey_version" VALUES(4,1,'{"audience":"employee","title":"Pulse","dimensions":["channel"],"items":[{"code":"capability","kind":"rating","text":"capability","low":1,"high":7,"measures":"trust.capability"},{"code":"reliability","kind":"rating","text":"reliability","low":1,"high":7,"measures":"trust.reliability"},{"code":"transparency","kind":"rating","text":"transparency","low":1,"high":7,"measures":"trust.transparency"},{"code":"humanity","kind":"rating","text":"humanity","low":1,"high":7,"measures":"trust.humanity"},{"code":"why","kind":"text","text":"Why?"}],"access":"code"}',1795380497863);
INSERT INTO "survey_version" VALUES(5,1,'{"audience":"customer","title":"Brief","dimensions":["channel"],"items":[{"code":"clean","kind":"rating","text":"Cleanliness","low":1,"high":5,"measures":"experience","touchpoint":"cleanliness"},{"code":"nps","kind":"rating","text":"Recommend?","low":0,"high":10,"measures":"recommend"},{"code":"used","kind":"choice","text":"Used?","options":[{"code":"wifi","text":"Wifi"},{"code":"lounge","text":"Lounge"}],"multiple":true},{"code":"why","kind":"text","text":"Why?"}],"retentionDays":1}',1795380500156);
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
INSERT INTO "tally" VALUES(33,1,6,20260310,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,1,6,20260312,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,1,7,20260310,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,1,7,20260311,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,2,6,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,2,6,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,2,7,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,2,7,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,3,6,2026,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,3,6,2026,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,3,7,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(33,3,7,2026,0,4,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,1,6,20260310,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,1,6,20260312,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,1,7,20260310,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,1,7,20260311,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,2,6,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,2,6,202603,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,2,7,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,2,7,202603,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,3,6,2026,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,3,6,2026,0,6,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,3,7,2026,0,3,1,1,10000,100000000);
INSERT INTO "tally" VALUES(34,3,7,2026,0,9,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,6,20260310,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,6,20260310,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,6,20260312,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,6,20260312,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,7,20260310,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,7,20260310,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,7,20260310,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,7,20260311,0,-1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,7,20260311,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,1,7,20260311,0,1,1,1,10000,100000000);
INSERT INTO "tally" VALUES(35,2,6,202603,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,2,6,202603,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,2,7,202603,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,2,7,202603,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,2,7,202603,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,3,6,2026,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,3,6,2026,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,3,7,2026,0,-1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,3,7,2026,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(35,3,7,2026,0,1,1,2,20000,200000000);
INSERT INTO "tally" VALUES(37,1,6,20260310,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,1,6,20260312,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,1,7,20260310,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,1,7,20260311,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,2,6,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,2,6,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,2,7,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,2,7,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,3,6,2026,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,3,6,2026,0,1000002,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,3,7,2026,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(37,3,7,2026,0,1000003,1,1,10000,100000000);
INSERT INTO "tally" VALUES(38,1,6,20260310,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(38,1,6,20260312,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(38,1,7,20260310,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(38,1,7,20260311,0,0,1,1,10000,100000000);
INSERT INTO "tally" VALUES(38,2,6,202603,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(38,2,7,202603,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(38,3,6,2026,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(38,3,7,2026,0,0,1,2,20000,200000000);
INSERT INTO "tally" VALUES(40,1,6,20260310,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(40,1,6,20260312,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(40,1,7,20260310,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(40,1,7,20260311,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(40,2,6,202603,0,1000000,1,2,20000,200000000);
INSERT INTO "tally" VALUES(40,2,7,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(40,2,7,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(40,3,6,2026,0,1000000,1,2,20000,200000000);
INSERT INTO "tally" VALUES(40,3,7,2026,0,1000000,1,1,10000,100000000);
INSERT INTO "tally" VALUES(40,3,7,2026,0,1000001,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,1,6,20260310,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,1,6,20260310,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,1,6,20260310,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,1,7,20260310,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,1,7,20260310,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,1,7,20260310,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,2,6,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,2,6,202603,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,2,6,202603,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,2,7,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,2,7,202603,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,2,7,202603,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,3,6,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,3,6,2026,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,3,6,2026,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,3,7,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,3,7,2026,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(41,3,7,2026,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,1,6,20260310,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,1,6,20260310,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,1,6,20260310,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,1,7,20260310,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,1,7,20260310,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,1,7,20260310,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,2,6,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,2,6,202603,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,2,6,202603,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,2,7,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,2,7,202603,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,2,7,202603,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,3,6,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,3,6,2026,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,3,6,2026,0,58,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,3,7,2026,0,2,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,3,7,2026,0,46,1,1,10000,100000000);
INSERT INTO "tally" VALUES(42,3,7,2026,0,58,1,1,10000,100000000);
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
INSERT INTO "tally_change" VALUES(92,33,6,202603,0,1,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(93,33,6,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(94,33,7,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(95,33,7,202603,0,4,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(96,34,6,202603,0,0,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(97,34,6,202603,0,6,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(98,34,7,202603,0,3,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(99,34,7,202603,0,9,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(100,35,6,202603,0,-1,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(101,35,6,202603,0,0,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(102,35,7,202603,0,-1,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(103,35,7,202603,0,0,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(104,35,7,202603,0,1,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(105,37,6,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(106,37,6,202603,0,1000002,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(107,37,7,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(108,37,7,202603,0,1000003,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(109,38,6,202603,0,0,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(110,38,7,202603,0,0,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(111,40,6,202603,0,1000000,1,2,20000,200000000);
INSERT INTO "tally_change" VALUES(112,40,7,202603,0,1000000,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(113,40,7,202603,0,1000001,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(114,41,6,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(115,41,6,202603,0,46,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(116,41,6,202603,0,58,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(117,41,7,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(118,41,7,202603,0,46,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(119,41,7,202603,0,58,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(120,42,6,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(121,42,6,202603,0,46,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(122,42,6,202603,0,58,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(123,42,7,202603,0,2,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(124,42,7,202603,0,46,1,1,10000,100000000);
INSERT INTO "tally_change" VALUES(125,42,7,202603,0,58,1,1,10000,100000000);
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
INSERT INTO "unit" VALUES('company','Company',NULL,5,0,1795380497338);
INSERT INTO "unit" VALUES('north','North','company',30,0,1795380497338);
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
INSERT INTO "variable" VALUES(33,5,'item','clean',1,1,5,0,'experience','cleanliness');
INSERT INTO "variable" VALUES(34,5,'item','nps',1,0,10,0,'recommend',NULL);
INSERT INTO "variable" VALUES(35,5,'item','used',3,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(36,5,'item','why',4,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(37,5,'scale','experience',1,1,5,0,NULL,NULL);
INSERT INTO "variable" VALUES(38,5,'response','response',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(39,5,'delay','delay',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(40,5,'journey','journey',0,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(41,5,'item','_topics',5,0,0,0,NULL,NULL);
INSERT INTO "variable" VALUES(42,5,'item','why',5,0,0,0,NULL,NULL);
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
INSERT INTO "variable_option" VALUES(35,0,'wifi');
INSERT INTO "variable_option" VALUES(35,1,'lounge');
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
