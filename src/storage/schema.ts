import type { BotStateTables } from './botStateTables';
import type { DeskAccessTables } from './deskAccessTables';
import type { DirectLineTables } from './directLineTables';
import type { FigureTables } from './figureTables';
import type { LeadTables } from './leadTables';
import type { NoticeTables } from './noticeTables';
import type { PublicationTables } from './publicationTables';
import type { QuestionGroupTables } from './questionGroupTables';
import type { QuestionTables } from './questionTables';
import type { RelayTables } from './relayTables';
import type { RecipientChatTables } from './recipientChatTables';

/** Every table, composed from one interface a room: a new room adds its own here and its own migration file. */
export interface Database
  extends
    LeadTables,
    BotStateTables,
    DirectLineTables,
    QuestionTables,
    NoticeTables,
    RecipientChatTables,
    RelayTables,
    PublicationTables,
    QuestionGroupTables,
    DeskAccessTables,
    FigureTables {}
