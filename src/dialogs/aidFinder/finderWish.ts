import type { Corpus } from '../../knowledge/corpus';
import { fold } from '../../text/normalise';
import { pageTextIn } from '../answerReply';
import type { ConversationData } from '../conversationData';
import { finderTextsOf } from './finderTexts';
import type { Project } from './project';
import { factsIn } from './readProject';

/** What a message asks of the aid finder. */
export type FinderWish =
  /** `listFirst`: enough was said to show schemes before asking anything. */
  | { readonly kind: 'start'; readonly text: string; readonly listFirst: boolean }
  | { readonly kind: 'show' | 'why' | 'more' | 'refine' | 'mail' | 'talk' }
  | { readonly kind: 'pick'; readonly pageId: string }
  /** More about the project, while the list is on the screen. */
  | { readonly kind: 'facts'; readonly project: Project };

/** What is typed instead of pressing a button under the list; folded. */
const typed: readonly (readonly [RegExp, 'why' | 'more' | 'refine' | 'mail'])[] = [
  [
    /^(?:mais )?(?:pourquoi|why)(?: (?:ca|cela|celles?-(?:ci|la)|ces aides|these|those|this|that))?\s*\?*$/,
    'why',
  ],
  [
    /^(?:(?:voir |en voir )?plus|encore|(?:les )?suivantes?|la suite|d'autres?(?: aides)?|more|next|show more|others)\s*[?!.]*$/,
    'more',
  ],
  [/^(?:affine[rz]?|precise[rz]?|refine|narrow (?:it )?down)\s*[?!.]*$/, 'refine'],
  [
    /^(?:(?:m')?envoye[rz](?:-| )?(?:moi )?|recevoir |send me |mail me |e-?mail me )(?:ca|la liste|cette liste|it|the list|this list)(?: (?:par|by) (?:e-?)?mail)?\s*[?!.]*$/,
    'mail',
  ],
];
/** A message beside the list is more about the project when it is as short as this and asks nothing. */
const maxFactWords = 14;

/** As compared: however a phone writes the apostrophe. */
const plain = (text: string): string => fold(text).replace(/[‘’]/g, "'").trim();

/** What a message asks of a finder that has been used already; undefined: it is about something else. */
export function finderWish(
  text: string,
  { finder, language }: ConversationData,
  { pages }: Corpus,
  read: (text: string) => Project,
): FinderWish | undefined {
  const { buttons } = finderTextsOf(language);
  const said = plain(text);
  if (said === plain(buttons.start)) return { kind: 'start', text: '', listFirst: false };
  if (!finder) return undefined;
  const pressed = (['why', 'more', 'refine', 'mail', 'talk'] as const).find(
    (name) => plain(buttons[name]) === said,
  );
  if (pressed) return { kind: pressed };
  if (said === plain(buttons.back) || said === plain(buttons.showNow)) return { kind: 'show' };
  if (finder.step !== 'list') return undefined;
  const number = /^(?:n[o°]? ?|numero |number |la |le )?(\d{1,2})[.)]?$/.exec(said)?.[1];
  const pageId =
    number === undefined
      ? finder.shown.find((id) => {
          const page = pages.get(id);
          return page && plain(pageTextIn(page, language).text.title) === said;
        })
      : finder.shown[Number(number) - 1];
  if (pageId !== undefined) return { kind: 'pick', pageId };
  const wish = typed.find(([pattern]) => pattern.test(said))?.[1];
  if (wish) return { kind: wish };
  if (text.includes('?') || text.split(/\s+/).length > maxFactWords) return undefined;
  const project = read(text);
  return factsIn(project) > 0 && !project.profile.themes ? { kind: 'facts', project } : undefined;
}

/** Asks for public aid in general. */
const asksForAid =
  /\baides?\b|subvention|financ|dispositifs?\b|appels? a projets?|\bpret\b|\bgrants?\b|funding|\bschemes?\b|\bsubsid/;
/** Different things said of company and project from which a message describes a project. */
const minFacts = 2;

/** A message that describes a project so well that schemes can be shown at once. */
export function describesProject(text: string, project: Project): boolean {
  const about = project.profile.themes !== undefined || asksForAid.test(fold(text));
  return about && factsIn(project) >= minFacts;
}
