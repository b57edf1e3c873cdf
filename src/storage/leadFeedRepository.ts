import type { Kysely } from 'kysely';
import type { FeedItem, LeadFeed } from '../leads/leadFeed';
import { leadFilesOf } from './leadRepository';
import type { Database } from './schema';

/** Leads by their last step. */
export function createLeadFeed(db: Kysely<Database>): LeadFeed {
  return {
    async read({ since, after, limit }) {
      let query = db
        .selectFrom('leads')
        .innerJoin('lead_steps', (join) =>
          join.onRef('lead_steps.lead_id', '=', 'leads.id').onRef('lead_steps.number', '=', 'leads.version'),
        )
        .selectAll('leads')
        .select('lead_steps.at as changed_at')
        .orderBy('lead_steps.at')
        .orderBy('leads.id')
        .limit(limit);
      if (after) {
        const at = after.changedAt.toISOString();
        query = query.where((eb) =>
          eb.or([
            eb('lead_steps.at', '>', at),
            eb.and([eb('lead_steps.at', '=', at), eb('leads.id', '>', after.leadId)]),
          ]),
        );
      } else if (since) query = query.where('lead_steps.at', '>=', since.toISOString());
      const rows = await query.execute();
      const files = await leadFilesOf(
        db,
        rows.filter((row) => row.erased_at === null),
      );
      const byId = new Map(files.map((file) => [file.lead.id, file]));
      const items = rows.map((row): FeedItem => {
        const changedAt = new Date(row.changed_at);
        const file = byId.get(row.id);
        return file
          ? { kind: 'lead', changedAt, file }
          : { kind: 'erased', changedAt, reference: row.reference };
      });
      const last = rows.at(-1);
      return { items, next: last ? { changedAt: new Date(last.changed_at), leadId: last.id } : after };
    },
  };
}
