import { carriedBy, saidBy } from '../../4-claims/said-by.ts';
import type { Claim, Event, Party, Record, Span } from '../../model/index.ts';
import { dayText, eventText, nameOf, partyNames } from './columns.ts';
import { listed } from './listed.ts';
import { oneLine } from './table.ts';
import { wrap } from './wrap.ts';

interface Line {
  readonly id: string;
  readonly head: string;
  readonly words: string;
}

/** A record for a person to read: what the report is, then events, claims, relations, silences and figures, each with its words in the text. */
export function recordText(record: Record, options: { readonly width: number; readonly colour: boolean }): string {
  const paint = (code: string, text: string): string => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { article, problems } = record;
  const about = [article.publisher?.name, article.published?.value].filter((x) => x !== undefined).join(' · ');
  const out = [paint('1', oneLine(article.title ?? article.text.trim().slice(0, 80))), ...(about ? [about] : [])];
  for (const [name, lines] of sections(record)) {
    if (lines.length === 0) continue;
    out.push('', paint('1', `${name} (${lines.length})`));
    for (const { id, head, words } of lines) {
      out.push(`  ${paint('2', id.padEnd(4))} ${oneLine(head)}`);
      for (const line of wrap(oneLine(`“${words}”`), Math.max(20, options.width - 7))) out.push(`       ${paint('2', line)}`);
    }
  }
  if (problems.length > 0) out.push('', ...problems.map((p) => `! ${p.message}`));
  return `${out.join('\n')}\n`;
}

function sections(record: Record): readonly (readonly [string, readonly Line[]])[] {
  const names: { [entity: string]: string } = {};
  for (const e of record.entities) names[e.id] = e.name;
  const slice = (spans: readonly Span[]): string => spans.map((s) => record.article.text.slice(s.start, s.end)).join(' … ');
  const around = (evidence: readonly { readonly span: Span }[]): string => {
    // The first place that tells of it, from its first word to its last.
    const near = evidence.filter((e) => Math.abs(e.span.start - (evidence[0]?.span.start ?? 0)) < 300).map((e) => e.span);
    return slice([{ start: Math.min(...near.map((s) => s.start)), end: Math.max(...near.map((s) => s.end)) }]);
  };
  const parties = (list: readonly Party[]): string => partyNames(list, names);
  return [
    ['Events', record.events.map((e) => ({ id: e.id, head: eventHead(e, parties), words: around(e.evidence) }))],
    ['Claims', record.claims.map((c) => ({ id: c.id, head: claimHead(c, names), words: slice(c.content) }))],
    [
      'Relations',
      record.relations.map((r) => ({
        id: r.id,
        head: [r.parties.map((p) => nameOf(p.entity, names)).join(' – '), r.kind, r.status === 'holds' ? undefined : r.status]
          .filter((x) => x)
          .join(' · '),
        words: around(r.evidence),
      })),
    ],
    [
      'Silences',
      record.silences.map((s) => ({
        id: s.id,
        head: `${s.by.entity === undefined ? 'somebody' : nameOf(s.by.entity, names)} · ${s.kind} · ${s.about.map((a) => nameOf(a, names)).join(', ')}`,
        words: around(s.evidence),
      })),
    ],
    [
      'Figures',
      record.figures.map((f) => ({
        id: f.id,
        head: [f.hedge, f.value.toLocaleString('en-US'), f.unit].filter((x) => x !== undefined).join(' '),
        words: slice([f.span]),
      })),
    ],
  ];
}

function eventHead(e: Event, parties: (list: readonly Party[]) => string): string {
  const day = dayText(e.date);
  const recipient = e.recipient.length > 0 ? ` → ${parties(e.recipient)}` : '';
  return [`${eventText(e)}  ${parties(e.actor)}${recipient}`, day, `CAMEO ${e.cameo}`, e.claim && `in ${e.claim}`]
    .filter((x) => x)
    .join(' · ');
}

function claimHead(c: Claim, names: { readonly [entity: string]: string }): string {
  const called = (ids: readonly string[]): string => listed(ids.map((id) => nameOf(id, names)));
  const source = called(saidBy(c)) || 'somebody';
  const relayed = [...new Set(c.chain.map((l) => called(carriedBy(l))))].filter((name) => name !== source);
  const via = relayed.length > 0 ? ` (through ${relayed.join(', ')})` : '';
  return `${source}${via} · ${c.polarity === 'negative' ? 'not ' : ''}${c.act} · ${c.quotation}`;
}
