import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ReadoutError } from '../errors.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { COMMON, FLAGS, type Flag, type FlagName, type Values } from './flags.ts';
import { nearest } from './nearest.ts';

/** What a command line asks for. */
export type Parsed =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'run'; readonly command: Command; readonly args: readonly string[]; readonly flags: Values };

/** Reads a command line (without node and script). Throws `usage/unknown-command`, `usage/unknown-option`, `usage/bad-value`. */
export function parse(argv: readonly string[]): Parsed {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h') return { kind: 'help' };
  if (name === '--version') return { kind: 'version' };
  if (name === 'help') return rest[0] === undefined ? { kind: 'help' } : { kind: 'help', command: commandOf(rest[0]) };
  const command = commandOf(name);
  const { values, args } = valuesOf(rest, command);
  if (values.help) return { kind: 'help', command };
  const [least, most] = command.count ?? [0, 0];
  if (args.length < least)
    throw new ReadoutError(
      'usage/bad-value',
      `\`readout ${name}\` needs ${command.args ?? 'an argument'}, as in: ${command.examples[0]?.[0]}`,
      {
        at: name,
      },
    );
  const extra = args[most];
  if (extra !== undefined)
    throw new ReadoutError('usage/bad-value', `\`readout ${name}\` does not know what to do with ${JSON.stringify(extra)}. ${help(name)}`, {
      at: name,
    });
  return { kind: 'run', command, args, flags: values };
}

function commandOf(name: string): Command {
  const found = COMMANDS.find((c) => c.name === name);
  if (found) return found;
  const names = COMMANDS.map((c) => c.name);
  throw new ReadoutError(
    'usage/unknown-command',
    `There is no command ${JSON.stringify(name)}.${meant(name, names)} \`readout --help\` lists them.`,
    {
      at: name,
    },
  );
}

function valuesOf(argv: readonly string[], command: Command): { readonly values: Values; readonly args: readonly string[] } {
  const names = [...command.flags, ...COMMON];
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    names.map((name) => {
      const flag: Flag = FLAGS[name];
      return [
        name,
        { type: flag.kind === 'boolean' ? ('boolean' as const) : ('string' as const), ...(flag.short ? { short: flag.short } : {}) },
      ];
    }),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const values: { [name: string]: boolean | number | string | readonly string[] } = {};
  const args: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const name = names.find((n) => n === token.name);
    if (name === undefined) throw unknown(token.rawName, command, names);
    const before = values[name];
    const value = readValue(name, token.value, command);
    if (before !== undefined && !Array.isArray(value) && value !== before)
      throw new ReadoutError(
        'usage/bad-value',
        `--${name} is given twice, as ${before} and ${value}; it takes one value. ${help(command.name)}`,
        {
          at: `--${name}`,
        },
      );
    values[name] = Array.isArray(value) ? [...(Array.isArray(before) ? before : []), ...value] : value;
  }
  checkDays(values, command);
  return { values, args };
}

/** Throws `usage/bad-value` where the last day lies before the first: nothing could be found between them. */
function checkDays({ since, until }: Values, command: Command): void {
  if (since === undefined || until === undefined || since.slice(0, until.length) <= until.slice(0, since.length)) return;
  throw new ReadoutError('usage/bad-value', `--since ${since} is later than --until ${until}. ${help(command.name)}`, { at: '--since' });
}

function readValue(name: FlagName, given: string | undefined, command: Command): boolean | number | string | readonly string[] {
  const flag: Flag = FLAGS[name];
  const wrong = (message: string): ReadoutError =>
    new ReadoutError('usage/bad-value', `${message} ${help(command.name)}`, { at: `--${name}` });
  if (flag.kind === 'boolean') {
    if (given !== undefined) throw wrong(`--${name} takes no value.`);
    return true;
  }
  if (given === undefined || given === '') throw wrong(`--${name} needs a value: --${name} ${flag.value ?? ''}.`);
  if (flag.kind === 'list') return [given];
  if (flag.kind === 'count') {
    if (!/^\d{1,9}$/.test(given)) throw wrong(`--${name} needs a whole number, not ${JSON.stringify(given)}.`);
    if (name === 'limit' && Number(given) === 0) throw wrong('--limit needs a number from 1 on.');
    return Number(given);
  }
  if (flag.kind === 'share') {
    if (!SHARE.test(given)) throw wrong(`--${name} needs a number from 0 to 1, not ${JSON.stringify(given)}.`);
    return Number(given);
  }
  if (flag.kind === 'day' && !isDay(given))
    throw wrong(`--${name} needs a day as 2024-11-15 (or 2024-11, or 2024), not ${JSON.stringify(given)}.`);
  if (flag.kind !== 'choice') return given;
  const chosen = flag.choices.find((c) => c === given) ?? flag.choices.find((c) => c.toLowerCase() === given.toLowerCase());
  if (chosen === undefined)
    throw wrong(`--${name} is one of ${flag.choices.join(', ')}, not ${JSON.stringify(given)}.${meant(given, flag.choices)}`);
  return chosen;
}

/** A number from 0 to 1 as it is written. */
const SHARE = /^(?:0?\.\d{1,9}|0|1(?:\.0{1,9})?)$/;

/** Whether words are an ISO day, month or year that exists. */
function isDay(words: string): boolean {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(words);
  if (!found) return false;
  const [, , month = '01', day = '01'] = found;
  const date = new Date(`${found[1]}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(8, 10) === day;
}

function unknown(raw: string, command: Command, names: readonly FlagName[]): ReadoutError {
  const name = raw.replace(/^-+/, '');
  // The three words are never mixed: a claim has a source, an event an actor, a report a publisher.
  const other = { actor: 'source', source: 'actor', recipient: 'about', event: 'relation' }[name];
  const hint =
    other !== undefined && names.some((n) => n === other)
      ? ` ${command.name[0]?.toUpperCase()}${command.name.slice(1)} have ${other === 'about' ? 'topics' : `${/^[aeiou]/.test(other) ? 'an' : 'a'} ${other}`}: --${other}.`
      : meant(
          `--${name}`,
          names.map((n) => `--${n}`),
        );
  return new ReadoutError('usage/unknown-option', `\`readout ${command.name}\` has no option ${raw}.${hint} ${help(command.name)}`, {
    at: raw,
  });
}

function meant(given: string, among: readonly string[]): string {
  const found = nearest(given, among);
  return found === undefined ? '' : ` Did you mean ${found}?`;
}

function help(name: string): string {
  return `See \`readout ${name} --help\`.`;
}
