import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CompanyDirectory } from '../../src/leads/companyDirectory';
import { createCompanyRegistry } from '../../src/registry/companyRegistry';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answer: Answer;
let asked: URL[];
let now: Date;

beforeAll((done) => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://registry'));
    answer(request, response);
  }).listen(0, '127.0.0.1', done);
});
afterAll((done) => {
  server.closeAllConnections();
  server.close(done);
});
beforeEach(() => {
  asked = [];
  now = new Date('2026-11-23T09:00:00Z');
});

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const registry = (timeLimit = 60_000): CompanyDirectory =>
  createCompanyRegistry({ url: address(), fetch, clock: () => now, timeLimit });
const json =
  (body: unknown, status = 200): Answer =>
  (_, response) => {
    // Not chained: restify, once loaded, has its own writeHead, which returns nothing.
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

const forge = {
  siren: '732829320',
  nom_complet: 'FORGES DU VAL (FDV)',
  nom_raison_sociale: 'FORGES DU VAL',
  nombre_etablissements: 2,
  activite_principale: '25.50A',
  tranche_effectif_salarie: '12',
  nature_juridique: '5710',
  date_creation: '1998-04-01',
  etat_administratif: 'A',
  dirigeants: [{ nom: 'X' }],
  siege: {
    siret: '73282932000074',
    commune: '76476',
    libelle_commune: 'PORT-JEROME-SUR-SEINE',
    code_postal: '76330',
    etat_administratif: 'A',
  },
  matching_etablissements: [
    { siret: '73282932000082', commune: '76540', libelle_commune: 'ROUEN', etat_administratif: 'A' },
  ],
};
const results = (...companies: unknown[]): Answer =>
  json({ results: companies, total_results: companies.length, page: 1, per_page: 5, total_pages: 1 });

describe('the registry finds a company', () => {
  it('by its name, with what it says of the head office', async () => {
    answer = results(forge);
    await expect(registry().search(' Forges & Cie ')).resolves.toEqual({
      kind: 'found',
      companies: [
        {
          siren: '732829320',
          siret: '73282932000074',
          name: 'FORGES DU VAL (FDV)',
          activityCode: '25.50A',
          sizeBand: '20 à 49 salariés',
          legalCategory: '5710',
          createdOn: '1998-04-01',
          communeCode: '76476',
          commune: 'PORT-JEROME-SUR-SEINE',
          active: true,
        },
      ],
    });
    expect(asked.map((url) => [url.pathname, url.searchParams.get('q')])).toEqual([
      ['/search', 'Forges & Cie'],
    ]);
  });

  it('by the SIRET of another establishment, which is then the one told', async () => {
    answer = results(forge);
    await expect(registry().search('73282932000082')).resolves.toMatchObject({
      companies: [{ siret: '73282932000082', commune: 'ROUEN' }],
    });
  });

  it('with those that have ceased behind the others, five at most', async () => {
    const others = ['1', '2', '3', '4', '5'].map((n) => ({ ...forge, siren: `73282932${n}` }));
    answer = results({ ...forge, etat_administratif: 'C' }, ...others.slice(0, 2));
    await expect(registry().search('forges')).resolves.toMatchObject({
      companies: [{ active: true }, { active: true }, { siren: '732829320', active: false }],
    });
    answer = results(...others, forge);
    const found = await registry().search('forges');
    expect(found.kind === 'found' && found.companies).toHaveLength(5);
  });

  it('without what it does not tell', async () => {
    answer = results({
      siren: '732829320',
      nom_complet: 'A',
      tranche_effectif_salarie: 'NN',
      siege: { libelle_commune: '[NON-DIFFUSIBLE]', commune: null },
      date_creation: 4,
    });
    await expect(registry().search('732829320')).resolves.toEqual({
      kind: 'found',
      companies: [{ siren: '732829320', name: 'A', active: true }],
    });
  });

  it('when another one of the answer cannot be read', async () => {
    answer = results({ siren: 12 }, forge);
    await expect(registry().search('forges')).resolves.toMatchObject({ companies: [{ siren: '732829320' }] });
  });
});

describe('the registry does not find a company', () => {
  it('that it does not know', async () => {
    answer = results();
    await expect(registry().search('nulle part')).resolves.toEqual({ kind: 'notFound' });
  });

  it('when it finds the question wanting', async () => {
    answer = json({ erreur: '3 caractères minimum' }, 400);
    await expect(registry().search('a & b')).resolves.toEqual({ kind: 'notFound' });
  });

  it('of a name of two letters, for which it is not asked', async () => {
    await expect(registry().search('AB')).resolves.toEqual({ kind: 'notFound' });
    expect(asked).toEqual([]);
  });
});

describe('the registry is unavailable', () => {
  it.each<[string, Answer]>([
    ['when it has trouble', json({}, 503)],
    ['when it was asked too often', json({}, 429)],
    ['when it answers in another form', json({ companies: [] })],
    ['when none of its companies can be read', json({ results: [{ siren: 1 }] })],
    ['when it answers no JSON', (_, response) => response.end('<html>')],
    ['when it hangs up', (request) => request.socket.destroy()],
  ])('%s', async (_, trouble) => {
    answer = trouble;
    await expect(registry().search('forges')).resolves.toEqual({ kind: 'unavailable' });
  });

  it('when it does not begin to answer in time', async () => {
    answer = () => undefined;
    await expect(registry(40).search('forges')).resolves.toEqual({ kind: 'unavailable' });
  });

  it('when it does not come to an end in time', async () => {
    answer = (_, response) => {
      response.writeHead(200);
      response.write('{"results":');
    };
    await expect(registry(40).search('forges')).resolves.toEqual({ kind: 'unavailable' });
  });

  it('when nobody listens', async () => {
    const nowhere = createCompanyRegistry({ url: 'http://127.0.0.1:1', fetch, clock: () => now });
    await expect(nowhere.search('forges')).resolves.toEqual({ kind: 'unavailable' });
  });
});

describe('after three failures in a row', () => {
  it('nobody waits for it for a minute; then it is asked again', async () => {
    const directory = registry();
    answer = json({}, 500);
    for (let i = 0; i < 5; i += 1)
      await expect(directory.search('forges')).resolves.toEqual({ kind: 'unavailable' });
    expect(asked).toHaveLength(3);

    answer = results(forge);
    now = new Date(now.getTime() + 59_999);
    await expect(directory.search('forges')).resolves.toEqual({ kind: 'unavailable' });
    now = new Date(now.getTime() + 1);
    await expect(directory.search('forges')).resolves.toMatchObject({ kind: 'found' });
    expect(asked).toHaveLength(4);
  });

  it('but not after failures between which it has answered', async () => {
    const directory = registry();
    for (const next of [
      json({}, 500),
      json({}, 500),
      results(),
      json({}, 500),
      json({}, 500),
      results(forge),
    ]) {
      answer = next;
      await directory.search('forges');
    }
    expect(asked).toHaveLength(6);
  });
});

it('nobody is asked when look-ups are off', async () => {
  const off = createCompanyRegistry({ url: 'none', fetch, clock: () => now });
  await expect(off.search('forges')).resolves.toEqual({ kind: 'off' });
});

it('a base address may have a path', async () => {
  answer = results(forge);
  await createCompanyRegistry({ url: `${address()}/copy/v1`, fetch, clock: () => now }).search('forges');
  expect(asked[0]?.pathname).toBe('/copy/v1/search');
});
