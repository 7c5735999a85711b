/**
 * Has V8 optimise a function after a million bytes of its bytecode have run, eight times its default. A reading of news runs some two thousand functions of middling heat;
 * optimised at the default they are so before they have met most kinds of what they are given, and many again and again: over the first three hundred articles the rules
 * took 5.4 s of CPU, most of it compiling, and take 3.0 s so; over two thousand different articles there is no difference, and the same few read again and again are faster at the default. Known of V8 11 (Node 20), left alone elsewhere. The whole process is
 * changed, so this is for programs that are Readout's own.
 */
import { setFlagsFromString } from 'node:v8';

export function optimiseLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');
}
