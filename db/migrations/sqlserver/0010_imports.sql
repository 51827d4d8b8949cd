-- How the responses of other products come in.

-- A row is what the organisation says of one format of a survey: which column is which item, as JSON (null: as the survey's codes and aliases say), and the
-- secret that messages are signed with, encrypted (null: none).
create table survey_import (
  survey int not null references survey (id),
  format varchar(40) collate Latin1_General_BIN2 not null,
  map nvarchar(max) null,
  secret varchar(max) null,
  primary key (survey, format)
);
