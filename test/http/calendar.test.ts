import { fakeClock } from '../support/fakeClock';
import { forgeScheme } from '../support/noticeStore';
import { startWebService, type WebService } from '../support/webService';

const time = fakeClock('2026-11-24T09:00:00.000Z');
let service: WebService;
beforeAll(async () => {
  service = await startWebService({
    clock: time.clock,
    schemes: [
      forgeScheme({ closesOn: '2027-02-09' }),
      { ...forgeScheme({ closesOn: '2026-12-01' }), id: 'aides-importees/enclume' },
      { ...forgeScheme({ closesOn: '2026-11-23' }), id: 'aides/close' },
      { ...forgeScheme({ permanent: true }), id: 'aides/permanente' },
      { ...forgeScheme({ opensOn: '2026-12-01', closesOn: '2027-02-09' }), id: 'aides/future' },
    ],
  });
});
afterAll(() => service.end());

const get = (path: string) => fetch(service.url + path);
/** Content lines as RFC 5545 unfolds them. */
const linesOf = async (path: string): Promise<string[]> =>
  (await (await get(path)).text()).replace(/\r\n[ \t]/g, '').split('\r\n');
const valuesOf = (lines: readonly string[], name: string): string[] =>
  lines.flatMap((line) => (line.startsWith(name) ? [line.slice(line.indexOf(':') + 1)] : []));

it('gives the days before the closing date as a calendar file', async () => {
  const response = await get('/aides/forge/calendrier.ics');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="retroplanning-forge.ics"');
  const lines = await linesOf('/aides/forge/calendrier.ics');
  expect([lines[0], lines[1], lines.at(-1) || lines.at(-2)]).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'END:VCALENDAR',
  ]);
  expect(valuesOf(lines, 'SUMMARY')).toEqual([
    'Demander les devis – Prêt Forge',
    'Décider en interne – Prêt Forge',
    'Échanger avec l’opérateur – Prêt Forge',
    'Déposer le dossier – Prêt Forge',
    'Dernier jour pour déposer – Prêt Forge',
  ]);
  expect(valuesOf(lines, 'DTSTART;VALUE=DATE')).toEqual([
    '20261211',
    '20270112',
    '20270119',
    '20270202',
    '20270209',
  ]);
  expect(valuesOf(lines, 'DTEND;VALUE=DATE')).toEqual([
    '20261212',
    '20270113',
    '20270120',
    '20270203',
    '20270210',
  ]);
  expect(new Set(valuesOf(lines, 'TRANSP'))).toEqual(new Set(['TRANSPARENT']));
  expect(valuesOf(lines, 'DESCRIPTION').filter((text) => text.includes('Étape indicative'))).toHaveLength(4);
  expect(valuesOf(lines, 'URL')).toHaveLength(5);
});

it('gives the same entries again, so that a second import replaces the first', async () => {
  const ids = async () => valuesOf(await linesOf('/aides/forge/calendrier.ics'), 'UID');
  const first = await ids();
  expect(new Set(first).size).toBe(5);
  expect(first[0]).toBe('aides-forge-2027-02-09-quotes@assistant.example.org');
  expect(await ids()).toEqual(first);
});

it('says what should have begun already, for an imported scheme as for ours', async () => {
  const lines = await linesOf('/aides-importees/enclume/calendrier.ics');
  expect(valuesOf(lines, 'DTSTART;VALUE=DATE').slice(0, 3)).toEqual(['20261124', '20261124', '20261124']);
  expect(valuesOf(lines, 'DESCRIPTION')[0]).toContain('à faire sans attendre');
});

it('speaks English when asked to', async () => {
  const lines = await linesOf('/aides/forge/calendrier.ics?lang=en');
  expect(valuesOf(lines, 'SUMMARY')[0]).toBe('Ask for quotes – Forge loan');
});

it.each(['close', 'permanente', 'future', 'inconnue'])(
  'there is none for a scheme that is not open with a known end: %s',
  async (name) => {
    const response = await get(`/aides/${name}/calendrier.ics`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'REQUEST_INVALID' } });
  },
);
