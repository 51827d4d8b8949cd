-- How the responses of other products come in.

-- A row is what the organisation says of one format of a survey: which column is which item, as JSON (null: as the survey's codes and aliases say), and the
-- secret that messages are signed with, encrypted (null: none).
create table survey_import (
  survey integer not null references survey (id),
  format text not null,
  map text null,
  secret text null,
  primary key (survey, format)
) without rowid;
