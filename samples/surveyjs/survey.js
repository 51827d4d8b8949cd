// Shows a survey with the SurveyJS library and sends what it gives to Feedback. A response gets its id here, waits in the page's storage until it is
// stored, and is sent again under that id: it is stored once, however often it is sent.
//
// data-service  the address of the service         data-survey  the survey's key
// data-key      an ingest key, bound to this origin
// data-form     the address of a definition of your own; without it the service gives one
// data-about    dimensions as JSON, such as {"channel":"web"}
(() => {
  const { service, survey: surveyKey, key, form, about } = document.currentScript.dataset
  const address = path => `${service}/v1/surveys/${encodeURIComponent(surveyKey)}/${path}`
  const headers = { Authorization: `Bearer ${key}` }
  const waiting = `feedback.${surveyKey}.`
  const refused = [400, 409, 413]

  async function show() {
    const definition = await (form ? fetch(form) : fetch(address('form?format=surveyjs'), { headers })).then(answer => answer.json())
    const survey = new Survey.Model(definition)
    survey.locale = document.documentElement.lang
    survey.onComplete.add(async (_, options) => {
      const response = {
        id: newId(),
        version: survey.getVariable('surveyVersion'),
        language: document.documentElement.lang || undefined,
        about: about ? JSON.parse(about) : undefined,
        answers: answersOf(survey),
      }
      keep(response)
      options.showSaveInProgress()
      const answer = await send(response)
      if (answer.ok) options.showSaveSuccess()
      else options.showSaveError()
      const { ignored, errors } = await answer.json()
      if (ignored) console.info('Not stored, because the survey has no place for them:', ignored)
      if (errors) console.error('Refused:', JSON.stringify(errors))
    })
    SurveyUI.renderSurvey(survey, document.getElementById('survey'))
  }

  // What was shown and left is null; what was never shown is missing.
  function answersOf(survey) {
    const answers = { ...survey.data }
    for (const question of survey.getAllQuestions(true).filter(question => question.hasInput)) {
      const name = question.getValueName()
      const rows = question.getType() === 'matrix' ? question.visibleRows.map(row => row.name) : question.getType() === 'multipletext' ? question.items.map(item => item.name) : null
      if (rows?.length) answers[name] = { ...Object.fromEntries(rows.map(row => [row, null])), ...answers[name] }
      else answers[name] ??= null
    }
    return answers
  }

  // Until it is stored or refused for good; meanwhile the service may be away, busy or restarted.
  async function send(response) {
    for (let pause = 1000; ; pause = Math.min(2 * pause, 60000)) {
      const answer = await fetch(address('responses?format=surveyjs'), { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(response) }).catch(() => null)
      if (answer?.ok || refused.includes(answer?.status)) localStorage.removeItem(waiting + response.id)
      if (answer && answer.status < 500 && answer.status !== 429) return answer
      await new Promise(done => setTimeout(done, pause * (0.5 + Math.random())))
    }
  }

  function keep(response) {
    try { localStorage.setItem(waiting + response.id, JSON.stringify(response)) } catch { /* A browser without storage: the page has to stay open. */ }
  }

  function left() {
    try { return Object.keys(localStorage).filter(name => name.startsWith(waiting)).map(name => JSON.parse(localStorage.getItem(name))) } catch { return [] }
  }

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    bytes[6] = bytes[6] & 0x0f | 0x40
    bytes[8] = bytes[8] & 0x3f | 0x80
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }

  // The page closes: a beacon outlives it, and sets no headers. What is still in the storage is sent on the next visit.
  addEventListener('pagehide', () => left().forEach(response => navigator.sendBeacon(`${address('responses')}?format=surveyjs&key=${encodeURIComponent(key)}`, JSON.stringify(response))))
  left().forEach(send)
  show()
})()
