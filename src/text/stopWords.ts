/**
 * Words that say nothing about the subject, French and English, folded. Question words (qui, où, quand, combien, who, where, when, how many)
 * are not here: they tell a fact's kind and are notions of the lexicon. Negations and "sans" stay too.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a ai as au aux avec avait avez avons c ca car ce cela ces cet cette ceux ci comme d dans de des du elle elles en encore es est et etait ete ' +
    'etes etre eu eux faire fait faites font hein hop il ils j je l la le les leur leurs lui m ma mais me meme mes mon n ne ni nos notre nous on ont or ou ' +
    'par pas peu peut peux plus pour puis qu que quel quelle quels quelles qui quoi s sa se sera ses si soit son sont sommes sur svp stp t ta te tes toi ton tous tout toute toutes ' +
    'tu un une va vais vas veut veux voici voila vos votre vous y ya alors aussi bien bon donc juste tres trop deja ici la-bas dedans dis dites moi ainsi cas chose choses truc trucs ' +
    'merci bonjour bonsoir salut plait madame monsieur messieurs mesdames cordialement ' +
    'the a an and or of to in into on at for from with by about is are was were be been am it its this that these those there here do does did done can could would should will ' +
    'i you he she we they me my your our their his her him them us so just also please hello hi hey thanks if not no as up out over than then too very really any some get got have has had ' +
    'one ones what s t re ve ll m d'
  ).split(' '),
);
