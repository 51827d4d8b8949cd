// Loads forms into the SurveyJS library and answers every question of them. Reads one form a line from standard input and writes, a line each,
// what the library complains of, how it understands the form, and what it gives as the answers.
import { createInterface } from 'node:readline'
import { Model, Serializer } from 'survey-core'

// What Feedback adds to definitions, as docs/surveyjs.md has it.
for (const name of ['audience', 'dimensions', 'period', 'access', 'k', 'page', 'drivers', 'ignores']) Serializer.addProperty('survey', { name })
for (const name of ['kind', 'measures', 'touchpoint', 'reversed', 'multiple', 'aliases', 'pointAliases', 'skipAliases']) Serializer.addProperty('question', { name })
for (const name of ['measures', 'touchpoint', 'reversed', 'aliases']) Serializer.addProperty('itemvalue', { name })

const words = 'In my own words.'

const shown = question => question.visibleRateValues ?? question.visibleChoices ?? []

function answer(question) {
  const values = shown(question).map(value => value.value)
  switch (question.getType()) {
    case 'html': return undefined
    case 'boolean': return question.valueTrue ?? true
    case 'matrix': return Object.fromEntries(question.rows.map(row => [row.value, question.columns[1].value]))
    case 'multipletext': return Object.fromEntries(question.items.map(item => [item.name, words]))
    case 'file': return [{ name: 'desk.png', type: 'image/png', content: 'data:image/png;base64,' }]
    case 'text': return { number: 7, email: 'me@example.org' }[question.inputType] ?? words
    case 'checkbox': case 'tagbox': return values.filter(value => !question.showNoneItem || value !== 'none')
    case 'ranking': return values
    default: return values.length > 0 ? values.at(-1) : words
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const survey = new Model(JSON.parse(line))
  const saved = survey.toJSON()
  const questions = survey.getAllQuestions()
  const titles = {}
  for (const language of ['', 'de', 'fr']) {
    survey.locale = language
    titles[language] = [survey.title, ...questions.map(question => question.title)]
  }
  survey.locale = ''
  for (const question of questions) {
    question.value = answer(question)
    if (question.showOtherItem) question.otherValue = words
    if (question.showCommentArea) question.comment = words
  }
  const isDone = survey.tryComplete()
  console.log(JSON.stringify({
    errors: (survey.jsonErrors ?? []).map(error => error.message),
    version: survey.getVariable('surveyVersion'),
    questions: questions.map(question => ({ name: question.name, type: question.getType(), required: question.isRequired, values: shown(question).map(value => value.value) })),
    titles,
    saved,
    isDone,
    data: survey.data,
  }))
}
