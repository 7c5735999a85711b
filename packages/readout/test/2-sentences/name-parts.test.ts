import { describe, expect, it } from 'vitest';
import { listedNames, repairNames } from '../../src/2-sentences/names/listed-names.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Name, NameLabel } from '../../src/model/index.ts';

const listed = listedNames(loadKnowledge());

/** Words with `/TAG` where they are no proper nouns, names as `LABEL words`. */
function repaired(text: string, ...marked: string[]): string[] {
  const words = text.split(' ').map((w) => w.split('/'));
  const forms = words.map(([form = '']) => form);
  const tags = words.map(([form = '', tag]) => tag ?? (/^\p{Lu}/u.test(form) ? 'PROPN' : /^\d/.test(form) ? 'NUM' : 'NOUN'));
  const names = marked.map((m): Name => {
    const [label = '', ...parts] = m.split(' ');
    const start = forms.findIndex((_, i) => parts.every((p, k) => forms[i + k] === p));
    return { start, end: start + parts.length, label: label as NameLabel, probability: 0.9 };
  });
  return repairNames(forms, tags, names, listed).map((n) => `${n.label} ${forms.slice(n.start, n.end).join(' ')}`);
}

describe('parts of names', () => {
  it('takes an owner apart from what it owns', () => {
    expect(repaired("Norway 's Harbour Authority said", "ORG Norway 's Harbour Authority")).toEqual([
      'LOC Norway',
      'ORG Harbour Authority',
    ]);
  });
  it('takes a member apart from the party', () => {
    expect(repaired('Tomas Varga of the Harvest Party won', 'PER Tomas Varga of the Harvest Party')).toEqual([
      'PER Tomas Varga',
      'ORG Harvest Party',
    ]);
    expect(repaired('the International Brotherhood of Potters', 'PER International Brotherhood of Potters')).toEqual([
      'ORG International Brotherhood of Potters',
    ]);
  });
  it('takes a town apart from its state', () => {
    expect(repaired('in Oakmere California', 'LOC Oakmere California')).toEqual(['LOC Oakmere', 'LOC California']);
    expect(repaired('in Fort California', 'LOC Fort California')).toEqual(['LOC Fort California']);
  });
  it('lets the last word tell what a name is', () => {
    expect(repaired('the Varga Lindqvist Gallery', 'PER Varga Lindqvist Gallery')).toEqual(['ORG Varga Lindqvist Gallery']);
    expect(repaired('from OKRA said sources', 'PER OKRA')).toEqual(['ORG OKRA']);
  });
  it('finds persons that nobody marked', () => {
    expect(repaired('rock musician Anders Quill wrote')).toEqual(['PER Anders Quill']);
    expect(repaired('said Mr Quill')).toEqual(['PER Quill']);
    expect(repaired('near Victoria Lake')).toEqual([]);
  });
  it('finds no name in units, indices and fields of office', () => {
    expect(repaired('a 60 GB disk', 'LOC GB')).toEqual([]);
    expect(repaired('the Nasdaq fell', 'ORG Nasdaq')).toEqual([]);
    expect(repaired('Minister for Fisheries and Ports', 'ORG Fisheries and Ports')).toEqual([]);
  });
});
