import type { EntityView } from '../../7-store/index.ts';
import type { Figure, Record, Relation, Silence } from '../../model/index.ts';
import { shortId } from '../format/columns.ts';
import { listed } from '../format/listed.ts';
import { claimInShort } from './claim.ts';
import { dayKnown, namingOf } from './names.ts';

/** A relation in sentences. */
export function relationSentences(record: Record, relation: Relation): readonly string[] {
  const { name } = namingOf(record);
  const claim = record.claims.find((c) => c.id === relation.claim);
  const parties = relation.parties.map((p) => name(p.entity) + (p.as ? ` (as ${p.as})` : ''));
  return [
    `A relation of ${relation.kind}${relation.degree ? ` (${relation.degree})` : ''} between ${listed(parties)}.`,
    { holds: 'It holds, as the text has it.', held: 'It held once.', denied: 'The text denies it.', sought: 'It is sought.' }[
      relation.status
    ],
    ...(relation.start ? [`Since ${dayKnown(record, relation.start)}.`] : []),
    ...(relation.end ? [`Until ${dayKnown(record, relation.end)}.`] : []),
    ...(relation.knowledge
      ? [
          {
            confirmed: 'The knowledge base has it too, at that date.',
            new: 'The knowledge base does not have it.',
            contradicts: 'The knowledge base says otherwise.',
          }[relation.knowledge],
        ]
      : []),
    claim ? `It stands in a claim (${claim.id}): ${claimInShort(record, claim)}.` : 'The article says it in its own voice.',
  ];
}

/** A silence in sentences. */
export function silenceSentences(record: Record, silence: Silence): readonly string[] {
  const { name } = namingOf(record);
  const by = silence.by.entity === undefined ? (silence.by.state ?? 'somebody') : name(silence.by.entity);
  const about = listed(silence.about.map(name));
  return [
    `The text reports that ${by} ${HOW[silence.kind]} ${about === '' ? 'something' : about}.`,
    'It is the text’s own report; nothing was computed by laying texts side by side.',
  ];
}

/** A figure in a sentence. */
export function figureSentences(record: Record, figure: Figure): readonly string[] {
  const of = figure.of?.entity === undefined ? undefined : namingOf(record).name(figure.of.entity);
  const other = figure.of?.event ?? figure.of?.relation ?? figure.of?.claim;
  return [
    `A figure: ${figure.hedge ? `${figure.hedge} ` : ''}${figure.value} ${figure.unit}${of === undefined ? '' : `, of ${of}`}${other === undefined ? '' : ` (${other})`}.`,
  ];
}

/** An entity in sentences. */
export function entitySentences(entity: EntityView): readonly string[] {
  const { id, name, kind, state, sector } = entity;
  const of = [
    state !== undefined && state !== id ? `of ${state}` : undefined,
    sector === undefined ? undefined : `sector ${sector}`,
  ].filter((p) => p !== undefined);
  return [
    `${name} (${id}) is a ${kind.replaceAll('-', ' ')}${of.length > 0 ? `, ${of.join(', ')}` : ''}.`,
    `Mentioned ${entity.mentions} ${entity.mentions === 1 ? 'time' : 'times'} in ${entity.articles} ${entity.articles === 1 ? 'report' : 'reports'}.`,
  ];
}

/** A report in sentences, with the ids of what is in it. */
export function articleSentences(
  record: Record,
  keys: readonly { readonly kind: string; readonly local: string; readonly id: string }[],
): readonly string[] {
  const { article } = record;
  const kinds = ['event', 'claim', 'relation', 'silence', 'figure'];
  return [
    `Language ${article.language}; ${article.text.length} characters; ${record.entities.length} entities, ${record.mentions.length} mentions.`,
    ...(article.url === undefined ? [] : [`From ${article.url}.`]),
    ...kinds.flatMap((kind) => {
      const found = keys.filter((k) => k.kind === kind);
      return found.length === 0 ? [] : [`${kind}: ${found.map((k) => `${k.local} ${shortId(k.id)}`).join(', ')}.`];
    }),
    ...record.problems.map((p) => `Problem: ${p.message} (${p.code})`),
  ];
}

const HOW = {
  'left-out': 'did not mention',
  declined: 'declined to speak of',
  avoided: 'avoided',
  'stopped-short': 'stopped short of',
} as const;
