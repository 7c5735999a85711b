/** Splits and merges by hand: a text file that says of reports whether they are one story. */
import { ReadoutError } from '../../errors.ts';
import type { Traits } from '../traits.ts';
import { likenessOf, type Weighted, weigh } from './similarity.ts';

interface Line {
  readonly is: 'together' | 'apart';
  readonly ids: readonly string[];
  readonly at: string;
}

/** What an override file says, line by line; ids may still be beginnings of ids. */
export type Overrides = readonly Line[];

const ID = /^sha256:[0-9a-f]{8,64}$/;

/**
 * Reads an override file: a line is `together ID ID…` or `apart ID ID…`; ids are those of reports, whole or at least `sha256:` and 8 hex digits; `#`
 * begins a comment. Throws `usage/bad-value` with file and line for all else, and where reports are both put together and kept apart.
 */
export function readOverrides(text: string, file: string): Overrides {
  const lines = text.split(/\r?\n/).flatMap((raw, i): Line[] => {
    const [said = ''] = raw.split('#', 1);
    const [is, ...ids] = said.trim().split(/\s+/);
    const at = `${file}:${i + 1}`;
    if (is === undefined || is === '') return [];
    if (is !== 'together' && is !== 'apart') throw fault(at, `a line begins with \`together\` or \`apart\`, not \`${is}\``);
    const wrong = ids.find((id) => !ID.test(id));
    if (wrong !== undefined) throw fault(at, `\`${wrong}\` is no id of a report (sha256: and at least 8 hex digits)`);
    if (new Set(ids).size < 2) throw fault(at, 'name at least two reports');
    return [{ is, ids, at }];
  });
  const unit = units(lines);
  for (const { is, ids, at } of lines) {
    if (is !== 'apart') continue;
    const seen = new Map<string, string>();
    for (const id of ids) {
      const other = seen.get(unit(id));
      if (other !== undefined) throw fault(at, `${id} and ${other} are kept apart here, but put together by other lines`);
      seen.set(unit(id), id);
    }
  }
  return lines;
}

/** The groups as the overrides want them. Reports that are not there are passed over. Throws `store/ambiguous` for the beginning of several ids. */
export function applyOverrides(groups: readonly (readonly Traits[])[], overrides: Overrides): readonly (readonly Traits[])[] {
  const all = groups.flat();
  const lines = overrides.map((line) => ({ ...line, ids: line.ids.flatMap((id) => wholeIds(id, all, line.at)) }));
  let now: readonly (readonly Traits[])[] = groups;
  for (const { is, ids } of lines) {
    if (is !== 'together') continue;
    const chosen = now.filter((g) => g.some((t) => ids.includes(t.id)));
    if (chosen.length > 1) now = [...now.filter((g) => !chosen.includes(g)), chosen.flat().sort((a, b) => (a.id < b.id ? -1 : 1))];
  }
  const unit = units(lines);
  for (const { is, ids } of lines) if (is === 'apart') now = now.flatMap((group) => splitAt(group, ids, unit));
  return now;
}

/** A group around each of the reports that are to be apart; every other report goes with what it is put together with, else with the one it is most like. */
function splitAt(group: readonly Traits[], ids: readonly string[], unit: (id: string) => string): readonly (readonly Traits[])[] {
  const seeds = group.filter((t) => ids.includes(t.id));
  if (seeds.length < 2) return [group];
  const weighted = new Map(weigh(group).map((w) => [w.traits.id, w]));
  const parts = new Map<string, Traits[]>(seeds.map((s) => [s.id, []]));
  for (const t of group) {
    const likeness = (s: Traits): number => likenessOf(weighted.get(t.id) as Weighted, weighted.get(s.id) as Weighted);
    const own = seeds.find((s) => s.id === t.id) ?? seeds.find((s) => unit(s.id) === unit(t.id));
    const [best] = own ? [own] : [...seeds].sort((a, b) => likeness(b) - likeness(a) || (a.id < b.id ? -1 : 1));
    parts.get(best?.id ?? '')?.push(t);
  }
  return [...parts.values()];
}

/** A name for all that is put together with an id: the least of their ids. */
function units(lines: readonly Pick<Line, 'is' | 'ids'>[]): (id: string) => string {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { is, ids } of lines) {
    if (is !== 'together') continue;
    const roots = [...new Set(ids.map(rootOf))].sort();
    for (const root of roots) parent.set(root, roots[0] ?? root);
  }
  return rootOf;
}

function wholeIds(id: string, all: readonly Traits[], at: string): readonly string[] {
  const found = all.filter((t) => t.id.startsWith(id)).map((t) => t.id);
  if (found.length > 1) throw new ReadoutError('store/ambiguous', `${at}: several reports begin with ${id}. Give more of the id.`, { at });
  return found;
}

function fault(at: string, message: string): ReadoutError {
  return new ReadoutError('usage/bad-value', `${at}: ${message}.`, { at });
}
