/** What a rule is, in sentences: from the knowledge for events, relations and cues; a few are the engine's own. */
import type { Knowledge, Row, RuleData } from '../knowledge.ts';

export interface RuleWords {
  readonly id: string;
  readonly stage: 'claims' | 'events' | 'relations' | 'silences';
  /** The type, kind or act of what it makes. */
  readonly makes?: string;
  readonly wording: readonly string[];
  /** Codebook section, paper, or `recall`. */
  readonly source?: string;
}

/** Rules that are code: what they do, said once. */
const OWN: Readonly<Record<string, string>> = {
  'claim.as-quoted-by':
    'A speaker’s words with “as quoted by”, “as cited by” and the like: who carries the words is the outer voice, who spoke them the inner.',
  'claim.quote-continued': 'A quotation that goes on after another of the same speaker, with no cue of its own.',
  'claim.quote-same-speaker': 'A quotation in a sentence or paragraph whose only speaker was named just before.',
};

/** The rule with this id, or undefined. */
export function explainRule(id: string, knowledge: Knowledge): RuleWords | undefined {
  const event = knowledge.eventRules.find((r) => r.id === id);
  if (event) return ofData(id, 'events', event, event.none ? undefined : text(event.type));
  const governor = knowledge.governors.find((r) => r.id === id);
  if (governor) return ofData(id, 'events', governor, undefined);
  const relation = knowledge.relationRules.find((r) => r.id === id);
  if (relation) return ofData(id, 'relations', relation, relation.none ? undefined : text(relation.kind));
  if (id.startsWith('claim.')) return ofCue(id, knowledge.lexicon('cues'));
  if (id.startsWith('silence.')) return ofSilence(id, knowledge.lexicon('silences'));
  return undefined;
}

const text = (value: unknown): string | undefined => (value === undefined || value === null || value === '' ? undefined : String(value));
const words = (value: unknown): string =>
  (Array.isArray(value) ? value.map(String) : [String(value)])
    .map((w) => (w.startsWith('@') ? `words of the class “${w.slice(1)}”` : w))
    .join(', ');

const SENTENCES: readonly (readonly [string, (value: unknown) => string])[] = [
  ['verb', (v) => `Verb: ${words(v)}.`],
  ['noun', (v) => `Noun: ${words(v)}.`],
  ['adj', (v) => `Adjective: ${words(v)}.`],
  ['bond', (v) => `What stands between the parties: ${words(v)}.`],
  ['as', (v) => `The parties are, in order: ${words(v)}.`],
  ['case', (v) => `It stands after: ${words(v)}.`],
  ['other', (v) => `The other party stands as: ${words(v)}.`],
  ['other-is', (v) => `The other party is a: ${words(v)}.`],
  ['holder-is', (v) => `The holder is a: ${words(v)}.`],
  ['with', (v) => `With one of: ${words(v)}.`],
  ['without', (v) => `With none of: ${words(v)}.`],
  ['effect', (v) => `With a light verb whose effect is: ${words(v)}.`],
  ['object', (v) => `The object is: ${words(v)}.`],
  ['not-object', (v) => `The object is not: ${words(v)}.`],
  ['subject', (v) => `The subject is: ${words(v)}.`],
  ['not-subject', (v) => `The subject is not: ${words(v)}.`],
  [
    'prep',
    (v) =>
      Object.entries(v as object)
        .map(([p, w]) => `With “${p}” and: ${words(w)}.`)
        .join(' '),
  ],
  [
    'not-prep',
    (v) =>
      Object.entries(v as object)
        .map(([p, w]) => `Not with “${p}” and: ${words(w)}.`)
        .join(' '),
  ],
  ['clause', (v) => `It governs a clause: ${words(v)}.`],
  ['when', (v) => `The sentence has one of: ${words(v)}.`],
  ['unless', (v) => `The sentence has none of: ${words(v)}.`],
  ['voice', (v) => `Only in the ${String(v)}.`],
  ['actor', (v) => `The actor stands as: ${words(v)}.`],
  ['recipient', (v) => `The recipient stands as: ${words(v)}.`],
  ['takes', (v) => `It governs: ${words(v)}.`],
  ['needs', (v) => `Only where there is: ${words(v)}.`],
];

