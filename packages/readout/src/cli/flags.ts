import { ENTITY_KINDS, EVENT_TYPES, MODALITIES, RELATION_KINDS, RELATION_STATUSES, SPEECH_ACTS, STATUSES } from '../model/kinds.ts';

interface FlagBase {
  readonly help: string;
  /** What stands for the value in help: `--actor WHO`. */
  readonly value?: string;
  readonly short?: string;
}
interface Plain extends FlagBase {
  readonly kind: 'boolean' | 'text' | 'day' | 'count' | 'share' | 'list';
}
interface Choice extends FlagBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
}
export type Flag = Plain | Choice;

/** Every flag, declared once: parsing, help, the reference and completions come from here. */
export const FLAGS = {
  actor: { kind: 'text', value: 'WHO', help: 'Who acts: a name, an id or a state (`KOR` also finds those who act for it).' },
  recipient: { kind: 'text', value: 'WHO', help: 'Who is acted upon; in a meeting, the other side.' },
  source: { kind: 'text', value: 'WHO', help: 'Who is speaking, or the state spoken for.' },
  about: { kind: 'text', value: 'WHO', help: 'Who or what it is about.' },
  by: {
    kind: 'text',
    value: 'WHO',
    help: 'Whose silence or whose texts: a name, an id or a state. In `series` and `panel`: day, month or year.',
  },
  directed: { kind: 'boolean', help: 'One row for each direction.' },
  party: { kind: 'list', value: 'WHO', help: 'A party of the relation; may be given twice.' },
  on: { kind: 'day', value: 'DAY', help: 'Only what holds on this day; from reports and from the knowledge, told apart.' },
  topic: {
    kind: 'list',
    value: 'WHO',
    help: 'An entity that reports mention; may be given again. The 20 most mentioned states when not said.',
  },
  ties: { kind: 'choice', choices: ['meets', 'accuses', 'speaks-for'], value: 'KIND', help: 'The kind of tie; all when not said.' },
  states: { kind: 'boolean', help: 'Between states, through all who act for them.' },
  out: { kind: 'text', value: 'FILE', help: 'Write CSV to a file, and beside it a codebook that says what the columns are.' },
  codebook: { kind: 'boolean', help: 'Print the codebook of the columns instead.' },
  state: {
    kind: 'text',
    value: 'STATE',
    help: 'A state (`KOR`, `South Korea`): on either side, or belonged to; of a report that is read, its publisher’s, as `KOR`.',
  },
  event: { kind: 'choice', choices: EVENT_TYPES, value: 'TYPE', help: 'The PLOVER type.' },
  modality: {
    kind: 'choice',
    choices: MODALITIES,
    value: 'HOW',
    help: 'Whether it happened, is intended, requested …; asserted when not said.',
  },
  confidence: { kind: 'share', value: 'SHARE', help: 'Only events that are at least so likely to be right, 0 to 1; 0.65 when not said.' },
  status: { kind: 'choice', choices: STATUSES, value: 'STATUS', help: 'Current, or history that the report recalls.' },
  act: { kind: 'choice', choices: SPEECH_ACTS, value: 'ACT', help: 'The kind of saying.' },
  kind: { kind: 'choice', choices: ENTITY_KINDS, value: 'KIND', help: 'The kind of entity.' },
  relation: { kind: 'choice', choices: RELATION_KINDS, value: 'KIND', help: 'The kind of relation.' },
  standing: {
    kind: 'choice',
    choices: RELATION_STATUSES,
    value: 'HOW',
    help: 'Whether the relation holds; holds when not said.',
  },
  name: { kind: 'text', value: 'WORDS', help: 'Words of the name.' },
  publisher: { kind: 'text', value: 'WHO', help: 'Who published the report: an id or a name.' },
  article: { kind: 'text', value: 'ID', help: 'One report: its id or the beginning of it.' },
  since: { kind: 'day', value: 'DAY', help: 'First day, as 2024-11-15, 2024-11 or 2024: of the event; for all else of publication.' },
  until: { kind: 'day', value: 'DAY', help: 'Last day, likewise.' },
  all: {
    kind: 'boolean',
    help: 'Also what the default view leaves out: what did not happen, background, what is doubtful, older versions.',
  },
  limit: { kind: 'count', value: 'N', help: 'At most so many; 50 on a terminal, else all.' },
  cursor: { kind: 'text', value: 'CURSOR', help: 'Go on from here: the cursor that an earlier answer ended with.' },
  format: {
    kind: 'choice',
    choices: ['table', 'json', 'ndjson', 'csv', 'md'],
    value: 'FORMAT',
    help: 'How to print; a table on a terminal, one JSON object a line (ndjson) on a pipe.',
  },
  overrides: {
    kind: 'text',
    value: 'FILE',
    help: 'Stories split and merged by hand: lines of `together ID ID…` or `apart ID ID…` (ids of reports), # for comments.',
  },
  store: { kind: 'text', value: 'PATH', help: 'The store; READOUT_STORE or ./readout.db when not said.' },
  input: {
    kind: 'choice',
    choices: ['text', 'html', 'jsonl'],
    value: 'FORMAT',
    help: 'What the input is; guessed from name and first bytes when not said.',
  },
  date: { kind: 'day', value: 'DAY', help: 'Day of publication of the input, as 2024-11-15.' },
  url: { kind: 'text', value: 'URL', help: 'Address of the input.' },
  title: { kind: 'text', value: 'WORDS', help: 'Title of the input.' },
  actors: { kind: 'boolean', help: 'Only actors.' },
  verbs: { kind: 'boolean', help: 'Only verbs and nouns of acts.' },
  json: { kind: 'boolean', help: 'The same as `--format json`.' },
  plain: { kind: 'boolean', help: 'Print for reading, each record with its words, instead of JSON.' },
  again: { kind: 'boolean', help: 'Read known reports again too.' },
  in: { kind: 'text', value: 'FILE', help: 'Look in the output of `readout extract` instead of a store; - is standard input.' },
  serve: { kind: 'boolean', help: 'Then serve the page.' },
  port: { kind: 'count', value: 'N', help: 'The port of the page; the next free one if it is taken.' },
  help: { kind: 'boolean', short: 'h', help: 'Show how to use it.' },
  version: { kind: 'boolean', help: 'Print the version.' },
  debug: { kind: 'boolean', help: 'Show the stack of an error.' },
  quiet: { kind: 'boolean', short: 'q', help: 'Say nothing but results and errors.' },
} as const satisfies { readonly [name: string]: Flag };

export type FlagName = keyof typeof FLAGS;

type ValueOf<F> = F extends { readonly kind: 'boolean' }
  ? boolean
  : F extends { readonly kind: 'count' | 'share' }
    ? number
    : F extends { readonly kind: 'list' }
      ? readonly string[]
      : F extends { readonly kind: 'choice'; readonly choices: readonly (infer C)[] }
        ? C
        : string;

/** The values that were given. */
export type Values = { readonly [F in FlagName]?: ValueOf<(typeof FLAGS)[F]> };

/** Flags that every command takes. */
export const COMMON: readonly FlagName[] = ['debug', 'quiet', 'help'];

/** A flag as help prints it: `--actor WHO`. */
export function flagUsage(name: FlagName): string {
  const flag: Flag = FLAGS[name];
  return `${flag.short ? `-${flag.short}, ` : ''}--${name}${flag.value ? ` ${flag.value}` : ''}`;
}
