/**
 * A small language for sequences of tokens, compiled to a regular expression over one character per token.
 *
 * `the? last UNIT`      words as such, kinds of words in capitals, `?` for one that may be absent
 * `day=DAY month=MONTH` a name to ask for the token by
 * `a [ b c ]`           a part that may be absent
 * `( a b | c )`         a choice
 *
 * No item repeats, so a pattern matches in time bounded by its own length.
 */
export interface Alphabet {
  /** The character of a word. */
  readonly charOf: (word: string) => string;
  /** The characters of all words of a kind. */
  readonly charsOf: (kind: string) => string;
}

/** A compiled pattern and the characters it can begin with. */
export interface CompiledPattern {
  /** Fits at the beginning of what it is given. */
  readonly regexp: RegExp;
  readonly first: ReadonlySet<string>;
  /** The characters that may stand second. */
  readonly second: ReadonlySet<string>;
  /** Whether one character alone can fit. */
  readonly single: boolean;
  /** At most so many characters fit. */
  readonly most: number;
}

interface Piece {
  readonly source: string;
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
  /** Whether it can be of one character. */
  readonly single: boolean;
  /** Whether it may be absent. */
  readonly optional: boolean;
}

const NONE: ReadonlySet<string> = new Set();
const EMPTY: Piece = { source: '', first: NONE, second: NONE, single: false, optional: true };

/** The words that a pattern names as such. */
export function literalsOf(pattern: string): readonly string[] {
  return itemsOf(pattern)
    .filter((item) => !isMark(item))
    .map((item) => bareItem(item).atom)
    .filter((atom) => !isKind(atom));
}

/** Compiles a pattern. Throws on brackets that do not close, which is an error of ours and not of a text. */
export function compilePattern(pattern: string, alphabet: Alphabet): CompiledPattern {
  const items = itemsOf(pattern);
  const { piece, next } = readChoice(items, 0, alphabet);
  if (next !== items.length || piece.optional) throw new Error(`bad time pattern: ${pattern}`);
  const { source, first, second, single } = piece;
  const most = items.filter((item) => !isMark(item)).length;
  return { regexp: new RegExp(`^${source}`, 'd'), first, second, single, most };
}

function itemsOf(pattern: string): readonly string[] {
  return pattern.match(/[[\]()|]|[^\s[\]()|]+/g) ?? [];
}

const isMark = (item: string): boolean => /^[[\]()|]$/.test(item);

function isKind(atom: string): boolean {
  return /^[A-Z]/.test(atom);
}

function bareItem(item: string): { readonly name: string | undefined; readonly atom: string; readonly optional: boolean } {
  const found = /^(?:([a-z]\w*)=)?(.+?)(\?)?$/.exec(item);
  return { name: found?.[1], atom: found?.[2] ?? item, optional: found?.[3] !== undefined };
}

function readChoice(items: readonly string[], from: number, alphabet: Alphabet): { piece: Piece; next: number } {
  let { piece, next } = readSequence(items, from, alphabet);
  if (items[next] !== '|') return { piece, next };
  const branches = [piece];
  while (items[next] === '|') {
    ({ piece, next } = readSequence(items, next + 1, alphabet));
    branches.push(piece);
  }
  return {
    piece: {
      source: `(?:${branches.map((branch) => branch.source).join('|')})`,
      first: new Set(branches.flatMap((branch) => [...branch.first])),
      second: new Set(branches.flatMap((branch) => [...branch.second])),
      single: branches.some((branch) => branch.single),
      optional: branches.some((branch) => branch.optional),
    },
    next,
  };
}

function readSequence(items: readonly string[], from: number, alphabet: Alphabet): { piece: Piece; next: number } {
  let whole = EMPTY;
  let at = from;
  for (let item = items[at]; item !== undefined && item !== '|' && item !== ')' && item !== ']'; item = items[at]) {
    let piece: Piece;
    if (item === '[' || item === '(') {
      const inner = readChoice(items, at + 1, alphabet);
      if (items[inner.next] !== (item === '[' ? ']' : ')')) throw new Error(`unclosed ${item} in a time pattern`);
      piece = item === '[' ? { ...inner.piece, source: `(?:${inner.piece.source})?`, optional: true } : inner.piece;
      at = inner.next + 1;
    } else {
      piece = readItem(item, alphabet);
      at += 1;
    }
    whole = followedBy(whole, piece);
  }
  return { piece: whole, next: at };
}

function followedBy(a: Piece, b: Piece): Piece {
  const second = new Set(a.second);
  if (a.single) for (const char of b.first) second.add(char);
  if (a.optional) for (const char of b.second) second.add(char);
  return {
    source: a.source + b.source,
    first: a.optional ? new Set([...a.first, ...b.first]) : a.first,
    second,
    single: (a.single && b.optional) || (a.optional && b.single),
    optional: a.optional && b.optional,
  };
}

function readItem(item: string, alphabet: Alphabet): Piece {
  const { name, atom, optional } = bareItem(item);
  const chars = isKind(atom) ? alphabet.charsOf(atom) : alphabet.charOf(atom);
  const set = `[${chars}]`;
  const source = name ? `(?<${name}>${set})` : set;
  return { source: optional ? `(?:${source})?` : source, first: new Set(chars), second: NONE, single: true, optional };
}
