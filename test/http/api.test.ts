import { apiRoutes } from '../../src/http/api/apiRoutes';
import { createLeadFeed } from '../../src/storage/leadFeedRepository';
import { fakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { jeannesDraft } from '../support/people';
import { serveRoutes } from '../support/serveRoutes';
import { tempFolder } from '../support/tempFolder';

const token = 'a-long-random-word-of-the-operator';
let store: LeadStore;
let site: Awaited<ReturnType<typeof serveRoutes>>;
beforeEach(async () => {
  const { clock } = fakeClock('2026-11-24T09:00:00.000Z');
  store = await openLeadStore(tempFolder(), clock);
  site = await serveRoutes(
    apiRoutes({
      feed: createLeadFeed(store.db),
      names: { titleOf: () => undefined, schemeOf: () => ({ title: 'Aide' }) },
      token,
      publicUrl: 'https://example.org',
      clock,
    }),
  );
});
afterEach(async () => {
  await site.close();
  await store.db.destroy();
});
const get = (path: string, bearer = token) =>
  fetch(`${site.url}${path}`, { headers: { Authorization: `Bearer ${bearer}` } });
interface Page {
  readonly items: readonly { readonly company: { readonly name: string } }[];
  readonly next: string;
}

it('gives leads page after page to who bears the token', async () => {
  for (const company of ['Un', 'Deux'])
    await store.submit({ submissionId: company, draft: jeannesDraft({ company }) });
  const first = (await (await get('/api/v1/leads?limit=1')).json()) as Page;
  const second = (await (await get(`/api/v1/leads?limit=1&after=${first.next}`)).json()) as Page;
  const third = (await (await get(`/api/v1/leads?after=${second.next}`)).json()) as Page;
  expect([...first.items, ...second.items].map(({ company }) => company.name).sort()).toEqual(['Deux', 'Un']);
  expect(third).toEqual({ items: [], next: second.next });
  expect(first.items[0]).toMatchObject({
    contact: { email: 'jeanne.dupont@example.fr' },
    steps: [{ number: 1 }],
  });
});

it('gives nothing without the token, and stops listening to who guesses', async () => {
  expect((await fetch(`${site.url}/api/v1/leads`)).status).toBe(401);
  for (let n = 0; n < 10; n += 1) expect((await get('/api/v1/leads', `wrong-${n}`)).status).toBe(401);
  expect((await get('/api/v1/leads')).status).toBe(429);
});

it.each(['limit=0', 'limit=many', 'since=yesterday', 'after=***', 'after=AAAA'])(
  'names a wrong parameter: %s',
  async (wrong) => {
    const response = await get(`/api/v1/leads?${wrong}`);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect([response.status, error.code]).toEqual([400, 'REQUEST_INVALID']);
    expect(error.message).toContain(wrong.split('=')[0]);
  },
);

it('describes itself by the schemas that its answers are checked against', async () => {
  const document = (await (await get('/api/v1/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, { get: { responses: Record<string, object> } }>;
    components: { schemas: Record<string, { required: string[] }> };
  };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(['/api/v1/leads', '/api/v1/openapi.json']);
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['Lead', 'ErasedLead', 'LeadPage', 'Step', 'Fault']),
  );
  expect(document.components.schemas.Lead?.required).toContain('reference');
});
