// Reads the feed at the address of the first argument with a client that knows OData alone, and prints what it found as JSON.
// The key comes on standard input, as no other process may see it. Run by a test.
import { readFileSync } from 'node:fs';
import { OData } from '@odata/client';

const [, , root] = process.argv;
const key = readFileSync(0, 'utf8').trim();
const client = OData.New4({ serviceEndpoint: root, metadataUri: `${root}$metadata`, credential: { username: 'anybody', password: key } });

// What the client makes of everything it can ask.
const sets = await client.newRequest({ collection: '' }).then((document) => document.value.map((set) => set.name));
const found = { sets, counts: {}, pages: {} };
for (const name of sets) {
  const set = client.getEntitySet(name);
  found.counts[name] = await set.count();
  const rows = [];
  for (;;) {
    const page = await set.query(client.newOptions().top(500).skip(rows.length));
    rows.push(...page);
    if (page.length < 500) break;
  }
  found.pages[name] = { rows: rows.length, keys: new Set(rows.map((row) => row.key)).size };
}

const calendar = client.getEntitySet('Calendar');
const november = client.newFilter().property('isoYear').eq(2026).property('month').eq(11);
found.days = (await calendar.query(client.newOptions().filter(november).select(['key', 'weekday']).orderby('key', 'desc'))).map((day) => day.key);
found.one = await calendar.retrieve('2026-11-20');
found.filtered = await client.getEntitySet('Items').count(client.newFilter().property('audience').eq('customer'));
console.log(JSON.stringify(found));
