import { neutraliseFormula } from '../../src/desk/export/leadTable';

it.each(['=1+1', '+33 1', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('makes a text of %j', (typed) => {
  expect(neutraliseFormula(typed)).toBe(`'${typed}`);
});

it.each(['Dupont', 'a=b', '', '1 + 1'])('leaves %j alone', (typed) => {
  expect(neutraliseFormula(typed)).toBe(typed);
});
