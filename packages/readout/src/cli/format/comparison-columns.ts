/** Columns of a comparison as a flat table, for `compare --format csv` and the API's CSV twin; each says what it means. */
import type { ComparisonLine } from '../../8-compare/index.ts';
import type { Difference, Saying } from '../../model/index.ts';
import type { TableWords } from '../print-table.ts';
import type { Coded } from './measure-columns.ts';

export const COMPARISON_WORDS: TableWords = {
  title: 'accounts laid beside each other',
  row: 'One line is one thing said (an event, a claim, a relation, a figure, or a silence that a text reports) and one account.',
  holds:
    'Things are found by machine in news text and aligned over the accounts; what the engine did not understand is not in it. "Not in this text" is said of whole texts only, after all sentences were searched, and is no judgement on why.',
};

const FIELDS: readonly (readonly [Difference['field'], string])[] = [
  ['number', 'Numbers in it'],
  ['code', 'PLOVER type and CAMEO code of the event'],
  ['party', 'States or entities that take part'],
  ['date', 'Day of the event'],
  ['modality', 'Modality of the event: asserted, intended, requested …'],
  ['polarity', 'positive or negative'],
  ['act', 'What is done by saying it: states, accuses, denies …'],
  ['status', 'Status of the relation: holds, held, denied, sought'],
  ['strength', 'The word whose strength differs'],
];

const sayings = ({ cell }: ComparisonLine): readonly Saying[] =>
  cell.is === 'said' ? cell.sayings : cell.is === 'unclear' ? [cell.nearest] : [];
const searched = ({ cell }: ComparisonLine) => (cell.is === 'not-in-this-text' ? cell.omission.searched : undefined);

/** The columns of {@link ComparisonLine}. Values of differences are there for each field, empty where the accounts do not differ in it. */
export function comparisonColumns(): readonly Coded<ComparisonLine>[] {
  const only = { onlyCsv: true } as const;
  return [
    { name: 'row', value: (l) => l.row, ...only, means: 'Id of the thing said, the same in all accounts.' },
    { name: 'kind', value: (l) => l.kind, means: 'event, claim, relation, figure, or silence (one that a text itself reports).' },
    { name: 'label', value: (l) => l.label, flexible: 2, means: 'Who does, says or is what, in one line.' },
    { name: 'parties', value: (l) => l.parties.join(' '), ...only, means: 'Ids of the entities it is about.' },
    { name: 'alignment', value: (l) => l.alignment, means: 'same or differs among those accounts that have it; only-here: one has it.' },
    { name: 'differs', value: (l) => l.differs.join(' '), means: 'Fields in which accounts differ; the values follow.' },
    { name: 'held_by', value: (l) => l.heldBy, means: 'Accounts that have it; 0 for a reported silence.' },
    { name: 'of', value: (l) => l.of, means: 'Accounts that are compared.' },
    {
      name: 'salience',
      value: (l) => l.salience,
      ...only,
      means: 'How early those who have it tell it: 1 in the title or first sentence, 0 at the end.',
    },
    {
      name: 'account',
      value: (l) => l.account?.voice.name,
      flexible: 1,
      means: 'Who gives the account; empty for a silence of somebody whose account is not here.',
    },
    { name: 'account_id', value: (l) => l.account?.id, ...only, means: 'Id of the account.' },
    {
      name: 'account_kind',
      value: (l) => l.account?.kind,
      ...only,
      means: 'text: a whole text; relayed: a voice inside another’s text, hence partial.',
    },
    { name: 'account_state', value: (l) => l.account?.voice.state, ...only, means: 'State of the voice, ISO 3166-1 alpha-3.' },
    {
      name: 'official',
      value: (l) => (l.account?.voice.official === undefined ? undefined : Number(l.account.voice.official)),
      ...only,
      means: '1: it speaks for a state; 0: it does not; empty: not known.',
    },
    {
      name: 'article',
      value: (l) => (l.cell.is === 'reported-silence' ? l.cell.article : l.account?.article),
      ...only,
      means: 'Id of the text; of a reported silence, of the one that reports it.',
    },
    { name: 'published', value: (l) => l.published, means: 'Day on which the account’s text was published.' },
    {
      name: 'cell',
      value: (l) => l.cell.is,
      means:
        'said; not-in-this-text: the whole text was searched; unclear: a sentence comes near, so nothing is said to be left out; not-said-here: not among the relayed words; reported-silence: a text says that this voice did not mention it.',
    },
    {
      name: 'words',
      value: wordsOf,
      flexible: 3,
      means: 'What the account says, parts joined by “ / ”; of an unclear cell the nearest sentence; of a reported silence the report.',
    },
    {
      name: 'quoted',
      value: (l) => (l.cell.is === 'said' ? Number(l.cell.sayings.some((s) => s.as === 'quote')) : undefined),
      ...only,
      means: '1: somebody’s direct speech; 0: the account’s own wording.',
    },
    { name: 'position', value: (l) => sayings(l)[0]?.position, ...only, means: 'Where in the text it stands: 0 first, 1 last.' },
    {
      name: 'start',
      value: (l) => sayings(l)[0]?.span.start,
      ...only,
      means: 'First character of the words in the text, counted in UTF-16 units from 0.',
    },
    { name: 'end', value: (l) => sayings(l)[0]?.span.end, ...only, means: 'The one behind the last.' },
    ...FIELDS.map(
      ([field, what]): Coded<ComparisonLine> => ({
        name: field,
        value: (l) => l.values[field],
        ...only,
        means: `${what}, as this account has it, where the accounts differ in it.`,
      }),
    ),
    {
      name: 'stronger',
      value: (l) => (l.isStronger === undefined ? undefined : Number(l.isStronger)),
      ...only,
      means: '1: this account has the stronger word; 0: another has; empty: the accounts do not differ in strength.',
    },
    {
      name: 'basis',
      value: (l) => (l.cell.is === 'not-in-this-text' ? l.cell.omission.basis : undefined),
      ...only,
      means: 'Of not-in-this-text. party: a party of it is nowhere in the text; item: the parties are there, this of them is not.',
    },
    { name: 'absent', value: (l) => searched(l)?.absent.join(' '), ...only, means: 'Ids of the parties that the text does not mention.' },
    {
      name: 'sentences_read',
      value: (l) => searched(l)?.sentences,
      ...only,
      means: 'Sentences that were searched: all that the text has.',
    },
    {
      name: 'looked_for',
      value: (l) => searched(l)?.names.join('; '),
      ...only,
      means: 'Names that were looked for, besides words that refer back to them.',
    },
  ];
}

function wordsOf(line: ComparisonLine): string | undefined {
  if (line.cell.is === 'reported-silence') return line.cell.quote;
  const words = sayings(line).map((s) => s.quote);
  return words.length > 0 ? words.join(' / ') : undefined;
}
