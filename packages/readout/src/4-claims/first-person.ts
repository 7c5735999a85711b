/** "I", "we", "our" inside a quote are its speaker (and his side): mentions that only a claim can link. */
import { formsOf, relationAt } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention, Span } from '../model/index.ts';
import { type ClaimDraft, sizeOf } from './draft.ts';
import { entitiesOf, speakersOf } from './who-says.ts';

const SINGULAR = new Set(['i', 'me', 'my', 'mine', 'myself']);
const PLURAL = new Set(['we', 'us', 'our', 'ours', 'ourselves']);

/** The document's mentions with those of first persons added, renumbered in text order; the same list if there are none. */
export function linkFirstPersons(doc: Document, drafts: readonly ClaimDraft[]): readonly Mention[] {
  const added: Mention[] = [];
  for (const tree of doc.trees) {
    const forms = formsOf(tree);
    tree.tokens.forEach((token, i) => {
      if (token.upos !== 'PRON' && token.upos !== 'DET') return;
      const form = forms[i] ?? '';
      const singular = SINGULAR.has(form);
      if (!singular && !PLURAL.has(form)) return;
      if (doc.mentionAt(tree.sentence.index, i)) return;
      const claim = smallestAround(drafts, token);
      if (!claim || claim.source === undefined) return;
      const speakers = entitiesOf(speakersOf(doc, claim));
      // Which of several "I" is cannot be known; "we" are all of them.
      if (speakers.length === 0 || (singular && speakers.length > 1)) return;
      const sides = [...new Set(speakers.flatMap((id) => sideOf(doc, id, singular) ?? []))];
      const [only] = sides.length === 1 ? sides : [];
      if (sides.length === 0) return;
      added.push({
        id: '',
        span: { start: token.start, end: token.end },
        entities: sides,
        kind: 'pronoun',
        via: relationAt(tree, i) === 'nmod:poss' ? 'coreference.first-person-possessive' : 'coreference.first-person',
        sentence: tree.sentence.index,
        head: i,
        tokens: [i, i + 1],
        ...(only === undefined || speakers.includes(only) ? {} : { state: only, sector: 'GOV' }),
      });
    });
  }
  if (added.length === 0) return doc.mentions;
  return [...doc.mentions, ...added].sort((a, b) => a.sentence - b.sentence || a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The smallest claim that a word stands in the content of. */
function smallestAround(drafts: readonly ClaimDraft[], { start, end }: Span): ClaimDraft | undefined {
  let smallest: ClaimDraft | undefined;
  for (const d of drafts) {
    if (!d.content.some((s) => s.start <= start && end <= s.end)) continue;
    if (!smallest || sizeOf(d) < sizeOf(smallest)) smallest = d;
  }
  return smallest;
}

/** "We" is a speaker's state only where he speaks for one; else himself. */
function sideOf(doc: Document, id: string, singular: boolean): string | undefined {
  const entity = doc.entities.get(id);
  if (!entity) return undefined;
  const speaksForState =
    entity.state !== undefined && (entity.sector === 'GOV' || entity.kind === 'state') && doc.entities.has(entity.state);
  return !singular && speaksForState ? entity.state : id;
}
