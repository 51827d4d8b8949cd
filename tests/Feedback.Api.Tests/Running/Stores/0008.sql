-- A store as the last version before migration 0009 left it, filled through its own API. What it said then: {"recommend": {"n": 13, "estimate": -53.84615384615385}, "journeyPass": {"n": null, "estimate": null, "status": "withheld"}, "trust": {"n": 10, "estimate": 49.3}, "responses": 27, "comments": 10, "keys": 1, "fresh": 0}
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
INSERT INTO "api_key" VALUES('01a20495b7c370048c3e672a6580fa57','kept','ingest','customer','[]','0cf05db2f5fd4240fe128cf9a297807860b20cd8090b2214128064b65ffbe596',1795373250499,NULL,NULL);
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
INSERT INTO "invitation_code" VALUES(4,'102e48257ee660824db1c001e01c5a48',1);
INSERT INTO "invitation_code" VALUES(4,'27c3c85b29382c53fc2bc3f30a3917b1',1);
INSERT INTO "invitation_code" VALUES(4,'3e32afd2037527db37398f0fb934b222',0);
INSERT INTO "invitation_code" VALUES(4,'40946bd41d23a67dcde69e4ab5ce19de',1);
INSERT INTO "invitation_code" VALUES(4,'630e5355f8893efa571d81d685267ff7',1);
INSERT INTO "invitation_code" VALUES(4,'64a54252f53ab3072c4cbfee73b9838a',1);
INSERT INTO "invitation_code" VALUES(4,'8ea865a0f0246f80abf4e0d77b628594',1);
INSERT INTO "invitation_code" VALUES(4,'a72687957d07ee86ceb34f07b4d4a788',1);
INSERT INTO "invitation_code" VALUES(4,'b23e4dc2fde29fac6e70163e97af61cb',1);
INSERT INTO "invitation_code" VALUES(4,'b9b67e896ffc0501540e3b2d6b8dae70',0);
INSERT INTO "invitation_code" VALUES(4,'bd7ffd6e7fca7587795e6c8be148fd28',1);
INSERT INTO "invitation_code" VALUES(4,'cd9b78896b54d6810f90473d10ca315a',1);
INSERT INTO "invitation_code" VALUES(4,'d56e56495ca9953e1971c363f5e1f99b',1);
INSERT INTO "invitation_code" VALUES(4,'f237ebceb269641985ea83b8629eca12',1);
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
INSERT INTO "ledger" VALUES(1,1795373252061,20261122,'setting','ReleasePeriod',NULL,'2026-04',NULL,'published',2,0,'{"survey":"pulse","candidates":2,"released":2,"refused":0,"protectedSets":1,"primes":["2305843009213693951","2147483647"],"seconds":0.719,"hash":"8427bf4a95b953df345e65b9a9007cd4850d1c39f83fd4504a51c93cdc91ba49"}');
INSERT INTO "ledger" VALUES(2,1795373255847,20261122,'setting','ReadIndicator','trust','2026-04','{"survey":["pulse"]}','answered',1,0,NULL);
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
INSERT INTO "response" VALUES(1,X'0195A1B2000070008000000000000000',6229660314911089087,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":1,"nps":0,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(2,X'0195A1B2000070008000000000000001',-2676426532269484225,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":2,"nps":3,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(3,X'0195A1B2000070008000000000000002',6817433028623919967,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":3,"nps":6,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(4,X'0195A1B2000070008000000000000003',2238575312975629997,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":4,"nps":9,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(5,X'0195A1B2000070008000000000000004',7940811014020744722,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":5,"nps":1,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(6,X'0195A1B2000070008000000000000005',8034166295651626903,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":1,"nps":4,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(7,X'0195A1B2000070008000000000000006',-1099047000401758392,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":2,"nps":7,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(8,X'0195A1B2000070008000000000000007',-1803681924020643270,3,1,20260311,0,2,1773223200000,NULL,'en',NULL,10000,'{"clean":3,"nps":10,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(9,X'0195A1B2000070008000000000000008',457397978834499045,3,1,20260312,0,1,1773309600000,NULL,'en',NULL,10000,'{"clean":4,"nps":2,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(10,X'0195A1B2000070008000000000000009',8793641162603499979,3,1,20260310,0,2,1773136800000,NULL,'en',NULL,10000,'{"clean":5,"nps":5,"used":["wifi","lounge"]}',0);
INSERT INTO "response" VALUES(11,X'0195A1B200007000800000000000000A',5997722446227875426,3,1,20260311,0,1,1773223200000,NULL,'en',NULL,10000,'{"clean":1,"nps":8,"used":["wifi"],"why":null}',0);
INSERT INTO "response" VALUES(12,X'0195A1B200007000800000000000000B',-8964456238734083433,3,1,20260312,0,2,1773309600000,NULL,'en',NULL,10000,'{"clean":2,"nps":0,"used":["wifi","lounge"],"why":null}',0);
INSERT INTO "response" VALUES(13,X'0195A1B200007000800000000000000C',-7472952850122814568,3,1,20260310,0,1,1773136800000,NULL,'en',NULL,10000,'{"clean":3,"nps":3,"used":["wifi"]}',0);
INSERT INTO "response" VALUES(14,X'0195A1B200007000800000000000000D',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "response" VALUES(15,X'B3AABEC443E95A3190B7098D3A55B34C',-1643951591764858853,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":1,"reliability":3,"transparency":4}',0);
INSERT INTO "response" VALUES(16,X'9F91ED7DE8D278909A41506CDE8DE30E',4809178492777066609,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":2,"reliability":4,"transparency":4}',0);
INSERT INTO "response" VALUES(17,X'4DFC16CB4F2B2C8147A85397D8C8804A',-7086323164276210099,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":3,"reliability":5,"transparency":4}',0);
INSERT INTO "response" VALUES(18,X'655C156086451886471BDF6A98E25197',8851846123391403741,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":4,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(19,X'CB4ADE16DE464706A552FB4F3AEF8DC0',-9114906293966599718,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":5,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(20,X'F0906884C6C14F377BD06E90C311D9DC',-591425049916825469,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":6,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(21,X'7B115B47663B35B28DA2D5F5BA74ED53',814944342921076496,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":7,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(22,X'976926276AB51BA57187C9E72DE26F3D',5816064757043279274,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":4,"humanity":1,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(23,X'98C5DAB974636DFA0925C002A5416144',-4262527828551092721,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":5,"humanity":2,"reliability":3,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(24,X'9C6E94DC9D37781FED5608B603761103',165523454822289005,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":6,"humanity":3,"reliability":4,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(25,X'B9E11BCB72AE8D0462A0BF0751BC4029',-5072283582357769030,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":2,"humanity":4,"reliability":5,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(26,X'ACF212A553EA43FF293F6FA8CCD09CCA',2586765357836499111,4,1,20260410,202604,3,NULL,NULL,NULL,NULL,10000,'{"capability":3,"humanity":5,"reliability":6,"transparency":4,"why":null}',0);
INSERT INTO "response" VALUES(27,X'0195A1B2000070008000000000000200',-1836045184446443237,1,1,20261122,0,4,1795373251181,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
INSERT INTO "response" VALUES(28,X'3E369D90C1D4E506380852A624499B5A',6900357889774241757,2,1,20261122,202611,5,NULL,NULL,NULL,NULL,10000,'{"kind":"concern"}',0);
CREATE TABLE schema_migration (
  name varchar(200) not null primary key,
  ran_at bigint not null
);
INSERT INTO "schema_migration" VALUES('0001_first.sql',1795373248296);
INSERT INTO "schema_migration" VALUES('0002_organisation.sql',1795373248311);
INSERT INTO "schema_migration" VALUES('0003_changes.sql',1795373248314);
INSERT INTO "schema_migration" VALUES('0004_computed.sql',1795373248322);
INSERT INTO "schema_migration" VALUES('0005_releases.sql',1795373248326);
INSERT INTO "schema_migration" VALUES('0006_ledger.sql',1795373248331);
INSERT INTO "schema_migration" VALUES('0007_released_comments.sql',1795373248338);
INSERT INTO "schema_migration" VALUES('0008_updates.sql',1795373248342);
CREATE TABLE setting (
  name text not null primary key,
  value text not null
) without rowid;
INSERT INTO "setting" VALUES('secret','5E3BAA451DA08266752E354E5444F5A9AB481FE0DA0E02A72F8C10495CDC0AF7');
INSERT INTO "setting" VALUES('secret-mark','C83176BFD6858B60EC2F8BA54D76E7DAEE0B4DF08F0668DF811829576C5A7B1A');
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
INSERT INTO "survey_day" VALUES(1,20261122,1795373251737);
INSERT INTO "survey_day" VALUES(2,20261122,1795373251737);
INSERT INTO "survey_day" VALUES(3,20260310,1795373251737);
INSERT INTO "survey_day" VALUES(3,20260311,1795373251737);
INSERT INTO "survey_day" VALUES(3,20260312,1795373251737);
INSERT INTO "survey_day" VALUES(4,20260410,1795373251737);
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
INSERT INTO "survey_period" VALUES(2,202604,20260401,20260501,'merged',202605,1795373251284,'setting',NULL,NULL,NULL,NULL);
INSERT INTO "survey_period" VALUES(4,202604,20260401,20260501,'released',NULL,1795373251294,'setting',1795373252024,'8427bf4a95b953df345e65b9a9007cd4850d1c39f83fd4504a51c93cdc91ba49','{"units":[{"code":"company","name":"Company","parent":null,"headcount":5,"retired":0,"isRetired":false},{"code":"north","name":"North","parent":"company","headcount":30,"retired":0,"isRetired":false}],"listed":{"channel":[null]},"bases":{"comment":[],"response":[25],"trust":[19,20,21,22,24]}}','{"people":12,"seconds":0.6830852,"bases":{"comment":{"people":3,"candidates":0,"released":0,"refused":0,"protectedSets":1,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"response":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]},"trust":{"people":12,"candidates":1,"released":1,"refused":0,"protectedSets":0,"kinds":"the top node only","primes":["2305843009213693951","2147483647"]}}}');
CREATE TABLE survey_version (
  survey integer not null references survey (id),
  version integer not null,
  definition text not null,
  published_at integer not null,
  primary key (survey, version)
) without rowid;
INSERT INTO "survey_version" VALUES(1,1,'{"audience":"customer","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795373248605);
INSERT INTO "survey_version" VALUES(2,1,'{"audience":"employee","title":"Unprompted feedback","dimensions":["channel","page","topic"],"items":[{"code":"kind","kind":"choice","text":"Kind","options":[{"code":"idea","text":"idea"},{"code":"concern","text":"concern"},{"code":"praise","text":"praise"},{"code":"question","text":"question"}]},{"code":"text","kind":"text","text":"Text"},{"code":"rating","kind":"rating","text":"Rating","low":1,"high":5}]}',1795373248729);
INSERT INTO "survey_version" VALUES(3,1,'{"audience":"customer","title":"Airport survey","dimensions":["channel"],"items":[{"code":"clean","kind":"rating","text":"Cleanliness","low":1,"high":5,"measures":"experience","touchpoint":"cleanliness"},{"code":"nps","kind":"rating","text":"Recommend?","low":0,"high":10,"measures":"recommend"},{"code":"used","kind":"choice","text":"Used?","options":[{"code":"wifi","text":"Wifi"},{"code":"lounge","text":"Lounge"}],"multiple":true},{"code":"why","kind":"text","text":"Why?"}]}',1795373250122);
INSERT INTO "survey_version" VALUES(4,1,'{"audience":"employee","title":"Pulse","dimensions":["channel"],"items":[{"code":"capability","kind":"rating","text":"capability","low":1,"high":7,"measures":"trust.capability"},{"code":"reliability","kind":"rating","text":"reliability","low":1,"high":7,"measures":"trust.reliability"},{"code":"transparency","kind":"rating","text":"transparency","low":1,"high":7,"measures":"trust.transparency"},{"code":"humanity","kind":"rating","text":"humanity","low":1,"high":7,"measures":"trust.humanity"},{"code":"why","kind":"text","text":"Why?"}],"access":"code"}',1795373250188);
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
INSERT INTO "unit" VALUES('company','Company',NULL,5,0,1795373250364);
INSERT INTO "unit" VALUES('north','North','company',30,0,1795373250364);
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
CREATE INDEX ledger_day on ledger (day, seq);
CREATE INDEX ledger_withheld on ledger (day, status, withheld);
CREATE INDEX comment_variable on comment (variable, response);
