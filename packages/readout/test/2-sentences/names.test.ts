/** Names by their form and by the lists: what is laid over the names that the network gives. */
import { describe, expect, it } from 'vitest';
import { listedNames, repairNames } from '../../src/2-sentences/names/listed-names.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Name, NameLabel } from '../../src/model/index.ts';

const listed = listedNames(
  loadKnowledge(undefined, {
    persons: [{ id: 'jorun-halvik', name: 'Jorun Halvik', aliases: '', surname: 'Halvik', gender: 'm', state: 'NOR', source: 'test' }],
  }),
);
/** `Jan/PER Novak/PER met`: words, those of a name with its label; two names side by side are parted by `|`. */
function repaired(sentence: string): string[] {
  const forms: string[] = [];
  const names: Name[] = [];
  let open: Name | undefined;
  for (const piece of sentence.split(' ')) {
    if (piece === '|') {
      open = undefined;
      continue;
    }
    const [form = '', label] = piece.split('/');
    forms.push(form);
    if (!label) open = undefined;
    else if (open?.label === label) {
      names.pop();
      open = { ...open, end: forms.length };
      names.push(open);
    } else {
      open = { start: forms.length - 1, end: forms.length, label: label as NameLabel, probability: 0.9 };
      names.push(open);
    }
  }
  const tags = forms.map((f) => (/^\p{Lu}/u.test(f) ? 'PROPN|NNP' : 'NOUN|NN'));
  return repairNames(forms, tags, names, listed).map((n) => `${n.label} ${forms.slice(n.start, n.end).join(' ')}`);
}

describe('names by their form', () => {
  it.each([
    ['a file is nobody', 'See harbour.jpg/PER for the map', []],
    ['nor is a word of chat', 'Plz/PER call the office', []],
    ['nor a letter in a sentence', 'Then Z/PER follows from this', []],
    ['but a letter may sign', '- M/PER', ['PER M']],
    ['a possessive is outside', 'Halvik/PER ’s/PER house is green', ['PER Halvik']],
    ['surname first, alone in its line', 'Novak/PER , Jan/PER', ['PER Novak , Jan']],
    ['surname first, before an address', 'Novak/PER , Jan/PER < a@b.example >', ['PER Novak , Jan']],
    ['two persons in a list stay two', 'They saw Novak/PER , Jan/PER and others', ['PER Novak', 'PER Jan']],
    ['a given name and a surname cut apart', 'later Maria/PER | Lindqvist/PER spoke', ['PER Maria Lindqvist']],
    ['two surnames stay two', 'later Lindqvist/PER | Halvik/PER spoke', ['PER Lindqvist', 'PER Halvik']],
  ])('%s', (_, sentence, expected) => expect(repaired(sentence)).toEqual(expected));
});

describe('names that are listed', () => {
  it.each([
    ['a person whom the network took for a place', 'In April Jorun/LOC Halvik/LOC left', ['PER Jorun Halvik']],
    ['a person whom it overlooked', 'yesterday Jorun Halvik left', ['PER Jorun Halvik']],
    ['a person whose administration acts', 'the Halvik/ORG administration left', ['PER Halvik']],
    ['a small word before a name is outside', 'She flew to/PER the/PER Kenya/PER', ['LOC Kenya']],
    ['a state beside another', 'later Jordan/PER and Kenya/LOC signed', ['LOC Jordan', 'LOC Kenya']],
    ['a town and its state', 'He lives in Salem/LOC Oregon/LOC now', ['LOC Salem', 'LOC Oregon']],
    ['a part of a state is one name', 'He lives in Northern/LOC California/LOC now', ['LOC Northern California']],
    ['a state whose name ends with another’s', 'He lives in New/LOC Mexico/LOC now', ['LOC New Mexico']],
    ['two firms', 'then Boeing/ORG and/ORG Siemens/ORG merged', ['ORG Boeing', 'ORG Siemens']],
    ['a firm with an “and”', 'Then Halvik/ORG and/ORG Sons/ORG merged', ['ORG Halvik and Sons']],
  ])('%s', (_, sentence, expected) => expect(repaired(sentence)).toEqual(expected));
});
