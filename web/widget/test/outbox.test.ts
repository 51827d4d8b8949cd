import assert from "node:assert/strict";
import { test } from "node:test";
import { makeOutbox, type Outcome, type Surroundings, type Waiting } from "../src/outbox";

/** A storage as browsers have it: its keys are its own properties. */
function storage(room = Infinity): Storage {
  const store = Object.create({
    getItem: (key: string) => store[key] ?? null,
    setItem(key: string, value: string) {
      if (Object.keys(store).length >= room) throw new Error("full");
      store[key] = value;
    },
    removeItem: (key: string) => void delete store[key],
  });
  return store;
}

/** A browser whose clock stands until a test moves it, and whose service answers as a test says. */
function browser(over: Partial<Surroundings> = {}) {
  const state = {
    now: Date.parse("2026-11-21T10:15:00Z"), answers: [] as Outcome[], posted: [] as string[], beaconed: [] as string[], heard: [] as string[],
    timers: [] as { at: number; run: () => void }[], local: storage() as Storage | null, session: storage() as Storage | null,
  };
  const around: Surroundings = {
    storage: (place) => state[place],
    post: async (waiting) => { state.posted.push(`${waiting.id} ${waiting.body}`); return state.answers.shift() ?? { is: "stored" }; },
    beacon: (waiting) => void state.beaconed.push(waiting.id),
    now: () => state.now,
    random: () => 0.5,
    later: (milliseconds, run) => void state.timers.push({ at: state.now + milliseconds, run }),
    alone: async (run) => { await run(); return true; },
    changed: (waiting, outcome) => void state.heard.push(`${waiting.id} ${outcome.is}`),
    ...over,
  };
  const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
  return {
    state, around, settle, outbox: makeOutbox(around),
    /** Time goes by; timers run when they are due. */
    async pass(milliseconds: number) {
      const end = state.now + milliseconds;
      for (;;) {
        const next = state.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        state.timers.splice(state.timers.indexOf(next), 1);
        state.now = Math.max(state.now, next.at);
        next.run();
        await settle();
      }
      state.now = end;
    },
  };
}

const some = (id: string, more: Partial<Waiting> = {}): Waiting => ({ id, to: "https://feedback.example/v1/feedback", key: "fb_ingest_x", body: `{"id":"${id}"}`, day: "2026-11-21", ...more });

test("a response is written down before it is sent, and struck off only when the service has said that it is stored", async () => {
  const { state, outbox } = browser({ post: async ({ id }) => { assert.ok(state.local!.getItem(`feedback:wait:${id}`)); return { is: "stored" }; } });
  assert.equal(outbox.put(some("a"), "local"), "local");
  await outbox.submit(outbox.all()[0]!);
  assert.deepEqual([Object.keys(state.local!), outbox.all(), state.heard], [[], [], ["a stored"]]);
});

