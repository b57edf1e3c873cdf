import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { readProject } from '../../../src/dialogs/aidFinder/readProject';
import { createFindThemes } from '../../../src/knowledge/projectThemes';
import { createFindSite } from '../../../src/territory/findSite';
import { readCommunes } from '../../../src/territory/readCommunes';
import { shippedKnowledge } from '../../support/shippedKnowledge';

const any = z.literal('any');
/** `null`: the sentence does not tell it. `any`: what is read of it does not matter. */
const sentences = z
  .array(
    z.strictObject({
      says: z.string(),
      size: z.union([z.number(), z.tuple([z.number(), z.number()]), z.null(), any]),
      place: z.union([any, z.string(), z.null()]),
      /** One of them at least. */
      themes: z.union([z.array(z.string()), any]),
      cost: z.number().nullable(),
    }),
  )
  .parse(parse(readFileSync(join(__dirname, 'sentences.yml'), 'utf8')));

const communes = join(__dirname, '../../../knowledge/territoire/communes.csv');
const findSite = createFindSite(() => readCommunes(communes));
const findThemes = createFindThemes(shippedKnowledge().corpus.projectThemes);
const read = (text: string) => readProject(text, { findSite, findThemes });

/** What was read of a sentence, in the form in which the file expects it. */
function told(says: string) {
  const { profile, site } = read(says);
  const { employees, employeesBand: band, cost, themes } = profile;
  return {
    size: employees ?? (band ? [band.min, band.max] : null),
    place: site?.place ?? null,
    themes: themes ?? [],
    cost: cost ?? null,
  };
}

/** The sentences of which a field was read otherwise than it should be, and the share of the others. */
function measured(
  isRight: (sentence: (typeof sentences)[number], found: ReturnType<typeof told>) => boolean,
) {
  const wrong = sentences.filter((sentence) => !isRight(sentence, told(sentence.says)));
  return {
    share: 1 - wrong.length / sentences.length,
    wrong: wrong.map(({ says }) => `${says} → ${JSON.stringify(told(says))}`),
  };
}

const same = (expected: unknown, found: unknown): boolean =>
  expected === 'any' || JSON.stringify(expected) === JSON.stringify(found);

describe(`${sentences.length} sentences about a company and its project`, () => {
  it.each([
    ['size', measured(({ size }, found) => same(size, found.size))],
    ['place', measured(({ place }, found) => same(place, found.place))],
    [
      'theme',
      measured(({ themes }, found) => themes === 'any' || themes.some((one) => found.themes.includes(one))),
    ],
    ['cost', measured(({ cost }, found) => same(cost, found.cost))],
  ])('tell their %s in nine of ten cases at least', (_, { share, wrong }) => {
    expect({ enough: share >= 0.9, wrong }).toEqual({ enough: true, wrong: expect.any(Array) as unknown });
  });
});
