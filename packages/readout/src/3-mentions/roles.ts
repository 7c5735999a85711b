/** Role, body and group nouns with their sectors, and the offices that words name. From lexicon/roles.tsv and lists/office-types.tsv. */
import { baseRelation, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Knowledge } from '../knowledge.ts';

export interface Role {
  readonly phrase: string;
  readonly sector: string;
  readonly kind: 'role' | 'body' | 'group' | 'title';
  /** Office ids that the words name, the commonest first. */
  readonly offices: readonly string[];
  /** First token of the words. */
  readonly start: number;
  /** The word has other uses: it counts only where a state or body owns it. */
  readonly weak: boolean;
}

export interface RoleLexicon {
  /** The longest role phrase that ends at `head`. */
  at(tree: Tree, head: number): Role | undefined;
  isTitle(word: string): boolean;
  officeSector(office: string): string | undefined;
  /** Heads of state first, then of government, foreign and defence ministers, others. */
  officeRank(office: string): number;
  /** Whether an office is one that a state has one of. */
  isSingle(office: string): boolean;
}

const RANKS: Readonly<Record<string, number>> = { state: 0, government: 1, foreign: 2, defence: 3, other: 4 };

export function roleLexicon(knowledge: Knowledge): RoleLexicon {
  const phrases = new Map<string, { sector: string; kind: Role['kind']; weak: boolean }>();
  const titles = new Set<string>();
  for (const row of knowledge.lexicon('roles')) {
    const phrase = (row.phrase ?? '').toLowerCase();
    const kind = (row.kind ?? 'role') as Role['kind'];
    if (kind === 'title') {
      titles.add(phrase);
      if (phrases.has(phrase)) continue;
    }
    const weak = /\b(weak|state|equipment|ethnic|faith)\b/.test(row.note ?? '');
    if (!phrases.has(phrase) || phrases.get(phrase)?.kind === 'title') phrases.set(phrase, { sector: row.sector ?? '', kind, weak });
    if (row.plural) phrases.set(row.plural.toLowerCase(), { sector: row.sector ?? '', kind, weak });
  }
  const offices = new Map<string, string[]>();
  const sectors = new Map<string, string>();
  const ranks = new Map<string, number>();
  for (const row of knowledge.list('office-types')) {
    const id = row.id ?? '';
    sectors.set(id, row.sector ?? 'GOV');
    ranks.set(id, RANKS[row.head ?? 'other'] ?? 4);
    for (const w of (row.words ?? '').split('|')) {
      const key = w.toLowerCase();
      if (!key) continue;
      const have = offices.get(key);
      if (have) have.push(id);
      else offices.set(key, [id]);
      if (!phrases.has(key)) phrases.set(key, { sector: row.sector ?? 'GOV', kind: 'role', weak: false });
    }
  }
  for (const ids of offices.values()) ids.sort((a, b) => (ranks.get(a) ?? 4) - (ranks.get(b) ?? 4));
  const single = new Set([...ranks].filter(([, r]) => r < 4).map(([id]) => id));
  return {
    at(tree, head) {
      const token = tree.tokens[head];
      if (!token) return undefined;
      const last = [token.lemma.toLowerCase(), token.form.toLowerCase()];
      let before = '';
      let found: Role | undefined;
      for (let start = head; start >= 0 && start > head - 5; start--) {
        const t = tree.tokens[start];
        if (start < head) {
          // Only words of the same phrase: modifiers and joined parts.
          if (!t || /^[.,;:"“”()]$/.test(t.form)) break;
          before = `${t.form.toLowerCase()}${t.spaceAfter || before === '' ? ' ' : ''}${before}`;
        }
        for (const l of last) {
          const joined = tree.tokens[head - 1]?.spaceAfter === false && before ? before.replace(/ $/, '') + l : before + l;
          const hit = phrases.get(joined) ?? phrases.get(joined.replaceAll('-', ' '));
          if (hit)
            found = { phrase: joined, sector: hit.sector, kind: hit.kind, offices: offices.get(joined) ?? [], start, weak: hit.weak };
        }
      }
      // "minister of foreign affairs", "secretary of state", "head of state": the words go on after the head.
      const after = tree.children[head]?.find((c) => c > head && baseRelation(relationAt(tree, c)) === 'nmod');
      if (after !== undefined && tree.tokens[head + 1]?.form.toLowerCase() === 'of') {
        const tail = tree.tokens
          .slice(head + 1, after + 1)
          .map((t) => t.form.toLowerCase())
          .join(' ');
        const longer = `${last[0]} ${tail}`;
        const withBefore = found && found.start < head ? `${found.phrase} ${tail}` : longer;
        for (const l of [withBefore, longer]) {
          const hit = phrases.get(l);
          if (hit)
            return {
              phrase: l,
              sector: hit.sector,
              kind: hit.kind,
              offices: offices.get(l) ?? [],
              start: found?.start ?? head,
              weak: hit.weak,
            };
        }
      }
      return found;
    },
    isTitle: (word) => titles.has(word.toLowerCase()),
    officeSector: (office) => sectors.get(office),
    officeRank: (office) => ranks.get(office) ?? 5,
    isSingle: (office) => single.has(office),
  };
}
