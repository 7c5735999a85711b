import { carriedBy, saidBy } from '../../4-claims/said-by.ts';
import type { Claim } from '../../model/claim.ts';
import type { Record } from '../../model/record.ts';
import { listed } from '../format/listed.ts';
import { dayKnown, namingOf } from './names.ts';

/** A claim in sentences. */
export function claimSentences(record: Record, claim: Claim): readonly string[] {
  const { name } = namingOf(record);
  const around = record.claims.find((c) => c.id === claim.within);
  const chain = claim.chain.map((link) => `${listed(carriedBy(link).map(name))} ${link.how}`);
  const publisher = record.article.publisher?.name ?? 'the publisher';
  return [
    `A claim: somebody ${ACTS[claim.act]}${claim.polarity === 'negative' ? ', in the negative' : ''}.`,
    `Source: ${sourceName(record, claim)}${saidBy(claim).length > 1 ? ', together' : ''}.`,
    ...(chain.length > 0 ? [`Who carries it, outermost first: ${publisher} → ${chain.join(' → ')}.`] : []),
    `Said: “${wordsOf(record, claim)}” (${{ direct: 'a direct quotation', indirect: 'in the writer’s words', mixed: 'partly quoted' }[claim.quotation]}).`,
    ...(claim.topics.length > 0 ? [`About: ${listed(claim.topics.map(name))}.`] : []),
    ...(claim.addressee && claim.addressee.length > 0 ? [`Addressed to: ${listed(claim.addressee.map((a) => name(a.entity)))}.`] : []),
    ...(claim.date ? [`Day: ${dayKnown(record, claim.date)}.`] : []),
    ...(claim.status === 'background' ? ['It is history that the report recalls.'] : []),
    ...(around ? [`It stands within another claim (${around.id}): ${claimInShort(record, around)}.`] : []),
  ];
}

/** `Holm said “…”`. */
export function claimInShort(record: Record, claim: Claim): string {
  const { text } = record.article;
  const cue = claim.cue.map((s) => text.slice(s.start, s.end)).join(' … ');
  const words = wordsOf(record, claim);
  return `${sourceName(record, claim)}, “${cue}”: “${words.length > 120 ? `${words.slice(0, 119)}…` : words}”`;
}

function sourceName(record: Record, claim: Claim): string {
  if (!claim.source) return 'nobody is named';
  const { span } = claim.source;
  const speakers = saidBy(claim);
  return speakers.length === 0 ? `“${record.article.text.slice(span.start, span.end)}”` : listed(speakers.map(namingOf(record).name));
}

function wordsOf(record: Record, claim: Claim): string {
  return claim.content.map((s) => record.article.text.slice(s.start, s.end)).join(' … ');
}

const ACTS = {
  state: 'states something',
  deny: 'denies something',
  accuse: 'accuses',
  request: 'asks for something to be done',
  promise: 'promises something',
  threaten: 'threatens',
  praise: 'praises',
  hope: 'hopes for something',
  believe: 'believes something',
  ask: 'asks a question',
  announce: 'announces something',
} as const;
