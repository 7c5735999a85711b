/** What a figure belongs to: the event whose words it stands with, a relation, the party it is a share or number of, or the claim around it. */
import { clauseOf } from '../2-sentences/mood.ts';
import type { Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { addUnder } from '../add-under.ts';
import type { Claim, Event, Evidence, Figure, Relation } from '../model/index.ts';

/** A figure with its place in the tree. */
export interface Placed {
  readonly figure: Figure;
  readonly tree: Tree;
  readonly token: number;
  readonly share: boolean;
}

interface Told {
  readonly id: string;
  readonly token: number;
  readonly clause: number;
}

/** The function that gives a placed number what it belongs to: the first that is found of event, relation, party and claim. */
export function attacher(
  doc: Document,
  claims: readonly Claim[],
  events: readonly Event[],
  relations: readonly Relation[],
): (p: Placed) => Figure {
  const eventsIn = bySentence(doc, events);
  const relationsIn = bySentence(doc, relations);
  return ({ figure, tree, token, share }) => {
    const s = tree.sentence.index;
    // "the 10-member ASEAN met": whose members they are, whatever it does.
    const entity = share ? partyOf(doc, tree, token) : undefined;
    if (entity && figure.unit !== '%') return { ...figure, of: { entity } };
    const event = nearest(tree, token, eventsIn.get(s));
    if (event) return { ...figure, of: { event } };
    const relation = nearest(tree, token, relationsIn.get(s));
    if (relation) return { ...figure, of: { relation } };
    if (entity) return { ...figure, of: { entity } };
    let claim: Claim | undefined;
    let size = Number.POSITIVE_INFINITY;
    for (const c of claims)
      for (const x of c.content)
        if (x.start <= figure.span.start && figure.span.end <= x.end && x.end - x.start < size) {
          size = x.end - x.start;
          claim = c;
        }
    return claim ? { ...figure, of: { claim: claim.id } } : figure;
  };
}

function bySentence(doc: Document, items: readonly { readonly id: string; readonly evidence: readonly Evidence[] }[]): Map<number, Told[]> {
  const map = new Map<number, Told[]>();
  if (items.length === 0) return map;
  for (const item of items) {
    for (const e of item.evidence) {
      if (e.as !== 'trigger') continue;
      const sentence = doc.sentenceAt(e.span.start);
      const tree = sentence ? doc.trees[sentence.index] : undefined;
      if (!sentence || !tree) continue;
      const token = tree.tokens.findIndex((t) => t.end >= e.span.end);
      if (token < 0) continue;
      const told = { id: item.id, token, clause: clauseOf(tree, token) };
      addUnder(map, sentence.index, told);
    }
  }
  return map;
}

const REACH = 10;

/** The trigger right above the figure, up to its verb; else the nearest verb of the same clause. */
function nearest(tree: Tree, token: number, told: readonly Told[] | undefined): string | undefined {
  if (!told) return undefined;
  for (let k = token, step = 0; k >= 0 && step < 8; step++, k = tree.tokens[k]?.head ?? -1) {
    const here = told.find((t) => t.token === k);
    if (here) return here.id;
    if (tree.tokens[k]?.upos === 'VERB') break;
  }
  const clause = clauseOf(tree, token);
  let best: string | undefined;
  let least = REACH + 1;
  for (const t of told) {
    if (t.clause !== clause || !tree.tokens[t.token]) continue;
    const distance = Math.abs(t.token - token) + (tree.tokens[t.token]?.upos === 'VERB' ? 0 : 4);
    if (distance < least) {
      least = distance;
      best = t.id;
    }
  }
  return best;
}

/** The international organisation named last before a share or a number of members. */
function partyOf(doc: Document, tree: Tree, token: number): string | undefined {
  const before = doc.mentionsIn(tree.sentence.index).filter((m) => m.head < token && m.entities.length === 1 && m.kind !== 'demonym');
  const isBloc = (id: string | undefined): boolean => {
    const e = id === undefined ? undefined : doc.entities.get(id);
    return e?.kind === 'organisation' && /^(IGO|UNO|EUR|IMG)$/.test(e.sector ?? '');
  };
  const organisation = [...before].reverse().find((m) => isBloc(m.entities[0]));
  const after = doc.mentionsIn(tree.sentence.index).find((m) => m.tokens[0] > token && m.tokens[0] <= token + 2 && isBloc(m.entities[0]));
  return (after ?? organisation)?.entities[0];
}
