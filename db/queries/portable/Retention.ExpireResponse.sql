-- Touches one row, if it still holds answers: only the id stays, and that its time was over.
update response
set content_hash = null, survey = null, version = null, day = null, period = null, cohort = null, answered_at = null,
  delay = null, language = null, respondent = null, weight = null, answers = null, erased = 2
where seq = @Seq and erased = 0
