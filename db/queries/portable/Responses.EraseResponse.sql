-- Touches one row, if it still holds answers: only the id stays, so that a late retry does not bring it back.
update response
set content_hash = null, survey = null, version = null, day = null, period = null, cohort = null, answered_at = null,
  delay = null, language = null, respondent = null, weight = null, answers = null, erased = 1
where seq = @Seq and erased = 0
