import { ERRORS, type ErrorCode } from '../errors.ts';
import { COMMANDS } from './commands.ts';
import { exitOf } from './exit.ts';
import { COMMON, FLAGS, type Flag, flagUsage } from './flags.ts';
import { flagHelp } from './help.ts';

/** `docs/reference/cli.md`: the commands and their options, from the tables that parse them. */
export function cliReference(): string {
  const lines = [
    '# The command line',
    '',
    'Made from `packages/readout/src/cli/commands.ts` and `flags.ts` by `node --import tsx scripts/cli-docs.ts`; do not edit.',
    '',
    'Results go to stdout, all else to stderr. Exit codes: 0 ok, 1 nothing found, 2 wrong use, 3 some input could not be read, 4 the store does not fit.',
    `Every command also takes ${COMMON.map((name) => `\`${flagUsage(name)}\` (${FLAGS[name].help.replace(/\.$/, '')})`).join(', ')}.`,
  ];
  for (const command of COMMANDS) {
    lines.push('', `## readout ${command.name}${command.args ? ` ${command.args}` : ''}`, '', command.summary, '', '```sh');
    const width = Math.max(...command.examples.map(([line]) => line.length));
    lines.push(...command.examples.map(([line, does]) => `${line.padEnd(width)}  # ${does}`), '```');
    for (const text of command.notes ?? []) lines.push('', text);
    if (command.flags.length === 0) continue;
    lines.push('', '| option | what |', '|---|---|');
    for (const name of command.flags) {
      const flag: Flag = FLAGS[name];
      const choices = flag.kind === 'choice' && !flagHelp(name).includes('One of') ? ` One of ${flag.choices.join(', ')}.` : '';
      lines.push(`| \`${flagUsage(name)}\` | ${flagHelp(name)}${choices} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** `docs/reference/errors.md`: the codes of errors and problems, from the table that they are thrown by. */
export function errorReference(): string {
  const lines = [
    '# Errors and problems',
    '',
    'Made from `packages/readout/src/errors.ts` by `node --import tsx scripts/cli-docs.ts`; do not edit.',
    '',
    'A `ReadoutError` has one of these codes, `at` (a file and line, an option, an id) and a message that says what to do. What could be read all the same is',
    'no error: the record says it in `problems[]` under the same codes. Over HTTP they are problem details (RFC 9457) of the type `urn:readout:error:CODE`.',
    'The exit code is that of a command which the error ends; a bad document among others only makes it 3.',
    '',
    '| code | what happened | exit |',
    '|---|---|---|',
  ];
  for (const code of Object.keys(ERRORS) as ErrorCode[]) lines.push(`| \`${code}\` | ${ERRORS[code]} | ${exitOf(code)} |`);
  return `${lines.join('\n')}\n`;
}
