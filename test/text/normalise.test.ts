import { fold, plainText } from '../../src/text/normalise';
import { tokenise } from '../../src/text/tokenise';

describe('folding', () => {
  it.each([
    ['accents go', 'Électricité à côté, maïs, Noël', 'electricite a cote, mais, noel'],
    ['the cedilla goes', 'ÇA REÇOIT', 'ca recoit'],
    ['ligatures are opened', 'main-d’Œuvre, Lætitia', 'main-d’oeuvre, laetitia'],
    ['capital ligatures are opened', 'CŒUR', 'coeur'],
    ['typographic ligatures are opened', 'eﬃcace, ﬁnance', 'efficace, finance'],
    ['letters followed by a combining accent are one letter', 'e\u0301nergie', 'energie'],
    ['subscript and superscript digits are digits', 'CO₂ et m²', 'co2 et m2'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing when done twice', () => {
    const once = fold('Où est l’ŒUVRE du Ça ?');
    expect(fold(once)).toBe(once);
  });
});

describe('plain text', () => {
  it.each([
    ['tags go, and part the words they stood between', '<p>Bonjour</p><p>Monsieur</p>', 'Bonjour Monsieur'],
    ['a mention goes', '<at>Assistant</at> combien ?', 'Assistant combien ?'],
    ['typographic apostrophes become plain', 'l’aide qu‘il', "l'aide qu'il"],
    ['guillemets and dashes become plain', '« aide » – prêt', '" aide " - prêt'],
    ['unbreakable spaces become spaces', '1\u00a0540\u202fusines', '1 540 usines'],
    ['invisible characters go', 'sub\u200bven\u00adtion', 'subvention'],
    ['case and accents stay', '  Où   EST\n\tl’Œuvre ', "Où EST l'Œuvre"],
  ])('%s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it.each([
    ['a comparison is not a tag', 'effectif < 50 salariés et CA > 2 M€', 'salaries'],
    ['a comparison without spaces is not a tag', 'on est <50 salariés, >2 ans', 'salaries'],
  ])('%s', (_, text, word) => {
    expect(tokenise(text)).toContain(word);
  });

  it.each([
    ['&nbsp; parts words', 'aide&nbsp;isolation', ['aide', 'isolation']],
    ['&#39; is an apostrophe', 'l&#39;aide', ['l', 'aide']],
    ['&eacute; is a letter', '&eacute;nergie', ['energie']],
    ['&amp; is no word', 'R&amp;D', ['r', 'd']],
  ])('an HTML entity is what it stands for: %s', (_, text, words) => {
    expect(tokenise(text)).toEqual(words);
  });
});
