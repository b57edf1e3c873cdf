import { withDigits } from '../../src/text/numberWords';

it.each([
  ['deux cent cinquante salariés', '250 salaries'],
  ['quatre-vingt-douze personnes', '92 personnes'],
  ['soixante-dix', '70'],
  ['mille deux cents', '1200'],
  ['une quarantaine de personnes', 'une 40 de personnes'],
  ['three hundred and twenty people', '320 people'],
  ['un four et une presse', 'un four et une presse'],
  ['40 salariés', '40 salaries'],
])('writes the numbers of « %s » as digits', (text, digits) => {
  expect(withDigits(text).replace(/\s+/g, ' ')).toBe(digits);
});
