/** Record → lines: each event, claim, relation, silence, figure and entity with the words that made it, in reading order. */
import type {
  Claim,
  Entity,
  Event,
  Evidence,
  Figure,
  Record as ReadoutRecord,
  Relation,
  Silence,
  Span,
} from '../../../../packages/readout/src/model/index.ts';

export type Role =
  | 'trigger'
  | 'cue'
  | 'actor'
  | 'recipient'
  | 'speaker'
  | 'content'
  | 'party'
  | 'about'
  | 'date'
  | 'place'
  | 'governor'
  | 'figure'
  | 'name';

/** Each role has a letter and a line of its own (see `lit.css`): colour is never the only sign. */
export const ROLES: Readonly<Record<Role, { letter: string; name: string }>> = {
  trigger: { letter: 'T', name: 'trigger' },
  cue: { letter: 'C', name: 'cue' },
  actor: { letter: 'A', name: 'actor' },
  recipient: { letter: 'R', name: 'recipient' },
  speaker: { letter: 'S', name: 'speaker' },
  content: { letter: 'W', name: 'words said' },
  party: { letter: 'P', name: 'party' },
  about: { letter: 'N', name: 'not mentioned' },
  date: { letter: 'D', name: 'date' },
  place: { letter: 'L', name: 'place' },
  governor: { letter: 'G', name: 'governing words' },
  figure: { letter: 'F', name: 'figure' },
  name: { letter: 'M', name: 'mention' },
};

export interface Mark {
  readonly span: Span;
  readonly role: Role;
}

interface Base {
  readonly id: string;
  /** Where it stands in reading order. */
  readonly at: number;
  /** The words that made it, in text order. */
  readonly marks: readonly Mark[];
  /** The span a click in the text starts from: trigger, cue, figure. */
  readonly anchor: Span | undefined;
  /** Why it is not shown by default; empty when it is. */
  readonly set: readonly Toggle[];
}
export type Line = Base &
  (
    | { readonly kind: 'event'; readonly item: Event }
    | { readonly kind: 'claim'; readonly item: Claim }
    | { readonly kind: 'relation'; readonly item: Relation }
    | { readonly kind: 'silence'; readonly item: Silence }
    | { readonly kind: 'figure'; readonly item: Figure }
    | { readonly kind: 'entity'; readonly item: Entity }
  );
export type LineKind = Line['kind'];

/** What the default view leaves out. */
export const TOGGLES = ['background', 'intended', 'claimed'] as const;
export type Toggle = (typeof TOGGLES)[number];

const AS: Readonly<Record<Evidence['as'], Role>> = {
  trigger: 'trigger',
  actor: 'actor',
  recipient: 'recipient',
  date: 'date',
  location: 'place',
  governor: 'governor',
  party: 'party',
  about: 'about',
};
/** Order of importance where two roles have the same words. */
const WEIGHT: readonly Role[] = [
  'trigger',
  'cue',
  'figure',
  'speaker',
  'actor',
  'recipient',
  'party',
  'about',
  'date',
  'place',
  'governor',
  'name',
  'content',
];