test("what fails is sent again under the same id with the same bytes, with growing pauses", async () => {
  const { state, outbox, pass } = browser();
  state.answers = [{ is: "later" }, { is: "later" }, { is: "later" }, { is: "stored" }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  const times: number[] = [];
  for (let second = 0; second < 60; second++) {
    const before = state.posted.length;
    await pass(1000);
    if (state.posted.length > before) times.push(second + 1);
  }
  assert.deepEqual(times, [2, 5, 11]);
  assert.equal(new Set(state.posted).size, 1);
  assert.deepEqual(outbox.all(), []);
});

test("nothing is sent before the service's Retry-After is over, not even by the next page of the tab", async () => {
  const { state, around, outbox, pass, settle } = browser();
  state.answers = [{ is: "later", seconds: 120 }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  const next = makeOutbox(around);
  await next.flush(true);
  outbox.hide();
  next.put(some("b"), "local");
  await next.submit(some("b"));
  await pass(119_000);
  assert.deepEqual([state.posted.length, state.beaconed], [1, []]);
  await pass(20_000);
  await settle();
  assert.deepEqual(next.all(), []);
});

test("a network that comes back ends the pause", async () => {
  const { state, outbox } = browser();
  state.answers = [{ is: "later" }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  await outbox.flush();
  assert.equal(state.posted.length, 1);
  await outbox.flush(true);
  assert.deepEqual(outbox.all(), []);
});

test("the next page sends what the last one left, and hears that it is stored", async () => {
  const { state, around, outbox } = browser();
  state.answers = [{ is: "later" }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  const next = makeOutbox({ ...around, now: () => state.now + 10_000 });
  await next.flush();
  assert.deepEqual([next.all(), Object.keys(state.local!)], [[], []]);
  assert.equal(new Set(state.posted).size, 1);
});

test("what a page gave in is struck off by the service's word alone, though another tab or a cleaner emptied the storage", async () => {
  const { state, outbox } = browser();
  state.answers = [{ is: "later" }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  state.local!.removeItem("feedback:wait:a");
  assert.equal(outbox.all().length, 1);
  await outbox.flush(true);
  assert.deepEqual(state.heard, ["a later", "a stored"]);
});

test("without a storage, or with a full one, it waits in the tab, else in the page", () => {
  const full = browser();
  full.state.local = storage(0);
  assert.equal(full.outbox.put(some("a"), "local"), "session");
  const none = browser();
  none.state.local = none.state.session = null;
  assert.equal(none.outbox.put(some("a"), "local"), "memory");
  assert.equal(none.outbox.all().length, 1);
});

test("what was refused for good is kept with its reason and not sent again", async () => {
  const { state, around, outbox, pass } = browser();
  state.answers = [{ is: "refused", code: "survey_closed" }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  await outbox.flush(true);
  await pass(600_000);
  assert.equal(state.posted.length, 1);
  assert.equal(makeOutbox(around).all()[0]!.refused, "survey_closed");
  outbox.drop("a");
  assert.deepEqual(makeOutbox(around).all(), []);
});

test("an employee's refused words are not left for the next person at the machine", async () => {
  const { state, outbox } = browser();
  state.answers = [{ is: "refused", code: "survey_closed" }];
  outbox.put(some("a", { isPrivate: true }), "local");
  await outbox.submit(outbox.all()[0]!);
  assert.deepEqual([Object.keys(state.local!), Object.keys(state.session!)], [[], ["feedback:wait:a"]]);
});

test("a key or a page that may not send keeps its responses for the next visit", async () => {
  const { state, around, outbox, pass } = browser();
  state.answers = [{ is: "barred" }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  await pass(600_000);
  await outbox.flush();
  assert.deepEqual([state.posted.length, Object.keys(state.local!)], [1, ["feedback:wait:a"]]);
  await makeOutbox(around).flush();
  assert.deepEqual([state.posted.length, Object.keys(state.local!)], [2, []]);
});

test("another key, or a network that comes back, is a reason to try those that were barred", async () => {
  const { state, outbox, settle } = browser();
  state.answers = [{ is: "barred" }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  await outbox.flush();
  assert.equal(state.posted.length, 1, "by itself it tries no more");
  await outbox.flush(true);
  await settle();
  assert.deepEqual([state.posted.length, outbox.all()], [2, []]);
});

test("a pause that a clock far ahead left behind is none", async () => {
  const { state, outbox } = browser();
  state.session!.setItem("feedback:pause", String(state.now + 400 * 86_400_000));
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  assert.equal(state.posted.length, 1);
});

test("a page that goes hands over what waits, and keeps it until the service is heard", async () => {
  const { state, outbox } = browser();
  state.answers = [{ is: "later" }];
  outbox.put(some("a"), "local");
  await outbox.submit(outbox.all()[0]!);
  outbox.hide();
  assert.deepEqual([state.beaconed, outbox.all().length, Object.keys(state.local!)], [["a"], 1, ["feedback:wait:a"]]);
});

test("it holds fifty responses, gives up a refused one for a new one, and lets go after thirty days", () => {
  const { state, outbox, around } = browser();
  for (let n = 0; n < 49; n++) state.local!.setItem(`feedback:wait:${n}`, JSON.stringify(some(String(n), n === 7 ? { refused: "survey_closed" } : {})));
  assert.equal(outbox.put(some("fifty"), "local"), "local");
  assert.equal(outbox.put(some("fifty-one"), "local"), "local");
  assert.equal(outbox.all().some(({ id }) => id === "7"), false);
  assert.equal(outbox.put(some("fifty-two"), "local"), "memory");
  state.now += 32 * 24 * 3600_000;
  assert.deepEqual(makeOutbox(around).all(), []);
  assert.deepEqual(Object.keys(state.local!), []);
});

test("what somebody else put into the storage is neither sent nor fatal", async () => {
  const { state, around } = browser();
  state.local!.setItem("feedback:wait:x", "{not json");
  state.local!.setItem("feedback:wait:y", "null");
  state.local!.setItem("other", "theirs");
  await makeOutbox(around).flush();
  assert.deepEqual([state.posted, Object.keys(state.local!)], [[], ["other"]]);
});

test("while another tab sends, this one waits and looks again", async () => {
  let isFree = false;
  const { state, outbox, pass } = browser({ alone: async (run) => { if (isFree) await run(); return isFree; } });
  outbox.put(some("a"), "local");
  await outbox.flush();
  assert.equal(state.posted.length, 0);
  isFree = true;
  await pass(2000);
  assert.equal(state.posted.length, 1);
});
