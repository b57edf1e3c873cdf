import type { LeadDraft } from '../../src/leads/lead';
import { createRouting, type RoutingDeps } from '../../src/leads/routing';
import { jeannesLead } from '../support/people';

const person = (id: string) => ({ id, name: id, email: `${id}@example.fr` });
const routing = (deps: Partial<RoutingDeps> = {}) =>
  createRouting({
    recipients: [person('anne'), person('bruno'), person('chloe')],
    rules: [],
    absences: [],
    defaultId: 'anne',
    escalationId: 'chloe',
    themesOf: (pageId) => (pageId.startsWith('aides/') ? ['aides', 'decarbonation'] : []),
    timeZone: 'Europe/Paris',
    ...deps,
  });
const draft = (changes: Partial<LeadDraft> = {}): LeadDraft =>
  jeannesLead({ questions: [], schemes: [], site: undefined, ...changes });
const monday = new Date('2026-11-23T09:00:00Z');
const idsOf = (deps: Partial<RoutingDeps>, lead = draft(), on = monday): string[] =>
  routing(deps)
    .recipientsFor(lead, on)
    .map(({ id }) => id);

describe('a lead goes to', () => {
  it('the default recipient when no rule holds', () => {
    expect(idsOf({})).toEqual(['anne']);
    expect(idsOf({ rules: [{ theme: 'decarbonation', recipients: ['bruno'] }] })).toEqual(['anne']);
  });

  it('who has the intercommunality of the site', () => {
    const rules = [{ intercommunality: 'Vallée', recipients: ['bruno'] }];
    expect(
      idsOf({ rules }, draft({ site: { place: 'Bourg', kind: 'inside', intercommunality: 'Vallée' } })),
    ).toEqual(['bruno']);
    expect(
      idsOf({ rules }, draft({ site: { place: 'Bourg', kind: 'inside', intercommunality: 'Plaine' } })),
    ).toEqual(['anne']);
  });

  it('who has a theme of what was shown', () => {
    const rules = [{ theme: 'decarbonation', recipients: ['bruno'] }];
    expect(idsOf({ rules }, draft({ questions: [{ question: 'q', pageId: 'aides/four' }] }))).toEqual([
      'bruno',
    ]);
    expect(idsOf({ rules }, draft({ schemes: ['aides/four'] }))).toEqual(['bruno']);
  });

  it('who has a scheme that was shown', () => {
    const rules = [{ scheme: 'aides/four', recipients: ['bruno'] }];
    expect(idsOf({ rules }, draft({ schemes: ['aides/four'] }))).toEqual(['bruno']);
    expect(idsOf({ rules }, draft({ schemes: ['aides/forge'] }))).toEqual(['anne']);
  });

  it('a recipient of a rule only when all its conditions hold', () => {
    const rules = [{ scheme: 'aides/four', intercommunality: 'Vallée', recipients: ['bruno'] }];
    expect(idsOf({ rules }, draft({ schemes: ['aides/four'] }))).toEqual(['anne']);
  });

  it('everybody whom a rule names, each once, in the order of the rules', () => {
    const rules = [
      { scheme: 'aides/four', recipients: ['chloe', 'bruno'] },
      { theme: 'aides', recipients: ['bruno', 'anne'] },
    ];
    expect(idsOf({ rules }, draft({ schemes: ['aides/four'] }))).toEqual(['chloe', 'bruno', 'anne']);
  });
});

describe('who is absent', () => {
  const away = (recipientId: string, standInId?: string) => ({
    recipientId,
    from: '2026-11-23',
    to: '2026-11-24',
    standInId,
  });

  it('is replaced by the stand-in, on the first day and the last, by the days of the place', () => {
    const absences = [away('anne', 'bruno')];
    const on = (moment: string): string[] => idsOf({ absences }, draft(), new Date(moment));
    expect(on('2026-11-22T22:59:59Z')).toEqual(['anne']);
    expect(on('2026-11-22T23:00:00Z')).toEqual(['bruno']);
    expect(on('2026-11-24T22:59:59Z')).toEqual(['bruno']);
    expect(on('2026-11-24T23:00:00Z')).toEqual(['anne']);
  });

  it('without a stand-in is replaced by the one of last resort', () => {
    expect(idsOf({ absences: [away('anne')] })).toEqual(['chloe']);
  });

  it('together with the stand-in is replaced by theirs', () => {
    expect(idsOf({ absences: [away('anne', 'bruno'), away('bruno', 'chloe')] })).toEqual(['chloe']);
  });

  it('gets nothing twice: a stand-in who is a recipient anyway is told once', () => {
    const rules = [{ theme: 'aides', recipients: ['anne', 'bruno'] }];
    expect(idsOf({ rules, absences: [away('anne', 'bruno')] }, draft({ schemes: ['aides/four'] }))).toEqual([
      'bruno',
    ]);
  });

  it('with everybody leaves the lead to the one of last resort all the same', () => {
    expect(idsOf({ absences: [away('anne', 'bruno'), away('bruno', 'anne'), away('chloe')] })).toEqual([
      'chloe',
    ]);
    expect(idsOf({ absences: [away('anne'), away('chloe')] })).toEqual(['chloe']);
  });

  it('does not hear of leads that nobody takes', () => {
    expect(routing().escalationRecipient(monday).id).toBe('chloe');
    expect(routing({ absences: [away('chloe', 'bruno')] }).escalationRecipient(monday).id).toBe('bruno');
  });
});

it('recipients are found by id', () => {
  expect(routing().recipient('bruno')).toEqual(person('bruno'));
  expect(routing().recipient('nobody')).toBeUndefined();
  expect(
    routing()
      .all()
      .map(({ id }) => id),
  ).toEqual(['anne', 'bruno', 'chloe']);
});
