// Survey pages with a script: the same form, turned in place, sent without leaving the page, with a draft that outlives a reload.
// Everything works without this file; the service decides everything, and sends the same HTML.

const here = () => document.getElementById('here');

begin();

function begin() {
  const done = document.querySelector('[data-done]');
  if (done) forget(done.dataset.done);
  const form = document.querySelector('form.survey');
  if (form) enhance(form);
}

function enhance(form) {
  const words = form.dataset;
  const sections = [...form.querySelectorAll('section.item')];
  const progress = form.querySelector('progress');
  const status = form.querySelector('.status');
  const isSteps = 'steps' in words;
  let isBusy = false;

  if (!('given' in words) && wasLoadedAgain()) restore();
  if (isSteps) turn(step(), false);
  form.querySelectorAll('textarea[data-limit]').forEach(limit);
  refresh();
  form.addEventListener('input', event => { refresh(); if (isAnswered(event.target.closest('.item'))) pardon(event.target.closest('.item')); });
  form.addEventListener('keydown', enter);
  form.addEventListener('click', lead);
  form.addEventListener('submit', submit);
  onpopstate = event => { if (isSteps && form.isConnected) turn(event.state?.step ?? 0); };
  onoffline = () => tell(words.offline);
  ononline = () => tell('');

  function refresh() {
    save();
    if (isSteps) return;
    const answered = sections.slice(+words.offset).filter(isAnswered).length;
    form.querySelector('.progress').hidden = false;
    progress.value = answered;
    form.querySelector('#progress').textContent = fill(words.answered, answered, progress.max);
  }

  function step() { return Math.min(+form.elements.step.value, sections.length - 1); }

  // Shows one section. The browser's "Back" leads to the one before.
  function turn(to, moves = true) {
    const last = sections.length - 1;
    sections.forEach((section, place) => { section.hidden = place !== to; });
    form.elements.step.value = to;
    form.querySelector('.intro').hidden = to > 0;
    form.querySelector('.back').hidden = to === 0;
    form.querySelector('.next').hidden = to === last;
    form.querySelector('.send').hidden = to !== last;
    form.querySelector('button').value = to === last ? 'keep' : 'next';
    const question = to - words.offset + 1;
    progress.value = Math.max(0, question);
    form.querySelector('#progress').textContent = question < 1 ? sections[0].querySelector('.text').textContent : fill(words.question, question, progress.max);
    if (!moves) return;
    save();
    tell('');
    form.querySelector('.progress').scrollIntoView({ block: 'start' });
    sections[to].tabIndex = -1;
    sections[to].setAttribute('aria-labelledby', sections[to].querySelector('legend, .question').id);
    sections[to].focus({ preventScroll: true });
  }

  function next() {
    const at = step();
    if (sections[at].dataset.required && !isAnswered(sections[at])) return blame(sections[at]);
    history.pushState({ step: at + 1 }, '');
    turn(at + 1);
  }

  function back() {
    if (history.state?.step === step()) history.back();
    else turn(step() - 1);
  }

  async function submit(event) {
    const go = event.submitter?.value ?? 'keep';
    event.preventDefault();
    if (isBusy) return;
    if (isSteps && go === 'next') return next();
    if (isSteps && go === 'back') return back();
    if (!navigator.onLine) return tell(words.offline);
    const fields = new URLSearchParams(new FormData(form));
    fields.set('go', go);
    isBusy = true;
    event.submitter?.setAttribute('aria-disabled', 'true');
    if (go === 'send') tell(words.sending);
    const page = await send(form.getAttribute('action').split('#')[0], fields);
    isBusy = false;
    event.submitter?.removeAttribute('aria-disabled');
    if (page) show(page);
    else tell(navigator.onLine ? words.unreachable : words.offline);
  }

  // The Enter key goes on to the next question, and never sends.
  function enter(event) {
    if (event.key !== 'Enter' || !event.target.matches('input')) return;
    event.preventDefault();
    if (isSteps && step() < sections.length - 1) next();
  }

  // A link to what is wrong opens the screen that it is on.
  function lead(event) {
    const control = isSteps && document.getElementById(event.target.closest('.summary a')?.hash.slice(1));
    if (!control) return;
    event.preventDefault();
    turn(sections.indexOf(control.closest('.item')));
    control.focus();
  }

  function tell(text) { status.textContent = text; }

  // An element for words of the page's own is in their language, where the page is in another.
  function speak(element) {
    for (const name of ['lang', 'dir']) if (status.hasAttribute(name)) element.setAttribute(name, status.getAttribute(name));
  }

  // Says that a question needs an answer, as the service would.
  function blame(section) {
    const target = section.querySelector('fieldset, input, select, textarea');
    const control = section.querySelector('input, select, textarea');
    if (!section.querySelector('.error')) {
      const error = document.createElement('p');
      const mark = document.createElement('span');
      mark.className = 'unseen';
      mark.textContent = words.mark + ': ';
      error.className = 'error';
      speak(error);
      error.id = control.name + ':error';
      error.append(mark, section.dataset.required);
      section.querySelector('legend, .question').after(error);
      target.setAttribute('aria-describedby', `${error.id} ${target.getAttribute('aria-describedby') ?? ''}`.trim());
    }
    (target.matches('fieldset:not([role])') ? control : target).setAttribute('aria-invalid', 'true');
    control.focus();
  }

  function pardon(section) {
    section.querySelector('.error')?.remove();
    section.querySelectorAll('[aria-invalid]').forEach(e => e.removeAttribute('aria-invalid'));
  }

  // The draft stays in this tab alone and goes when the answers are stored. It has the id, so that answers whose
  // acknowledgement was lost are not stored twice.
  function save() {
    const answers = [...new FormData(form)].filter(([name, value]) => value && (name.startsWith('answers.') || name === 'code' && form.elements.code.type === 'text'));
    if (answers.length > 0) remember(words.survey, { link: link(), id: value('id'), replaces: value('replaces'), step: value('step'), answers });
  }

  function restore() {
    const draft = recall(words.survey);
    if (draft?.link !== link()) return;
    form.elements.id.value = draft.id;
    if (draft.replaces && !form.elements.replaces) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: 'replaces', value: draft.replaces });
      form.append(field);
    }
    if (draft.step && form.elements.step) form.elements.step.value = draft.step;
    for (const [name, given] of draft.answers) {
      for (const control of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (control.type === 'radio' || control.type === 'checkbox') control.checked ||= control.value === given;
        else if (control.type !== 'hidden') control.value = given;
      }
    }
  }

  // What the link says, as a number: the answers of somebody with another link are not shown.
  function link() {
    let number = 0;
    for (const field of form.querySelectorAll('input[type=hidden]')) {
      if (!/^(version|code|invitedOn|test|about\..*)$/.test(field.name)) continue;
      for (const letter of `${field.name}=${field.value}\n`) number = Math.imul(31, number) + letter.codePointAt(0) | 0;
    }
    return number;
  }

  function value(name) { return form.elements[name]?.value; }

  function limit(area) {
    const left = document.createElement('span');
    left.className = 'left';
    speak(left);
    left.setAttribute('aria-live', 'polite');
    area.after(left);
    const count = () => {
      const room = area.dataset.limit - area.value.length;
      left.textContent = room > 500 ? '' : room < 0 ? fill(words.over, -room) : fill(words.left, room);
    };
    area.addEventListener('input', count);
    count();
  }
}

