import { checkCorpus } from '../../src/knowledge/checkCorpus';
import type { Corpus } from '../../src/knowledge/corpus';
import { loadCorpus } from '../../src/knowledge/corpus';
import { formatFaults } from '../../src/knowledge/fault';
import { plainText } from '../../src/text/normalise';
import { shippedFolder } from '../support/shippedKnowledge';

let corpus: Corpus;
beforeAll(() => {
  corpus = loadCorpus([shippedFolder]).corpus!;
});

/** Everything a visitor may read of a page, in one language. */
const textOf = (id: string, language: 'fr' | 'en' = 'fr'): string => {
  const text = corpus.pages.get(id)?.[language];
  return plainText(text ? [text.title, text.answer, ...text.details].join(' ') : '').replaceAll('*', '');
};

it('has no error in the shipped knowledge', () => {
  const errors = checkCorpus([shippedFolder]).faults.filter((fault) => fault.level === 'erreur');
  expect(formatFaults(errors)).toBe('');
});

/** Every figure, name and claim of the programme's article, in the order of the article, and the page that holds it. */
const article: readonly (readonly [page: string, ...phrases: string[]])[] = [
  ['programme/but', 'accompagne', 'dynamiques locales de réindustrialisation'],
  ['programme/but', 'transition industrielle, économique et écologique'],
  ['programme/but', 'territoires à fort potentiel industriel', 'projets concrets'],
  ['programme/but', "s'inscrit pleinement dans cette ambition"],
  ['territoire/perimetre', 'une grande partie de la vallée de la Seine normande'],
  ['territoire/perimetre', "de l'estuaire jusqu'aux portes de l'Île-de-France"],
  ['programme/label-2018', 'labellisé depuis le lancement du programme', '2018'],
  ['territoire/intercommunalites', 'désormais', 'dix intercommunalités'],
  ['territoire/habitants', "plus de 1,26 million d'habitants"],
  ['territoire/corridor', 'véritable corridor industriel', 'densité de son activité', 'expertise reconnue'],
  ['economie/secteurs', 'raffinage', 'chimie', 'métallurgie', 'aéronautique', 'plasturgie'],
  ['territoire/position-infrastructures', 'position géographique stratégique'],
  ['territoire/position-infrastructures', 'infrastructures portuaires et ferroviaires'],
  ['economie/etablissements', '1 540', 'établissements industriels employeurs', 'structuré et diversifié'],
  ['economie/emplois', '67 330', 'emplois salariés', 'industrie manufacturière', 'significatif'],
  ['economie/part-richesse-territoire', '25,3 %', 'richesse dégagée du territoire'],
  ['economie/part-richesse-region', '45,2 %', 'de celle de la Région'],
  ['economie/competences', 'vivier conséquent de compétences', 'axe majeur du programme'],
  ['economie/competences', 'évolution des process et des enjeux de transition'],
  [
    'economie/partenariats-formation',
    'organismes de formation',
    'branches professionnelles',
    'collectivités',
  ],
  ['decarbonation/horizon-2050', 'bas carbone', '2050'],
  ['territoire/zone-europe', "l'une des plus grandes zones industrialo-portuaires d'Europe"],
  ['decarbonation/energies-fossiles', 'longtemps', 'tourné vers les énergies fossiles'],
  ['decarbonation/competitivite', 'empreinte carbone de son industrie', 'conserver sa compétitivité'],
  [
    'decarbonation/projets',
    'hydrogène vert',
    'CO2',
    'chaleur fatale',
    'électrification',
    'industrie circulaire',
  ],
  ['decarbonation/hydrogene', 'hydrogène vert comme vecteur énergétique alternatif'],
  ['decarbonation/co2', 'captation et la valorisation du CO2 émis par les grands sites industriels'],
  ['decarbonation/chaleur-fatale', 'captation et la valorisation de la chaleur fatale'],
  [
    'decarbonation/electrification',
    'électrification des procédés',
    'optimisation énergétique des infrastructures',
  ],
  [
    'decarbonation/industrie-circulaire',
    'accompagnement des entreprises',
    'industrie circulaire et bas carbone',
  ],
  [
    'decarbonation/acteurs',
    'grands groupes industriels',
    "associations d'industriels",
    'collectivités',
    'ports',
  ],
  ['decarbonation/acteurs', 'PME', 'ETI', 'centres de recherche', 'objectifs bas carbone'],
  ['programme/laboratoire', 'laboratoire industriel de la transition écologique'],
  ['programme/laboratoire', 'innovation, emploi et performances environnementales', 'industrie de demain'],
  ['priorites/priorites', 'relocalisation', 'modernisation', 'décarbonation', 'innovation'],
  ['priorites/investissements', 'investissements industriels', 'relocalisation', 'enjeux de souveraineté'],
  ['priorites/souverainete', 'enjeux de souveraineté', 'investissements industriels'],
  ['priorites/attractivite', 'attractivité du territoire pour les entreprises et les talents'],
  ['priorites/numerique', 'démarches visant les transitions écologique et numérique'],
  ['priorites/promotion-dispositifs', 'dispositifs en faveur des entreprises', "l'État", "l'UE", 'Région'],
  ['programme/volonte-collective', 'volonté collective', 'industrie durable, innovante', 'ancrée localement'],
  [
    'programme/exemple-national',
    'exemple fort de la réindustrialisation',
    'nationale',
    'acteurs privés et publics',
  ],
  ['contact/pilote', 'pilotée par Thierry Gallerand', 'chef de projet'],
  ['contact/base', 'Maison des entreprises de Port-Jérôme-sur-Seine'],
  [
    'contact/lien',
    "services de l'État",
    'collectivités locales',
    'industriels',
    'partenaires institutionnels',
  ],
  ['contact/mission', 'central', 'émerger, coordonner et accompagner les projets structurants'],
  ['contact/telephone', '06 80 96 16 52'],
  ['contact/email', 't.gallerand@cauxseine.fr'],
  ['contact/adresse', 'Maison des entreprises', '7 rue des Terrasses', '76330 Port-Jérôme-sur-Seine'],
  [
    'contact/coordonnees',
    'Thierry Gallerand',
    "chef de projet Territoires d'industrie",
    '06 80 96 16 52',
    't.gallerand@cauxseine.fr',
    'Maison des entreprises',
    '7 rue des Terrasses',
    '76330 Port-Jérôme-sur-Seine',
  ],
];

