import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { InboxScope, InboxTab, LeadInbox } from '../leads/leadInbox';
import { companyKeyOf, searchTextOf } from '../leads/leadWords';
import { leadCodec } from '../leads/storedLead';
import { leadFilesOf } from './leadRepository';
import type { Database } from './schema';

type Leads = ExpressionBuilder<Database, 'leads'>;

/** Leads made findable in one go. */
const olderAtATime = 500;
const mostOfOneCompany = 20;

/** The inbox over the leads in the database. */
export function createLeadInbox(db: Kysely<Database>): LeadInbox {
  const inScope = (scope: InboxScope) => {
    const living = db.selectFrom('leads').where('erased_at', 'is', null);
    if (scope.all) return living;
    const { recipientId } = scope;
    if (recipientId === undefined) return living.where(sql<boolean>`1 = 0`);
    return living.where((eb) =>
      eb.or([
        eb('assignee_id', '=', recipientId),
        // The column holds ids in quotes, which are letters, digits and hyphens.
        eb('recipient_ids', 'like', `%"${recipientId}"%`),
      ]),
    );
  };
  const inTab = (tab: InboxTab, scope: InboxScope) => (eb: Leads) => {
    switch (tab) {
      case 'toTake':
        return eb('state', '=', 'new');
      case 'mine':
        return eb.and([eb('state', '=', 'taken'), eb('assignee_id', '=', scope.recipientId ?? '')]);
      case 'waiting':
        return eb.and([
          eb('state', '=', 'taken'),
          eb.not(
            eb.exists(
              eb
                .selectFrom('lead_steps')
                .select('lead_steps.id')
                .whereRef('lead_steps.lead_id', '=', 'leads.id')
                .where('lead_steps.actor_kind', 'in', ['recipient', 'operator'])
                .where('lead_steps.at', '>=', scope.waitingSince.toISOString()),
            ),
          ),
        ]);
      case 'closed':
        return eb('state', '=', 'closed');
      case 'all':
        return eb.lit(true);
    }
  };

  return {
    async count(scope) {
      const counted = async (tab: InboxTab): Promise<number> => {
        const row = await inScope(scope)
          .where(inTab(tab, scope))
          .select(({ fn }) => fn.countAll().as('leads'))
          .executeTakeFirstOrThrow();
        return Number(row.leads);
      };
      const [toTake, mine, waiting, closed, all] = await Promise.all([
        counted('toTake'),
        counted('mine'),
        counted('waiting'),
        counted('closed'),
        counted('all'),
      ]);
      return { toTake, mine, waiting, closed, all };
    },

    async list(scope, { tab, words, intercommunality, page, pageSize }) {
      let query = inScope(scope).where(inTab(tab, scope));
      for (const word of words)
        query = query.where(sql<boolean>`search_text like ${pattern(word)} escape '!'`);
      if (intercommunality !== undefined) query = query.where('intercommunality', '=', intercommunality);
      const total = await query.select(({ fn }) => fn.countAll().as('leads')).executeTakeFirstOrThrow();
      const order = tab === 'toTake' || tab === 'waiting' ? 'asc' : 'desc';
      const rows = await query
        .selectAll()
        .orderBy('created_at', order)
        .orderBy('id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute();
      return { files: await leadFilesOf(db, rows), total: Number(total.leads) };
    },

    async ofSameCompany(scope, leadId) {
      const lead = await db
        .selectFrom('leads')
        .select('company_key')
        .where('id', '=', leadId)
        .executeTakeFirst();
      if (!lead?.company_key) return [];
      const rows = await inScope(scope)
        .where('company_key', '=', lead.company_key)
        .where('id', '!=', leadId)
        .selectAll()
        .orderBy('created_at', 'desc')
        .limit(mostOfOneCompany)
        .execute();
      return leadFilesOf(db, rows);
    },

    async indexOlder() {
      const rows = await db
        .selectFrom('leads')
        .select(['id', 'content'])
        .where('search_text', 'is', null)
        .where('erased_at', 'is', null)
        .limit(olderAtATime)
        .execute();
      for (const { id, content } of rows) {
        const lead = leadCodec.decode(content, id);
        await db
          .updateTable('leads')
          .set({ search_text: searchTextOf(lead), company_key: companyKeyOf(lead) ?? null })
          .where('id', '=', id)
          .where('erased_at', 'is', null)
          .execute();
      }
      return rows.length;
    },
  };
}

/** A word anywhere, with what `like` would read as a wild card taken literally. */
const pattern = (word: string): string => `%${word.replace(/[!%_]/g, '!$&')}%`;