function marksOf(pairs: readonly Mark[]): Mark[] {
  const seen = new Set<string>();
  return pairs
    .filter(({ span, role }) => {
      const key = `${role}/${span.start}/${span.end}`;
      if (span.end <= span.start || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || WEIGHT.indexOf(a.role) - WEIGHT.indexOf(b.role));
}

const first = (marks: readonly Mark[], ...roles: readonly Role[]): Span | undefined =>
  roles.map((r) => marks.find((m) => m.role === r)?.span).find((s) => s !== undefined);
/** The marks of evidence, in the order of the text. */
export const evidenceMarks = (list: readonly Evidence[]): Mark[] =>
  marksOf(list.map((e) => ({ span: e.span, role: AS[e.as] ?? 'trigger' })));

/** The lines of a record: what happened and was said first, in reading order; then the entities, most mentioned first. */
export function linesOf(record: ReadoutRecord): Line[] {
  const mentions = new Map(record.mentions.map((m) => [m.id, m]));
  const lines: Line[] = [];
  for (const e of record.events) {
    const marks = evidenceMarks(e.evidence);
    const anchor = first(marks, 'trigger') ?? marks[0]?.span;
    const set: Toggle[] = [];
    if (e.status === 'background') set.push('background');
    if (e.modality !== 'asserted') set.push('intended');
    if (e.claim !== undefined) set.push('claimed');
    lines.push({ kind: 'event', id: e.id, item: e, marks, anchor, at: anchor?.start ?? 0, set });
  }
  for (const c of record.claims) {
    const marks = marksOf([
      ...(c.source ? [{ span: c.source.span, role: 'speaker' as const }] : []),
      ...c.chain.flatMap((l) => (l.span ? [{ span: l.span, role: 'cue' as const }] : [])),
      ...c.cue.map((span) => ({ span, role: 'cue' as const })),
      ...c.content.map((span) => ({ span, role: 'content' as const })),
      ...(c.addressee ?? []).flatMap((a) => {
        const m = a.mention === undefined ? undefined : mentions.get(a.mention);
        return m ? [{ span: m.span, role: 'recipient' as const }] : [];
      }),
    ]);
    const anchor = c.cue[0] ?? first(marks, 'cue', 'content');
    lines.push({
      kind: 'claim',
      id: c.id,
      item: c,
      marks,
      anchor,
      at: Math.min(anchor?.start ?? 0, ...c.content.map((s) => s.start)),
      set: c.status === 'background' ? ['background'] : [],
    });
  }
  for (const r of record.relations) {
    const marks = evidenceMarks(r.evidence);
    const anchor = first(marks, 'trigger') ?? marks[0]?.span;
    const set: Toggle[] = [];
    if (r.status === 'held') set.push('background');
    if (r.status === 'sought') set.push('intended');
    if (r.claim !== undefined) set.push('claimed');
    lines.push({ kind: 'relation', id: r.id, item: r, marks, anchor, at: anchor?.start ?? 0, set });
  }
  for (const s of record.silences) {
    const marks = evidenceMarks(s.evidence);
    const anchor = first(marks, 'trigger') ?? marks[0]?.span;
    lines.push({ kind: 'silence', id: s.id, item: s, marks, anchor, at: anchor?.start ?? 0, set: [] });
  }
  for (const f of record.figures)
    lines.push({ kind: 'figure', id: f.id, item: f, marks: [{ span: f.span, role: 'figure' }], anchor: f.span, at: f.span.start, set: [] });
  const order = ['claim', 'event', 'relation', 'silence', 'figure'];
  lines.sort((a, b) => a.at - b.at || order.indexOf(a.kind) - order.indexOf(b.kind));

  const named = new Map<string, Mark[]>();
  for (const m of record.mentions) {
    for (const id of m.entities) {
      const list = named.get(id) ?? [];
      list.push({ span: m.span, role: 'name' });
      named.set(id, list);
    }
  }
  const entities: Line[] = record.entities.map((item) => {
    const marks = marksOf(named.get(item.id) ?? []);
    return { kind: 'entity', id: item.id, item, marks, anchor: undefined, at: marks[0]?.span.start ?? Number.MAX_SAFE_INTEGER, set: [] };
  });
  entities.sort((a, b) => b.marks.length - a.marks.length || a.at - b.at);
  return [...lines, ...entities];
}

/** Where words and lines meet: for each segment, the lines whose marks cover it, the narrowest mark first. */
export function linesBySegment(
  lines: readonly Line[],
  segments: readonly { index: number; start: number; end: number }[],
): readonly (readonly string[])[] {
  const found: { id: string; width: number; rank: number }[][] = segments.map(() => []);
  for (const line of lines) {
    for (const { span, role } of line.marks) {
      for (let i = firstAt(segments, span.start); i < segments.length && (segments[i]?.start ?? 0) < span.end; i++) {
        const isAnchor = role === 'trigger' || role === 'cue' || role === 'figure';
        found[i]?.push({ id: line.id, width: span.end - span.start, rank: isAnchor ? 0 : line.kind === 'entity' ? 2 : 1 });
      }
    }
  }
  return found.map((list) => {
    list.sort((a, b) => a.rank - b.rank || a.width - b.width);
    return [...new Set(list.map((f) => f.id))];
  });
}

/** Index of the first segment that ends after an offset. */
export function firstAt(segments: readonly { end: number }[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For a lit line: what each segment is, the weightiest role first, and the letters of the roles that begin there. */
export function rolesBySegment(
  line: Pick<Line, 'marks'> | undefined,
  segments: readonly { index: number; start: number; end: number }[],
): ReadonlyMap<number, { roles: readonly Role[]; letters: string }> {
  const map = new Map<number, { roles: Role[]; letters: string }>();
  for (const { span, role } of line?.marks ?? []) {
    let begins = true;
    for (let i = firstAt(segments, span.start); i < segments.length && (segments[i]?.start ?? 0) < span.end; i++) {
      const lit = map.get(i) ?? { roles: [], letters: '' };
      if (!lit.roles.includes(role)) lit.roles.push(role);
      if (begins && !lit.letters.includes(ROLES[role].letter)) lit.letters += ROLES[role].letter;
      begins = false;
      map.set(i, lit);
    }
  }
  for (const lit of map.values()) lit.roles.sort((a, b) => WEIGHT.indexOf(a) - WEIGHT.indexOf(b));
  return map;
}
