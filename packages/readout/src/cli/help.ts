import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { COMMON, FLAGS, type Flag, type FlagName, flagUsage } from './flags.ts';
import { wrap } from './format/wrap.ts';

const WIDTH = 100;

/** Help of all commands; begins with examples. */
export function helpText(): string {
  const width = Math.max(...COMMANDS.map((c) => c.name.length));
  return [
    'Readout reads the news and keeps the record of international politics.\n',
    'Examples',
    ...columns([
      ['readout demo --serve', 'reads sample reports and shows them'],
      ['readout extract report.txt', 'prints the record of a report'],
      ['readout ingest news/', 'keeps the records of many'],
      ['readout events --actor KOR --recipient CHN', 'asks the store'],
    ]),
    '\nCommands',
    ...COMMANDS.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`),
    '\n`readout COMMAND --help` says more. Results go to stdout, all else to stderr.',
    'Exit codes: 0 ok, 1 nothing found, 2 wrong use, 3 some input could not be read, 4 the store does not fit.\n',
  ].join('\n');
}

/** Help of one command. */
export function commandHelp(command: Command): string {
  return [
    `${command.summary}\n`,
    'Examples',
    ...columns(command.examples),
    '\nUsage',
    `  readout ${command.name}${command.args ? ` ${command.args}` : ''} [options]`,
    ...(command.notes ?? []).flatMap((text) => ['', ...wrap(text, WIDTH)]),
    '\nOptions',
    ...columns([...command.flags, ...COMMON].map((name) => [flagUsage(name), flagHelp(name)])),
    '',
  ].join('\n');
}

/** What a flag does, with its choices. */
export function flagHelp(name: FlagName): string {
  const flag: Flag = FLAGS[name];
  return flag.kind === 'choice' && name !== 'status' && name !== 'format' ? `${flag.help} One of ${flag.choices.join(', ')}.` : flag.help;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(48, Math.max(...rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) => {
    const [first = '', ...more] = wrap(right, Math.max(40, WIDTH - width - 4));
    const indent = ' '.repeat(width + 4);
    const lines = left.length > width ? [`  ${left}`, `${indent}${first}`] : [`  ${left.padEnd(width)}  ${first}`];
    return [...lines, ...more.map((line) => indent + line)];
  });
}
