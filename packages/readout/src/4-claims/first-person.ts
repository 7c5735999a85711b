/** "I", "we", "our" inside a quote are its speaker (and his side): mentions that only a claim can link. */
import { relationAt } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention } from '../model/index.ts';
import { sourceOf } from './chain.ts';
import { type ClaimDraft, sizeOf } from './draft.ts';

const SINGULAR = new Set(['i', 'me', 'my', 'mine', 'myself']);
const PLURAL = new Set(['we', 'us', 'our', 'ours', 'ourselves']);

/** The document's mentions with those of first persons added, renumbered in text order; the same list if there are none. */
export function linkFirstPersons(doc: Document, drafts: readonly ClaimDraft[]): readonly Mention[] {
  const added: Mention[] = [];
  for (const tree of doc.trees) {
    tree.tokens.forEach((token, i) => {
      if (token.upos !== 'PRON' && token.upos !== 'DET') return;
      const form = token.form.toLowerCase();
      const singular = SINGULAR.has(form);
      if (!singular && !PLURAL.has(form)) return;
      if (doc.mentionAt(tree.sentence.index, i)) return;
      const claim = drafts
        .filter((d) => d.content.some((s) => s.start <= token.start && token.end <= s.end))
        .sort((a, b) => sizeOf(a) - sizeOf(b))[0];
      if (!claim || claim.source === undefined) return;
      const source = sourceOf(doc, claim);
      const id = source?.entities.length === 1 ? source.entities[0] : undefined;
      const entity = id === undefined ? undefined : doc.entities.get(id);
      if (!source || !id || !entity) return;
      // "We" is the speaker's state only where he speaks for one; else himself.
      const side =
        !singular && entity.state && (entity.sector === 'GOV' || entity.kind === 'state') && doc.entities.has(entity.state)
          ? entity.state
          : id;
      added.push({
        id: '',
        span: { start: token.start, end: token.end },
        entities: [side],
        kind: 'pronoun',
        via: relationAt(tree, i) === 'nmod:poss' ? 'coreference.first-person-possessive' : 'coreference.first-person',
        sentence: tree.sentence.index,
        head: i,
        tokens: [i, i + 1],
        ...(side === id ? {} : { state: side, sector: 'GOV' }),
      });
    });
  }
  if (added.length === 0) return doc.mentions;
  return [...doc.mentions, ...added].sort((a, b) => a.sentence - b.sentence || a.span.start - b.span.start || a.span.end - b.span.end);
}
