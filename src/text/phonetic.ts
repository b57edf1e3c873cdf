/** French sound rules, applied in order to a folded word. Each makes spellings that sound alike the same. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/qu|q|ck|ch(?=[rl])|c(?![eiyh])|k/g, 'k'],
  [/sch|ch|sh/g, 'x'],
  [/gu(?=[eiy])/g, 'g'],
  [/g(?=[eiy])/g, 'j'],
  [/tion|ssion|cion|sion/g, 'sion'],
  [/c(?=[eiy])|ss|z/g, 's'],
  [/eaux|eau|aux|au|hau|ho/g, 'o'],
  [/ain|ein|aim|ym|yn|im(?=[pb])|in(?![aeiouyn])/g, 'in'],
  [/em(?=[pbm])|en(?![aeiouyn])|an(?![aeiouyn])|am(?=[pb])/g, 'an'],
  [/om(?=[pb])/g, 'on'],
  [/oeu|eu/g, 'e'],
  [/ai|ei|et$|er$|ez$|ee$|e$/g, 'e'],
  [/y/g, 'i'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
  [/(?:e|s|x|t|d|p)+$/g, ''],
];

/** How a folded French word sounds, roughly: two spellings of one word usually give the same key ("telefone", "téléphone"). Not for English. */
export function phoneticKey(word: string): string {
  let key = word;
  for (const [pattern, sound] of rules) key = key.replace(pattern, sound);
  return key;
}
