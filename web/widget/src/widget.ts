import { makeAsking, noticeOf, type Asking, type Draft } from "./asking";
import { dayOf, randomId, storage } from "./browser";
import { button, complain, h } from "./dom";
import { makeFrame } from "./frame";
import type { Options } from "./options";
import type { Outbox, Outcome, Place, Waiting } from "./outbox";
import { erase, readForm, type Form, type NoForm } from "./service";
import { fill, say, textsIn, type Texts } from "./texts";

export type Widget = ReturnType<typeof makeWidget>;

/** A time at which it is the same day from Hawaii to New Zealand: of an employee's answer no other is told. */
const dayTime = "T10:00:00Z";

/** Languages that are written from right to left. */
const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

/** One widget: asks, hands the response to the outbox, and shows what became of it. */
export function makeWidget(options: Options, outbox: Outbox, told: (event: "open" | "close") => void) {
  const { server, key, name, survey, place, open: mode, wait } = options;
  const path = `${server}v1/${survey ? `surveys/${encodeURIComponent(survey)}/` : "feedback"}`;
  const to = survey ? path + "responses" : path, draftName = `feedback:draft:${to}`;
  const frame = makeFrame(options, place, () => void open(), () => {
    told("close");
    // The small form begins anew when it is opened again.
    if (sent && !asking && !form!.items) sent = undefined;
  });
  let form: Form | undefined, asking: Asking | undefined, respondent: string | undefined, refused: string | undefined;
  let texts: Texts, language: string;
  /** What was sent and is shown as sent. */
  let sent: { waiting: Waiting; kept: Place } | undefined;

  /** Takes the language as the page has it now. */
  function listen(): void {
    const { lang, texts: given } = options;
    language = lang || place.closest<HTMLElement>("[lang]")?.lang || navigator.language || "en";
    const own = textsIn(language, given);
    texts = own.texts;
    frame.speak(Object.keys(given).length ? language : own.lang, lang ? (rightToLeft.test(lang) ? "rtl" : "ltr") : getComputedStyle(place).direction, texts.button, texts.close);
  }

  async function loaded(): Promise<Form> {
    return form ??= await readForm(survey ? path + "form" : path + "/form" + (options.audience ? `?audience=${options.audience}` : ""), key);
  }

  /** Shows the form; false when there is none to show, which the console says why. */
  async function open(): Promise<boolean> {
    listen();
    if (!frame.isOpen() || mode === "inline") told("open");
    frame.open();
    if (sent || asking) return true;
    frame.show(texts.button, texts.busy);
    frame.focus();
    try {
      await loaded();
      if (!asking) ask();
      return true;
    } catch (reason) {
      excuse(reason as NoForm);
      return false;
    }
  }

  function excuse({ status, code }: NoForm): void {
    const isClosed = code === "survey_closed";
    frame.show(texts.button, isClosed ? texts.closed : texts.failed, !isClosed && h("div", { class: "actions" }, button(texts.again, () => void open(), "main")));
    complain(`no form for ${name}:`, status ? `${status} ${code}` : `no answer, or no living key lists ${location.origin}`);
  }

  function ask(): void {
    const about = say(form!.description, language);
    asking = makeAsking(form!, texts, language, options.steps === "one" && !!form!.items, form!.access === "code" && !options.code, notice(), keep, send);
    const restart = button(texts.clear, () => { forget(); ask(); frame.focus(); }, "plain");
    frame.show((form!.items && say(form!.title, language)) || texts.button, "", ...earlier(), about && h("p", null, about),
      asking.resume(draft()) && h("p", { class: "soft" }, texts.begun + " ", restart), asking.element);
  }

  function notice(): HTMLElement | null {
    const { invitedOn } = options;
    return form!.audience === "employee" ? noticeOf(form!, texts, { ...aboutOf(), ...(invitedOn && { invitedOn }) }) : null;
  }

  /** What responses are about, without what the survey does not know: a slip of the page must not cost anybody's answer. */
  function aboutOf(): Record<string, string> {
    const known: Record<string, string[] | 0> = { unit: 0 }, about: Record<string, string> = {};
    for (const dimension of form!.dimensions ?? []) known[(dimension as { name: string }).name ?? dimension] = (dimension as { values?: string[] }).values ?? 0;
    for (const [dimension, value] of Object.entries(options.about)) {
      if (value == null) continue;
      const values = known[dimension];
      if (values === 0 || values?.includes(value)) about[dimension] = value;
      else complain(`left out, because the survey does not take it: ${dimension}`);
    }
    return about;
  }

  /** What the service refused before, for its writer to read, copy and throw away. */
  const earlier = (): HTMLElement[] => outbox.all().filter((waiting) => waiting.refused && waiting.to === to).map((waiting) => {
    const { text, answers } = JSON.parse(waiting.body) as { text?: string; answers?: object };
    const box = h("div", { class: "notice" }, fill(texts.refused, { code: waiting.refused! }), h("blockquote", null, text ?? Object.values(answers!).filter((answer) => typeof answer === "string").join("\n")),
      button(texts.clear, () => { outbox.drop(waiting.id); box.remove(); frame.focus(); }, "plain"));
    return box;
  });

  function response(): Waiting {
    const { audience, items, version, access } = form!, { invitedOn, code } = options;
    const now = new Date(), id = randomId(), isPrivate = audience === "employee", answers = asking!.answers();
    const common = { id, answeredAt: isPrivate ? dayOf(now) + dayTime : now.toISOString(), language: /^[a-z]{2,8}(-[a-z\d]{1,8}){0,3}$/i.test(language) ? language : undefined, about: aboutOf(), respondent };
    const body = items ? { ...common, version, code: access === "code" ? code || asking!.code() : undefined, invitedOn, answers } : { ...common, audience, ...answers };
    return { id, to, key, body: JSON.stringify(body), day: dayOf(now), isPrivate };
  }

  /** Writes the response down first, then sends it. */
  function send(): void {
    const waiting = response();
    sent = { waiting, kept: outbox.put(waiting, wait) };
    if (refused) outbox.drop(refused);
    asking!.setBusy(true);
    frame.say(texts.busy);
    void outbox.submit(waiting);
  }

  /** What became of a response, perhaps long after it was sent. */
  function changed(waiting: Waiting, outcome: Outcome): void {
    if (sent?.waiting.id !== waiting.id) return;
    const wasAsking = asking, { kept } = sent;
    if (outcome.is === "refused") return reject(outcome.code);
    asking = undefined;
    if (outcome.is === "stored") thank(waiting);
    // That it still waits need not be said again.
    else if (wasAsking) frame.show(texts.thanks, `${texts.unsent} ${kept === "local" ? texts.local : texts.memory}`, actions());
    if (!wasAsking) return;
    forget();
    frame.focus();
  }

  /** The service will never take it as it is: everything stays in the form, or comes back into it. */
  function reject(code: string): void {
    const { id } = sent!.waiting, isCode = /_code$/.test(code);
    complain(`refused for ${name}: ${code}`);
    sent = undefined;
    if (!asking) return ask();
    asking.setBusy(false);
    keep();
    frame.say(code === "survey_closed" ? texts.closed : isCode ? "" : fill(texts.refused, { code }));
    refused = id;
    if (isCode) asking.faultCode(texts.badCode);
    else asking.focus();
  }

  /** The receipt is shown here and kept nowhere. */
  function thank({ id }: Waiting): void {
    const own = say(form!.thanks, language);
    const receipt = h("div", { class: "notice" }, texts.receipt, h("code", null, id), h("div", { class: "actions" },
      navigator.clipboard && button(texts.copy, () => void navigator.clipboard.writeText(id).then(() => frame.say(texts.copy + " ✓"))),
      button(texts.erase, () => void erase(server, key, id).then((isErased) => {
        frame.say(isErased ? texts.erased : texts.failed);
        if (!isErased) return;
        frame.focus();
        receipt.remove();
      }))));
    frame.show(texts.thanks, texts.stored, own && h("p", null, own), receipt, actions());
  }

  const actions = (): HTMLElement => h("div", { class: "actions" },
    !form!.items && button(texts.button, () => { sent = undefined; ask(); frame.focus(); }),
    mode !== "inline" && button(texts.close, frame.close, "main"));

  function draft(): Draft | null {
    try {
      return JSON.parse(storage("session")!.getItem(draftName)!) as Draft;
    } catch {
      return null;
    }
  }

  function keep(): void {
    try {
      if (!sent) storage("session")!.setItem(draftName, JSON.stringify(asking!.draft()));
    } catch { /* A draft is a courtesy. */ }
  }

  const forget = (): void => storage("session")?.removeItem(draftName);

  listen();
  if (mode === "inline") void open();
  return {
    name, survey, key, to, open, changed,
    close: frame.close,
    remove: frame.remove,
    /** Says who a customer is, by a reference of the page's own; the service keeps a keyed hash of it. */
    async identify(reference: string): Promise<void> {
      if ((await loaded()).audience === "employee") throw new Error("identify is for customers only: employees are never identified");
      respondent = reference;
    },
    /** Adds to what responses are about; null takes a dimension away. */
    about(values: Record<string, string | null>): void {
      Object.assign(options.about, values);
      if (form) asking?.tell(notice());
    },
    /** The page is going: with `partial` a customer's answers are to go too, if nothing that must be answered is missing. */
    hide(): void {
      if (!options.partial || sent || form?.audience !== "customer" || !asking?.isSendable()) return;
      outbox.put(response(), wait);
      forget();
      // The browser may bring the page back as it was: it then asks anew.
      ask();
      frame.close();
    },
  };
}
