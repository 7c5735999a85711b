/** The commonest short words of languages news is written in. English shares few of them. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as by he it at from his has have be are not this which said who after their had will an its but they were',
  fr: 'le la les des et en du une est que dans qui pour sur au aux pas avec plus ce il sont par ont été cette ses mais elle nous vous',
  es: 'el la los las de que y en un una por con para del se su al lo como más pero fue ha sus este son entre está sobre también',
  de: 'der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei',
  pt: 'o a os as de que e em um uma para com não do da dos das no na por mais se foi ao sua são pelo pela também está',
  it: 'il la le gli di che e un una per con non del della dei delle nel nella alla sono si è da ha più come anche ma dal',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij door naar uit heeft werd over hij',
  tr: 've bir bu için ile da de olarak çok daha olan gibi kadar sonra en ne var ise ancak',
  id: 'yang dan di dari untuk dengan pada ini itu tidak dalam akan oleh ke juga adalah telah tersebut sebagai',
};
const LANGUAGES = Object.keys(WORDS);
/** The languages, by number, that a short word is common in: a text is held against all lists at once. */
const SPEAKERS: ReadonlyMap<string, readonly number[]> = speakers();

function speakers(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  LANGUAGES.forEach((language, i) => {
    for (const word of new Set(WORDS[language]?.split(' '))) found.set(word, [...(found.get(word) ?? []), i]);
  });
  return found;
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
];
const SAMPLE = 4_000;
/** Fewer words than these say nothing. */
const ENOUGH = 20;

/**
 * The language a text seems to be in: `en` or another ISO 639-1 code by its script or by the share of its short words; `und` when it is none of those known.
 * A text of a few Latin words is taken for English, the language Readout reads.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const script = hasOtherScript(sample) ? mainScript(sample) : undefined;
  if (script !== undefined) return script;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < ENOUGH) return 'en';
  const counts = new Array<number>(LANGUAGES.length).fill(0);
  for (let i = 0; i < words.length; i++) {
    const among = SPEAKERS.get(words[i] ?? '');
    if (among) for (const language of among) counts[language] = (counts[language] ?? 0) + 1;
  }
  let best = { language: 'und', share: 0.1 };
  LANGUAGES.forEach((language, i) => {
    const share = (counts[i] ?? 0) / words.length;
    if (share > best.share) best = { language, share };
  });
  return best.language;
}

/** Whether there may be a letter of `SCRIPTS`, the lowest of which are Greek; dashes and quotation marks are none. */
function hasOtherScript(sample: string): boolean {
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code >= 0x370 && (code < 0x2000 || code > 0x206f)) return true;
  }
  return false;
}

/** The language of the script that most letters are of, if one of `SCRIPTS` is. */
function mainScript(sample: string): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    // Japanese mixes kana with Han: a small share of kana is enough.
    if ((sample.match(script)?.length ?? 0) > letters * (language === 'ja' ? 0.15 : 0.4)) return language;
  }
  return undefined;
}
