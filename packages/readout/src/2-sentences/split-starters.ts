/** Words that begin sentences and seldom follow an abbreviation inside one: English function words, a closed class. */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    'A About According Additionally After Afterwards Again Against All Already Also Although Among Amid An And Another Any As Asked At ' +
    'Because Before Besides Between Beyond Both But By Despite Due During Each Earlier Either Even Every Everyone Few Finally For Former ' +
    'From Furthermore Given Having He Her Here His How However I If In Indeed Instead It Its Just Last Later Like Many Meanwhile More ' +
    'Moreover Most Much My Neither Nevertheless No Nobody None Nor Not Nothing Now Of Officials On Once One Only Or Other Others Our Over ' +
    'Perhaps Rather She Since So Some Soon Speaking Still Such Than That The Their Then There Therefore These They This Those Though ' +
    'Through Throughout Thus To Today Tomorrow Two Under Unlike Until Upon We Were What Whatever When Where Whether Which While Who Whose ' +
    'Why With Within Without Yesterday Yet You Your'
  ).split(' '),
);
