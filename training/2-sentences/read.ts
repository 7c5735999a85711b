/** Reading of training data: CoNLL-U (UD, with GUM's entities where present) and two-column IOB names. */

/** A sentence with what is known of it; `names` holds IOB2 labels, `?` where nobody annotated. */
export interface Sentence {
  readonly forms: readonly string[];
  readonly tags?: readonly string[] | undefined;
  readonly heads?: readonly number[] | undefined;
  readonly relations?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
}

const KIND: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', place: 'LOC', event: 'EVENT' };
export const TITLES =
  /^(mr|mrs|ms|miss|dr|sir|lord|lady|dame|prof|professor|president|vice|deputy|prime|minister|premier|chancellor|king|queen|prince|princess|emperor|pope|saint|st|general|gen|lt|lieutenant|col|colonel|maj|major|capt|captain|sgt|sergeant|admiral|adm|commander|senator|sen|rep|representative|congressman|congresswoman|gov|governor|mayor|judge|justice|chief|secretary|ambassador|speaker|chairman|attorney|foreign|defense|defence|state|sheriff|officer|director|ceo|rev|reverend|father|bishop|archbishop|imam|sheikh|ayatollah|uncle|aunt|former|first|candidate|detective|inspector|coach|executive|counsel|spokesman|spokeswoman)\.?$/i;

/**
 * GUM marks whole noun phrases; a name is the run of proper nouns in a phrase that is a named entity (its `identity` field links
 * it, or all its content words are proper nouns), without the titles before a person.
 */
function gumNames(rows: readonly (readonly string[])[]): string[] {
  const names = rows.map(() => 'O');
  const open: { id: string; kind: string; start: number; linked: boolean }[] = [];
  const mark = (kind: string, start: number, end: number, linked: boolean): void => {
    const label = KIND[kind];
    if (!label) return;
    let a = start;
    let b = end;
    const proper = (i: number): boolean => rows[i]?.[3] === 'PROPN' || /^NNPS?$/.test(rows[i]?.[4] ?? '');
    while (a <= b && !proper(a)) a++;
    while (b >= a && !proper(b)) b--;
    if (label === 'PER') while (a < b && TITLES.test(rows[a]?.[1] ?? '')) a++;
    if (a > b) return;
    // One name only: proper nouns joined by hyphens, "of", "the", "and" inside an organisation or place.
    let run = a;
    while (
      run < b &&
      (proper(run + 1) ||
        (/^(of|the|for|and|de|al|la|von|van|der|-|’s|'s|&)$/i.test(rows[run + 1]?.[1] ?? '') &&
          (linked || label !== 'PER') &&
          run + 2 <= b &&
          !/^(and)$/i.test(label === 'PER' ? (rows[run + 1]?.[1] ?? '') : '')))
    )
      run++;
    while (run > a && !proper(run)) run--;
    // The head of the phrase must be inside the name, or else the name is only a modifier of a common noun.
    let head = -1;
    for (let i = start; i <= end; i++) {
      const h = Number(rows[i]?.[6]) - 1;
      if (h < start || h > end) {
        head = i;
        break;
      }
    }
    if (label === 'PER' && head >= start && head < a && TITLES.test(rows[head]?.[1] ?? '')) head = a;
    if (head < a || head > run) return;
    for (let i = a; i <= run; i++) names[i] = `${i === a ? 'B' : 'I'}-${label}`;
  };
  rows.forEach((c, i) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(c[9] ?? '')?.[1] ?? '';
    for (const m of entity.matchAll(/\(?[^()]+\)?/g)) {
      const piece = m[0];
      const body = piece.replace(/[()]/g, '');
      const [id = '', kind = ''] = body.split('-');
      if (piece.startsWith('(')) {
        const linked = body.split('-').length > 6;
        if (piece.endsWith(')')) mark(kind, i, i, linked);
        else open.push({ id, kind, start: i, linked });
      } else {
        for (let k = open.length - 1; k >= 0; k--) {
          const o = open[k];
          if (o && o.id === id) {
            open.splice(k, 1);
            mark(o.kind, o.start, i, o.linked);
            break;
          }
        }
      }
    }
  });
  return names;
}

export function readTreebank(text: string): Sentence[] {
  const found: Sentence[] = [];
  const hasEntities = text.includes('Entity=');
  for (const block of text.split(/\n\s*\n/)) {
    const rows = block
      .split('\n')
      .filter((l) => /^\d+\t/.test(l))
      .map((l) => l.split('\t'));
    if (rows.length === 0) continue;
    const silver = rows.some((c) => /(?:^|\|)Name=/.test(c[9] ?? ''));
    found.push({
      forms: rows.map((c) => c[1] ?? ''),
      tags: rows.map((c) => `${c[3]}|${c[4]}`),
      heads: rows.map((c) => Number(c[6])),
      relations: rows.map((c) => c[7] ?? ''),
      names: silver ? rows.map((c) => /(?:^|\|)Name=([^|]*)/.exec(c[9] ?? '')?.[1] ?? '?') : hasEntities ? gumNames(rows) : undefined,
    });
  }
  return found;
}

/** IOB1/IOB2 names, one token a line (`form label` or `id form label …`). OTH is not ours. */
export function readIob(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const block of text.split(/\n\s*\n/)) {
    const rows = block
      .split('\n')
      .filter((l) => l && !l.startsWith('#') && !l.startsWith('-DOCSTART-'))
      .map((l) => l.split(/[\t ]/));
    if (rows.length === 0) continue;
    const numbered = rows.every((c) => /^\d+$/.test(c[0] ?? '') && c.length > 2);
    let previous = 'O';
    const names = rows.map((c) => {
      const raw = (numbered ? c[2] : c[c.length - 1]) ?? 'O';
      const kind = raw.slice(2);
      const label =
        raw === '?' ? '?' : raw === 'O' || kind === 'OTH' ? 'O' : raw.startsWith('I-') && previous.slice(2) === kind ? raw : `B-${kind}`;
      previous = label;
      return label;
    });
    found.push({ forms: rows.map((c) => (numbered ? c[1] : c[0]) ?? ''), names });
  }
  return found;
}

/** Sentences with the names of `names-ewt.tsv` (`sentence start-end:TYPE …`, end exclusive); those it does not mention have none. */
export function withNames(sentences: readonly Sentence[], annotations: string): Sentence[] {
  const labels = sentences.map((s) => s.forms.map(() => 'O'));
  for (const line of annotations.split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [number, spans = ''] = line.split('\t');
    const row = labels[Number(number)];
    for (const span of spans.split(' ')) {
      const [, start, end, type] = /^(\d+)-(\d+):(\w+)$/.exec(span) ?? [];
      if (!row || !type || Number(end) > row.length) throw new Error(`names: sentence ${number}, ${span}: no such tokens`);
      for (let i = Number(start); i < Number(end); i++) row[i] = `${i === Number(start) ? 'B' : 'I'}-${type}`;
    }
  }
  return sentences.map((s, i) => ({ ...s, names: labels[i] }));
}
