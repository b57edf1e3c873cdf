import { readCompanyNumber } from '../../leads/companyNumber';
import type { CompanyFacts } from '../../leads/lead';
import { fold } from '../../text/normalise';
import { chosenOption } from './chosenOption';
import { isPlausible, type FieldContext, type LeadField, type LeadRecap, type Reading } from './leadField';
import { siteOfCommune } from './siteField';

/** What comes before a name when people answer in a sentence. */
const introduction =
  /^(?:c['’]est|nous sommes|(?:mon|notre) entreprise (?:est|s['’]appelle)|(?:ma|notre) société (?:est|s['’]appelle)|(?:my|our) company is|it is|it['’]s|we are)\s+/i;

/** What visitors say instead of a name, folded. */
const notRegistered =
  /\b(?:pas|non) encore (?:immatricul|cree|enregistr|de societe|d'entreprise)|\bnon immatricul|en cours de creation|\bnot (?:yet )?registered|\bno company yet/;
const foreign = /^(?:une? )?(?:entreprise|societe|boite) etrangere|^(?:a )?foreign company/;
const publicBody =
  /^(?:une? )?(?:organisme|etablissement|collectivite|structure) (?:public|publique|territoriale)|^(?:a )?public body/;

/** The company by name, SIREN or SIRET; the public registry tells the rest when it can. */
export const companyField: LeadField = {
  optional: true,
  free: true,
  isKnown: ({ company }) => company !== undefined,
  async read(typed, context) {
    const { texts } = context;
    const said = fold(typed);
    if (notRegistered.test(said)) {
      return given({ company: texts.form.kinds.notRegistered, companyLookup: 'notRegistered' }, context);
    }
    if (foreign.test(said)) return { kind: 'askBack', choice: { kind: 'companyName', lookup: 'foreign' } };
    if (publicBody.test(said)) {
      return { kind: 'askBack', choice: { kind: 'companyName', lookup: 'publicBody' } };
    }
    const number = readCompanyNumber(typed);
    if (number.kind === 'invalid') return { kind: 'invalid', because: texts.form.invalidNumber };
    // A number names one company; whatever else the sentence says.
    if (number.kind === 'siret') return lookedUp(number.siret, context, () => true);
    if (number.kind === 'siren') return lookedUp(number.siren, context, () => true);
    const name = typed.replace(introduction, '');
    if (!isPlausible(name)) return { kind: 'invalid' };
    // One company of exactly this name needs no question; a similar one may be another.
    return lookedUp(name, context, (first, count) => count === 1 && fold(first.name) === fold(name));
  },
  choose(typed, choice, context) {
    if (choice.kind === 'companyName') {
      return isPlausible(typed)
        ? given({ company: typed, companyLookup: choice.lookup }, context)
        : { kind: 'invalid' };
    }
    if (choice.kind !== 'company') return undefined;
    if (fold(typed) === fold(context.texts.buttons.noneOfThem)) {
      return given({ company: choice.typed, companyLookup: 'notFound' }, context);
    }
    const chosen = chosenOption(typed, choice.options, (facts) => context.texts.form.companyTitle(facts));
    return chosen && found(chosen, context);
  },
  buttons: (_, { form: { kinds } }) => [kinds.notRegistered, kinds.foreign, kinds.publicBody],
};

/** @param sure whether the first company found is the one meant, without asking back */
async function lookedUp(
  query: string,
  context: FieldContext,
  sure: (first: CompanyFacts, count: number) => boolean,
): Promise<Reading> {
  const { texts } = context;
  const search = await context.companyDirectory.search(query);
  switch (search.kind) {
    case 'found': {
      const [first] = search.companies;
      return sure(first, search.companies.length)
        ? found(first, context)
        : { kind: 'askBack', choice: { kind: 'company', typed: query, options: search.companies } };
    }
    case 'notFound':
      return given({ company: query, companyLookup: 'notFound' }, context, texts.form.companyNotFound(query));
    case 'unavailable':
      return given({ company: query, companyLookup: 'unavailable' }, context, texts.form.registryDown);
    case 'off':
      return given({ company: query, companyLookup: 'notAsked' }, context);
  }
}

function found(facts: CompanyFacts, context: FieldContext): Reading {
  const { recap, texts } = context;
  // A place that came with the former company leaves with it; one that the visitor gave stays.
  const own = recap.site !== undefined && recap.site.communeCode !== recap.companyFacts?.communeCode;
  const here =
    facts.communeCode === undefined
      ? undefined
      : siteOfCommune(facts.communeCode, facts.commune, context.findSite);
  // A head office elsewhere says nothing of where the project is: then it is asked.
  const site = own ? recap.site : here?.kind === 'inside' ? here : undefined;
  return {
    kind: 'given',
    values: { company: facts.name, companyLookup: 'found', companyFacts: facts, site },
    remark: texts.form.companyFound(facts),
  };
}

/** Facts of another company must not stay beside this one. */
function given(values: LeadRecap, { recap }: FieldContext, remark?: string): Reading {
  const foreignSite =
    recap.companyFacts !== undefined && recap.site?.communeCode === recap.companyFacts.communeCode;
  return {
    kind: 'given',
    values: { ...values, companyFacts: undefined, ...(foreignSite ? { site: undefined } : {}) },
    remark,
  };
}
