/** "The Commission" where the European Union was named: the body that an organisation of several states has under that word. */
import { childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, enter } from '../draft.ts';
import { draftFor, visitBefore } from '../grammar/pointing-back.ts';
import type { Role } from '../lists/roles.ts';

const BETWEEN_STATES = new Set(['IGO', 'UNO', 'EUR']);
/** How far back the organisation may have been named, in sentences. */
const REACH = 6;

/** Links a noun for a body in capitals to the listed body of the only organisation of states named before that has one ("EC Commission"). */
export function bodyOfOrganisation(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  const form = tree.tokens[i]?.form ?? '';
  if (role.kind !== 'body' || role.start !== i || !/^\p{Lu}\p{Ll}+$/u.test(form)) return false;
  if (!childrenBy(tree, i, 'det').some((c) => /^the$/i.test(tree.tokens[c]?.form ?? ''))) return false;
  if ((tree.children[i] ?? []).some((c) => /^(amod|compound|nmod|nummod|acl|appos)/.test(relationAt(tree, c)))) return false;
  const found = new Set<string>();
  visitBefore(desk, tree, i, (d) => {
    if (tree.sentence.index - d.sentence > REACH) return true;
    const e = d.kind === 'name' && d.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e?.kind !== 'organisation' || e.knowledge === undefined || !BETWEEN_STATES.has(e.sector ?? '')) return false;
    const words = (desk.trees[d.sentence]?.tokens ?? []).slice(d.start, d.end).map((t) => t.form);
    for (const front of [words, e.name.split(' ')]) {
      const m = desk.gazetteer.match([...front, form], 0);
      if (m?.end !== front.length + 1) continue;
      for (const r of m.readings)
        if (r.kind === 'name' && (r.entityKind === 'organisation' || r.entityKind === 'body')) found.add(r.entity);
    }
    return false;
  });
  const [only] = found;
  if (only === undefined || found.size > 1) return false;
  const { sector } = enter(desk, only, { kind: 'organisation', name: form });
  return draftFor(desk, tree, i, [only], 'nominal', 'coreference.body-of-organisation', {
    sector: sector ?? role.sector,
    role: lemmasOf(tree)[i] ?? '',
  });
}
