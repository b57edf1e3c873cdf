import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Contact } from '../knowledge/corpus';
import type { CompanyDirectory } from '../leads/companyDirectory';
import type { SubmitLead } from '../leads/submitLead';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import type { FindSite } from '../territory/site';
import type { ConversationData } from './conversationData';
import type { DialogDeps } from './dialogDeps';
import type { FormCommand } from './formCommand';
import { findContact } from './leadFields/contactField';
import type { ReadingDeps } from './leadAnswer';
import type { LeadFormState, ToldBefore } from './leadForm';
import { showsCards } from './channels';
import { leadFormCard } from './leadFormCard';
import type { SayingContext } from './leadFormParts';
import type { RecordedLead } from './recordedLead';
import type { Reply } from './reply';
import { textsOf, type Texts } from './texts';
import { textOf, valueOf } from './turnContent';

export interface LeadFormDeps extends DialogDeps {
  readonly contact: () => Contact;
  readonly submitLead: SubmitLead;
  readonly companyDirectory: CompanyDirectory;
  readonly findSite: FindSite;
  readonly recordedLead: RecordedLead;
  /** Working days within which the call is promised. */
  readonly promiseDays: number;
  /** Months for which a closed request is kept; the consent says so. */
  readonly retentionMonths: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** How the form begins: an id that makes its submission single, and what is already known. */
export interface LeadFormOptions {
  readonly submissionId: string;
  readonly told: ToldBefore;
}

/** One turn of the form. */
export interface FormTurn extends SayingContext {
  readonly dc: DialogContext;
  readonly data: ConversationData;
  readonly form: LeadFormState;
  /** What the visitor wrote or pressed. */
  readonly text: string;
  /** What a card sent; undefined: it is a message. */
  readonly value: unknown;
  readonly reading: ReadingDeps;
}

/** @param dc a whole dialog context, or its turn alone where nothing will be ended */
export async function openTurn(
  dc: DialogContext | Pick<DialogContext, 'context'>,
  deps: LeadFormDeps,
  form: LeadFormState,
): Promise<FormTurn> {
  const data = await deps.dataOf(dc.context);
  const texts = textsOf(data.language);
  const contact = deps.contact();
  const { companyDirectory, findSite, retentionMonths } = deps;
  return {
    dc: dc as DialogContext,
    data,
    texts,
    contact,
    retentionMonths,
    form,
    text: textOf(dc.context),
    value: valueOf(dc.context),
    cards: showsCards(dc.context.activity.channelId),
    reading: { texts, language: data.language, contact, companyDirectory, findSite },
  };
}

/** The whole form as one card, with the way back to single questions. */
export function cardReply(turn: FormTurn, form: LeadFormState): Reply {
  const { card } = turn.texts.form;
  return {
    text: card.intro,
    buttons: [{ title: card.oneByOne }, { title: turn.texts.buttons.cancel }],
    card: leadFormCard(form, turn),
  };
}

/** What a message that sounds like a command answers to the present question; undefined when it is the command. */
export function impliedAnswer(
  form: LeadFormState,
  command: FormCommand | undefined,
  texts: Texts,
): string | undefined {
  const { buttons } = texts;
  const { choice } = form;
  if (choice?.kind === 'sensitive') {
    if (command === 'yes') return buttons.keep;
    if (command === 'no' || command === 'correct') return buttons.rewrite;
  } else if (choice && choice.kind !== 'companyName') {
    if (command === 'no') return buttons.noneOfThem;
    if (command === 'yes' && choice.options.length === 1) return '1';
  }
  return undefined;
}

/** Whether a message that sounds like asking for a human is an answer: "appelez-moi le matin", or with a number in it. */
export function answersThough(form: LeadFormState, text: string): boolean {
  return (
    ['need', 'preference', 'message'].includes(form.step) ||
    form.attempts > 0 ||
    Object.keys(findContact(text)).length > 0
  );
}
