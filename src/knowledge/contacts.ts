import { z } from 'zod/v4';
import { contactIssues, type ContactRefs } from './contactIssues';
import type { Fault } from './fault';
import { readYaml } from './frontMatter';
import { isoDate } from './page';

const bilingual = z.strictObject({ fr: z.string(), en: z.string() });

const contactsSchema = z.strictObject({
  defaut: z.string(),
  escalade: z.string().optional(),
  destinataires: z.record(
    z.string(),
    z.strictObject({
      nom: z.string(),
      fonction: bilingual,
      telephone: z.string(),
      courriel: z.email({ error: 'adresse électronique attendue' }),
      adresse: z.string(),
      horaires: bilingual.optional(),
    }),
  ),
  regles: z
    .array(
      z.strictObject({
        intercommunalite: z.string().optional(),
        theme: z.string().optional(),
        aide: z.string().optional(),
        destinataires: z.array(z.string()).min(1, { error: 'au moins un destinataire attendu' }),
      }),
    )
    .default([]),
  absences: z
    .array(
      z.strictObject({
        destinataire: z.string(),
        du: isoDate,
        au: isoDate,
        remplacant: z.string().optional(),
      }),
    )
    .default([]),
});

/** The file as an editor wrote it. */
export type ContactsFile = z.infer<typeof contactsSchema>;

/** A human who answers companies, as visitors may know them. */
export interface Contact {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  readonly role: { readonly fr: string; readonly en: string };
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** When the contact can be reached, in words. */
  readonly hours?: { readonly fr: string; readonly en: string } | undefined;
}

/** Who gets what. Every id is one of `recipients`. */
export interface Contacts {
  /** The default recipient, whom the assistant names. */
  readonly contact: Contact;
  /** In the order of the file. */
  readonly recipients: readonly [Contact, ...Contact[]];
  /** All conditions of a rule hold together; each rule has at least one. `theme` is a page's or a scheme's, `scheme` a page id. */
  readonly rules: readonly {
    readonly intercommunality?: string | undefined;
    readonly theme?: string | undefined;
    readonly scheme?: string | undefined;
    readonly recipients: readonly string[];
  }[];
  /** ISO days, both included. */
  readonly absences: readonly {
    readonly recipientId: string;
    readonly from: string;
    readonly to: string;
    readonly standInId?: string | undefined;
  }[];
  /** Stand-in of last resort. */
  readonly escalationId: string;
}

/**
 * Reads `contacts.yml` and checks what it refers to.
 * @returns with an error among the faults, no contacts
 */
export function readContacts(
  yaml: string,
  file: string,
  refs: ContactRefs,
): { contacts?: Contacts; faults: Fault[] } {
  const schema = contactsSchema.check(({ value, issues }) => {
    for (const issue of contactIssues(value, refs)) issues.push({ code: 'custom', input: value, ...issue });
  });
  const { value, faults } = readYaml(yaml, schema, file, 1);
  if (!value) return { faults };
  const recipients = Object.entries(value.destinataires).map(([id, one]): Contact => ({
    id,
    name: one.nom,
    role: one.fonction,
    phone: one.telephone,
    email: one.courriel,
    address: one.adresse,
    hours: one.horaires,
  }));
  const contact = recipients.find(({ id }) => id === value.defaut);
  const [first, ...others] = recipients;
  if (!contact || !first) return { faults };
  const rules = value.regles.map((rule) => ({
    intercommunality: rule.intercommunalite,
    theme: rule.theme,
    scheme: rule.aide,
    recipients: rule.destinataires,
  }));
  const absences = value.absences.map((one) => ({
    recipientId: one.destinataire,
    from: one.du,
    to: one.au,
    standInId: one.remplacant,
  }));
  const escalationId = value.escalade ?? value.defaut;
  return { contacts: { contact, recipients: [first, ...others], rules, absences, escalationId }, faults };
}

/** Warnings for absences that are over: they do nothing any more, and the file grows. */
export function endedAbsences(yaml: string, file: string, today: string): Fault[] {
  const schema = contactsSchema.check(({ value, issues }) => {
    value.absences.forEach(({ au }, i) => {
      if (au < today) {
        issues.push({
          code: 'custom',
          input: au,
          path: ['absences', i, 'au'],
          message: `absence terminée le ${au} : à retirer`,
        });
      }
    });
  });
  // Faults of form are told as errors elsewhere.
  if (!readYaml(yaml, contactsSchema, file, 1).value) return [];
  return readYaml(yaml, schema, file, 1).faults.map((fault) => ({ ...fault, level: 'avertissement' }));
}
