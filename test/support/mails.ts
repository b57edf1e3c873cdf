import { createLeadLinks } from '../../src/delivery/leadLinks';
import { createLeadMail, type LeadMailDeps } from '../../src/delivery/leadMail';
import type { MailDeps } from '../../src/delivery/mailMessage';
import type { ContactOf } from '../../src/leads/leadContact';
import type { Clock } from '../../src/shared/time';
import { fakeClock } from './fakeClock';
import { claireDurand, paulMartin } from './people';

const humans = [
  {
    ...paulMartin,
    role: { fr: 'chef de projet', en: 'project lead' },
    phone: '01 98 76 54 32',
  },
  { ...claireDurand, role: { fr: 'chargée de mission', en: 'project officer' } },
] as const;

/** The humans of a programme that exists nowhere; whoever is unknown is Paul Martin. */
export const contactOf: ContactOf = (id) => humans.find((human) => human.id === id) ?? humans[0];

/** Names of the pages that Jeanne was shown. */
export const pageNames = {
  titleOf: (pageId: string) => (pageId === 'aides-machine' ? 'Aides à l’achat d’une machine' : undefined),
  schemeOf: (pageId: string) =>
    pageId === 'aides-machine'
      ? { title: 'Prêt Machine', url: 'https://www.example.org/pret-machine?a=1&b=2' }
      : undefined,
};

/** Links to pages that are nowhere. */
export const linksFor = (clock: Clock = fakeClock().clock, publicUrl = 'https://assistant.example.org') =>
  createLeadLinks({ publicUrl, key: Buffer.alloc(32, 7), clock });

/** Everything that mails need. */
export function mailDepsFor(changes: Partial<LeadMailDeps> = {}): LeadMailDeps {
  return {
    ...pageNames,
    programme: { fr: 'Essai', en: 'Trial' },
    links: linksFor(),
    contactOf,
    promiseDays: 2,
    privacy: 'full',
    ...changes,
  };
}

/** What a mail delivery is built with. */
export function testMail(changes: Partial<LeadMailDeps> = {}, host = 'assistant.example.org'): MailDeps {
  const deps = mailDepsFor(changes);
  return {
    identity: { from: `Assistant <assistant@${host === 'localhost' ? host : 'example.org'}>`, host },
    write: createLeadMail(deps),
    contactOf: deps.contactOf,
    privacy: deps.privacy,
  };
}
