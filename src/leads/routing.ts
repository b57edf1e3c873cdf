import { dayIn } from '../shared/time';
import type { LeadDraft } from './lead';
import type { Recipient, RecipientsFor } from './recipients';

/** Who gets the leads of a kind. Every condition that is given must hold, and at least one is given. */
export interface RoutingRule {
  /** Name of the intercommunality in which the site is. */
  readonly intercommunality?: string | undefined;
  /** Theme of a page that the conversation has shown. */
  readonly theme?: string | undefined;
  /** Id of the page of a scheme that the conversation has shown. */
  readonly scheme?: string | undefined;
  /** Ids, at least one. */
  readonly recipients: readonly string[];
}

/** Days on which a recipient gets nothing, both included: ISO days. */
export interface Absence {
  readonly recipientId: string;
  readonly from: string;
  readonly to: string;
  /** Id of who gets it instead; by default the stand-in of last resort. */
  readonly standInId?: string | undefined;
}

/** What routing needs to know. All ids are ids of `recipients`, as the check of the knowledge ensures. */
export interface RoutingDeps {
  readonly recipients: readonly [Recipient, ...Recipient[]];
  readonly rules: readonly RoutingRule[];
  readonly absences: readonly Absence[];
  /** Gets what no rule gives to anybody. */
  readonly defaultId: string;
  /** Stands in where nobody else does, and hears of leads that nobody takes. */
  readonly escalationId: string;
  /** Themes of a page; none for a page that is gone. */
  readonly themesOf: (pageId: string) => readonly string[];
  /** Where the days of absences begin and end. */
  readonly timeZone: string;
}

/** Answers who gets what. */
export interface Routing {
  /**
   * Every recipient whom a rule gives the lead, in the order of the rules and each once; without such a rule the default one. Who is absent is replaced by
   * the stand-in; when that one is absent too, by theirs, and at last by the stand-in of last resort, absent or not.
   */
  readonly recipientsFor: RecipientsFor;
  readonly recipient: (id: string) => Recipient | undefined;
  /** Who hears of a lead that nobody has taken. Never nobody. */
  readonly escalationRecipient: (on: Date) => Recipient;
  readonly all: () => readonly Recipient[];
}

/** Routing by fixed rules: pure, the same draft on the same day always has the same recipients. */
export function createRouting(deps: RoutingDeps): Routing {
  const byId = new Map(deps.recipients.map((recipient) => [recipient.id, recipient]));
  const [first] = deps.recipients;
  const lastResort = byId.get(deps.escalationId) ?? first;

  const present = (id: string, day: string, asked: readonly string[] = []): Recipient => {
    const recipient = byId.get(id);
    if (!recipient || asked.includes(id)) return lastResort;
    const absence = deps.absences.find((one) => one.recipientId === id && one.from <= day && day <= one.to);
    return absence ? present(absence.standInId ?? deps.escalationId, day, [...asked, id]) : recipient;
  };

  return {
    recipientsFor(draft, on) {
      const day = dayIn(deps.timeZone, on);
      const told = toldBy(draft, deps.themesOf);
      const ids = deps.rules.filter((rule) => holds(rule, told)).flatMap((rule) => rule.recipients);
      const [one, ...others] = new Set(ids.map((id) => present(id, day)));
      return one ? [one, ...others] : [present(deps.defaultId, day)];
    },
    recipient: (id) => byId.get(id),
    escalationRecipient: (on) => present(deps.escalationId, dayIn(deps.timeZone, on)),
    all: () => deps.recipients,
  };
}

interface Told {
  readonly intercommunality: string | undefined;
  readonly pages: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
}

function toldBy(draft: LeadDraft, themesOf: RoutingDeps['themesOf']): Told {
  const pages = new Set([...draft.schemes, ...draft.questions.flatMap(({ pageId }) => pageId ?? [])]);
  return {
    intercommunality: draft.site?.intercommunality,
    pages,
    themes: new Set([...pages].flatMap((id) => themesOf(id))),
  };
}

function holds(rule: RoutingRule, told: Told): boolean {
  return (
    (rule.intercommunality === undefined || rule.intercommunality === told.intercommunality) &&
    (rule.theme === undefined || told.themes.has(rule.theme)) &&
    (rule.scheme === undefined || told.pages.has(rule.scheme))
  );
}
