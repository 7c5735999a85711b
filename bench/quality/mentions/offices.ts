/**
 * Persons and offices of the lists against the record of official visits to the United States: of the visitors whom the lists know by name,
 * did each hold, on the day of the visit, an office of the state that the record gives, and the one that the title says?
 *   node --import tsx bench/quality/mentions/offices.ts [SAMPLE, default all] [SEED, default 1]
 * Data: READOUT_DATA/gold/us-visits.jsonl, visits since 1990.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildGazetteer, type Office } from '../../../packages/readout/src/3-mentions/lists/gazetteer.ts';
import { holds } from '../../../packages/readout/src/3-mentions/lists/naming.ts';
import { loadKnowledge } from '../../../packages/readout/src/knowledge.ts';

interface Visit {
  readonly kind: string;
  readonly start: string;
  readonly visitor: string;
  readonly from: string;
}

const TITLE =
  /^((?:(?:Acting|Interim|Transitional|Deputy|First|Vice|Federal|Crown|Foreign|Grand) )*(?:Prime Minister|President|Chancellor|King|Queen|Sultan|Emperor|Emir|Amir|Premier|Prince|Chairman|Taoiseach|Pope|Duke|Minister|Secretary General|Head of State|Chief Executive))\s+(.+)$/;
/** Office ids that each word of a title may mean. */
const OFFICES: readonly (readonly [RegExp, RegExp])[] = [
  [/Vice President/, /^vice-president/],
  [
    /Prime Minister|Premier|Chancellor|Taoiseach/,
    /prime-minister|premier|chancellor|taoiseach|chief-adviser|head-of-government|chairman|president|first-minister/,
  ],
  [/President|Chairman|Head of State/, /president|leader|chairman|head-of-state|general-secretary|prime-minister/],
  [/King|Queen|Sultan|Emperor|Emir|Amir|Prince|Duke/, /king|queen|sultan|emperor|emir|prince|monarch|duke|ruler|sheikh/],
];

const data = process.env.READOUT_DATA ?? resolve(import.meta.dirname, '../../../../shared/data');
const file = join(data, 'gold/us-visits.jsonl');
const sample = Number(process.argv[2] ?? 0);
let seed = Number(process.argv[3] ?? 1);
const draw = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed % below;
};

if (!existsSync(file)) console.log('offices  skipped: no data');
else {
  const forms = (name: string): string[] => name.match(/[\p{L}\p{N}\p{M}]+|[^\s]/gu) ?? [];
  const gazetteer = buildGazetteer(loadKnowledge(), { forms, isWhole: () => true });
  const visits = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l) as Visit)
    .filter((v) => v.kind === 'visit_to_us' && v.start >= '1990');
  const known = visits.flatMap((v) => {
    const [, title = '', name = ''] = TITLE.exec(v.visitor) ?? [];
    const words = forms(name.split(',')[0] ?? '');
    const hit = gazetteer.match(words, 0);
    const persons = hit?.end === words.length ? hit.readings.filter((r) => r.kind === 'full-name') : [];
    const place = gazetteer
      .match(forms(v.from.split(',')[0] ?? ''), 0)
      ?.readings.find((r) => r.entityKind === 'state' && r.kind === 'name');
    const [person] = persons;
    return persons.length === 1 && person && place?.state ? [{ ...v, title, person: person.entity, state: place.state }] : [];
  });
  const rows = sample > 0 ? Array.from({ length: sample }, () => known[draw(known.length)]).filter((v) => v !== undefined) : known;
  let wrongDay = 0;
  let wrongTitle = 0;
  for (const v of rows) {
    const held = gazetteer.offices(v.person).filter((o: Office) => o.state === v.state && holds(o.start, o.end, v.start));
    const wanted = OFFICES.find(([word]) => word.test(v.title))?.[1];
    const fits = wanted === undefined || held.some((o) => wanted.test(o.office));
    if (held.length === 0) wrongDay++;
    else if (!fits) wrongTitle++;
    if (held.length === 0 || !fits)
      console.log(
        `${held.length === 0 ? 'no office' : 'other office'}  ${v.start}  ${v.visitor} (${v.from}): ${
          held.map((o) => o.office).join(', ') ||
          gazetteer
            .offices(v.person)
            .map((o) => `${o.office} ${o.state} ${o.start}–${o.end}`)
            .join('; ')
        }`,
      );
  }
  const rate = (n: number): string => `${((100 * n) / Math.max(1, rows.length)).toFixed(1)} %`;
  console.log(`visits ${visits.length}, visitors known by name ${known.length}, checked ${rows.length}`);
  console.log(`no office that day: ${wrongDay} (${rate(wrongDay)}); another office than the title: ${wrongTitle} (${rate(wrongTitle)})`);
}
