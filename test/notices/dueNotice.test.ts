import type { SchemeDates } from '../../src/aids/schemeStatus';
import { dueNotice, toldStateOf } from '../../src/notices/dueNotice';

const today = '2026-11-24';
const state = (dates: Partial<SchemeDates>, on = today) => toldStateOf({ permanent: false, ...dates }, on);

/** Every way a scheme can stand. */
const open = state({ closesOn: '2027-02-09' });
const permanent = state({ permanent: true });
const closed = state({ closesOn: '2026-11-23' });
const announced = state({ opensOn: '2027-01-04' });
const suspended = state({ suspended: true });
const unknown = state({});

describe('a watcher is told', () => {
  it.each([
    ['that it opens', announced, open, 'opened'],
    ['that it opens again', closed, open, 'opened'],
    ['that it opens again without end', suspended, permanent, 'opened'],
    ['that it has closed', open, closed, 'closed'],
    ['that it has closed without opening', announced, closed, 'closed'],
    ['of a later closing date', open, state({ closesOn: '2027-03-31' }), 'changed'],
    ['of an earlier closing date that is near, once', open, state({ closesOn: '2026-11-27' }), 'changed'],
    ['that its dates are known', unknown, open, 'changed'],
    ['that a next session is announced', closed, announced, 'changed'],
    ['that the opening is put off', announced, state({ opensOn: '2027-02-01' }), 'changed'],
    ['that it takes no applications for now', open, suspended, 'changed'],
    ['that its dates are in doubt', open, unknown, 'changed'],
  ] as const)('%s', (_, told, now, expected) => {
    expect(dueNotice(told, now)).toBe(expected);
  });

  it.each([open, permanent, closed, announced, suspended, unknown])(
    'nothing when nothing changes: %p',
    (one) => {
      expect(dueNotice(one, one)).toBeUndefined();
    },
  );

  it('nothing of the day on which a closed scheme was closed', () => {
    expect(dueNotice(closed, state({ closesOn: '2026-10-31' }))).toBeUndefined();
  });
});

it('reaches 30 and 7 days before the closing date, the days themselves included', () => {
  const reached = (on: string) => state({ closesOn: '2026-12-31' }, on).reached;
  expect(reached('2026-11-30')).toBeUndefined();
  expect(reached('2026-12-01')).toBe(30);
  expect(reached('2026-12-23')).toBe(30);
  expect(reached('2026-12-24')).toBe(7);
  expect(reached('2026-12-31')).toBe(7);
});
