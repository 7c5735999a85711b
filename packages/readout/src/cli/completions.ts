import type { Command } from './command.ts';
import { COMMON, FLAGS, type Flag, type FlagName } from './flags.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** The completion script of a shell: commands, their options and the options' choices. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  if (shell === 'fish') return fish(commands);
  // zsh reads bash's completions once bashcompinit is loaded.
  return `${shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}${bash(commands)}`;
}

function bash(commands: readonly Command[]): string {
  const cases = commands.map(
    (c) =>
      `    ${c.name}) words="${flagsOf(c.flags)
        .map((f) => `--${f}`)
        .join(' ')}" ;;`,
  );
  const choices = choiceFlags().map(
    ([name, values]) => `    --${name}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$word")); return ;;`,
  );
  return `_readout() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
${choices.join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map((c) => c.name).join(' ')}"
  elif [[ "$word" != -* ]]; then return; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _readout readout
`;
}

function fish(commands: readonly Command[]): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = commands.map((c) => `complete -c readout -n __fish_use_subcommand -f -a ${c.name} -d ${quoted(c.summary)}`);
  for (const command of commands) {
    for (const name of flagsOf(command.flags)) {
      const flag: Flag = FLAGS[name];
      const values = flag.kind === 'choice' ? ` -x -a ${quoted(flag.choices.join(' '))}` : flag.kind === 'boolean' ? '' : ' -r';
      lines.push(`complete -c readout -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${values} -d ${quoted(flag.help)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function flagsOf(flags: readonly FlagName[]): readonly FlagName[] {
  return [...flags, ...COMMON];
}

function choiceFlags(): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(FLAGS as { readonly [name: string]: Flag }).flatMap(([name, flag]) =>
    flag.kind === 'choice' ? [[name, flag.choices] as const] : [],
  );
}