describe('what the article says stands on a page that cites it', () => {
  it.each(article)('%s: %s', (id, ...phrases) => {
    const text = textOf(id).toLowerCase();
    for (const phrase of phrases) expect(text).toContain(phrase.toLowerCase());
    expect(corpus.pages.get(id)?.sources).toContain('article');
  });

  it.each([...new Set(article.map(([id]) => id))])('%s has an English twin', (id) => {
    expect(corpus.pages.get(id)?.en?.answer).toMatch(/\w/);
  });
});

/** Figures and names that are the same in every language. */
it.each([
  ['economie/etablissements', '1,540'],
  ['economie/emplois', '67,330'],
  ['economie/part-richesse-territoire', '25.3'],
  ['economie/part-richesse-region', '45.2'],
  ['territoire/habitants', '1.26 million'],
  ['programme/label-2018', '2018'],
  ['decarbonation/horizon-2050', '2050'],
  ['contact/telephone', '06 80 96 16 52'],
  ['contact/email', 't.gallerand@cauxseine.fr'],
  ['contact/adresse', '7 rue des Terrasses'],
])('tells the figure of %s in English as well: %s', (id, figure) => {
  expect(textOf(id, 'en')).toContain(figure);
});

it('gives the contact of the article as the recipient of requests', () => {
  expect(corpus.contact).toMatchObject({
    name: 'Thierry Gallerand',
    phone: '06 80 96 16 52',
    email: 't.gallerand@cauxseine.fr',
    address: 'Maison des entreprises, 7 rue des Terrasses, 76330 Port-Jérôme-sur-Seine',
  });
});

it('names no phone number but the contact’s, on any page that states a fact', () => {
  for (const page of corpus.pages.values()) {
    const numbers = textOf(page.id).match(/\b0[1-9](?:[ .]?\d\d){4}\b/g) ?? [];
    expect([page.id, ...numbers.filter((number) => number !== '06 80 96 16 52')]).toEqual([page.id]);
  }
});

it('keeps the figures of a twin those of its page', () => {
  const figures = (text: string, group: RegExp, decimal: string) =>
    (
      text
        .replace(/\+33 ?/g, '0')
        .replace(group, '$1')
        .replaceAll(decimal, '.')
        .match(/\d+(?:\.\d+)?/g) ?? []
    )
      .map(Number)
      .sort((a, b) => a - b);
  const differing: string[] = [];
  for (const page of corpus.pages.values()) {
    if (!page.en) continue;
    const fr = new Set(figures(textOf(page.id), /(\d) (?=\d{3}(?!\d))/g, ','));
    const en = figures(textOf(page.id, 'en'), /(\d)[, ](?=\d{3}(?!\d))/g, ',');
    const extra = en.filter((n) => n > 31 && !fr.has(n));
    if (extra.length > 0) differing.push(`${page.id}: ${extra.join(', ')}`);
  }
  expect(differing).toEqual([]);
});