function ofData(id: string, stage: RuleWords['stage'], data: RuleData, type: string | undefined): RuleWords {
  const wording = SENTENCES.flatMap(([key, say]) => (data[key] === undefined || data[key] === null ? [] : [say(data[key])]));
  if (data.mutual === true) wording.push('All take part alike: each is an actor.');
  if (data.alone === true) wording.push('One party is enough.');
  if (data.none === true) wording.push('These words are no event: the rule takes them away from others.');
  if (data.note) wording.push(String(data.note));
  const makes =
    type === undefined
      ? undefined
      : [type, text(data.mode), data.cameo ? `CAMEO ${String(data.cameo)}` : undefined].filter((w) => w !== undefined).join(', ');
  const source = text(data.source);
  return { id, stage, ...(makes === undefined ? {} : { makes }), wording, ...(source === undefined ? {} : { source }) };
}

/** `claim.verb.say`, `claim.noun.call`, `claim.according-to` … → the cue's row. */
function ofCue(id: string, rows: readonly Row[]): RuleWords | undefined {
  const own = OWN[id];
  if (own !== undefined) return { id, stage: 'claims', wording: [own] };
  const found = /^claim\.(?:(verb|attitude|noun|adjective|adverb)\.)?(.+)$/.exec(id);
  if (!found?.[2]) return undefined;
  const [, kind, key] = found;
  const pos = kind === 'attitude' || kind === 'verb' ? ['verb'] : kind === 'noun' ? ['noun'] : kind === 'adjective' ? ['adj'] : undefined;
  const row = rows.find(
    (r) =>
      (r.lemma ?? '').toLowerCase().replaceAll(' ', '-') === key &&
      (pos === undefined ? !['verb', 'noun', 'adj'].includes(r.pos ?? '') : pos.includes(r.pos ?? '')),
  );
  if (!row) return undefined;
  const notes = (row.note ?? '').split('|');
  const wording = [
    `The ${row.pos === 'adj' ? 'adjective' : row.pos === 'prep' ? 'words' : (row.pos ?? 'words')} “${row.lemma}” carries what somebody says${row.frame ? `, as: ${row.frame.split('|').map(frame).join('; ')}` : ''}.`,
  ];
  if (notes.includes('attitude')) wording.push('It tells what somebody thinks or wants, not what was said aloud.');
  if (notes.includes('weak')) wording.push('A weak cue: it counts only with a quotation or a clause of what is said.');
  return {
    id,
    stage: 'claims',
    ...(row.act ? { makes: `claim: ${row.act}` } : {}),
    wording,
    ...(row.source ? { source: row.source } : {}),
  };
}

const FRAMES: Readonly<Record<string, string>> = {
  ccomp: 'a that-clause',
  xcomp: 'an infinitive',
  obj: 'its object',
  quote: 'a quotation',
  as: 'words with “as”',
};
const frame = (f: string): string => FRAMES[f] ?? (f.startsWith('prep:') ? `words with “${f.slice(5)}”` : f);

function ofSilence(id: string, rows: readonly Row[]): RuleWords | undefined {
  const key = id.slice('silence.'.length);
  const row = rows.find((r) => (r.phrase ?? '').toLowerCase().replaceAll(' ', '-') === key);
  if (!row) return undefined;
  const kind = (row.note ?? '').split('|')[0] || 'left-out';
  const wording = [
    `The words “${row.phrase}” say that somebody did not speak of something${row.about ? `, which stands as: ${row.about.split('|').map(frame).join('; ')}` : ''}.`,
    'It is the text’s own report; Readout does not compute it.',
  ];
  return { id, stage: 'silences', makes: `silence: ${kind}`, wording, ...(row.source ? { source: row.source } : {}) };
}