// Sends fields and gives the page that the service answers; null where it cannot be reached, or something else answers for it.
async function send(address, fields) {
  try {
    const answer = await fetch(address, { method: 'POST', body: fields });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector('link[href*="/survey-"]') ? { page, address: answer.redirected ? answer.url : null } : null;
  } catch {
    return null;
  }
}

// Puts a page in the place of this one.
function show({ page, address }) {
  if (address) history.replaceState(null, '', address);
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  document.querySelector('main').replaceChildren(...page.querySelector('main').childNodes);
  scrollTo(0, 0);
  begin();
  (here() ?? document.querySelector('h1')).focus();
}

function isAnswered(section) {
  return [...section?.querySelectorAll('input, select, textarea') ?? []].some(c => c.type === 'radio' || c.type === 'checkbox' ? c.checked && c.value : c.value.trim());
}

function fill(text, ...values) { return text.replace(/\{(\d)\}/g, (_, place) => values[place]); }

// A link that is opened anew begins anew, also in a tab where somebody else has begun to answer.
function wasLoadedAgain() { return ['reload', 'back_forward'].includes(performance.getEntriesByType('navigation')[0]?.type); }

function remember(survey, draft) { stored(s => s.setItem(`survey:${survey}`, JSON.stringify(draft))); }

function recall(survey) { return JSON.parse(stored(s => s.getItem(`survey:${survey}`)) ?? 'null'); }

function forget(survey) { stored(s => s.removeItem(`survey:${survey}`)); }

// Where a browser keeps nothing, there is no draft, and all else works.
function stored(use) {
  try { return use(sessionStorage); } catch { return null; }
}
