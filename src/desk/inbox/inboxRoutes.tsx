import { pathParameter, type Route } from '../../http/route';
import type { LeadFile } from '../../leads/leadFile';
import type { RespondDesk } from '../deskPage';
import { leadsAsCsv, leadsAsXlsx } from '../export/leadTable';
import { respondElsewhere, type Guard } from '../guard';
import { inboxTexts as texts } from './inbox.fr';
import { inboxQueryOf, readInboxAddress } from './inboxAddress';
import { scopeOf, type InboxDeps } from './inboxDeps';
import { InboxPage } from './inboxPage';
import { leadRoutes } from './leadRoutes';

/** `/suivi`: the leads of whoever is signed in; of everybody for owners. */
export function inboxRoutes(deps: InboxDeps, guard: Guard, respond: RespondDesk): readonly Route[] {
  const { inbox, access } = deps;
  const nameOf = (id: string): string => deps.recipients().find((one) => one.id === id)?.name ?? id;
  return [
    guard.page('/suivi', 'any', async (request, response, session) => {
      const { recipientId, owner } = session.account;
      if (recipientId === undefined && !owner) {
        respondElsewhere(response, '/suivi/questions');
        return;
      }
      const address = readInboxAddress(request.getQuery());
      const scope = scopeOf(session, deps);
      const [counts, { files, total }] = await Promise.all([
        inbox.count(scope),
        inbox.list(scope, inboxQueryOf(address)),
      ]);
      await access.record(session, { kind: 'list', subject: address.tab });
      respond(response, 200, {
        title: texts.title,
        waiting: counts.toTake,
        session,
        section: '/suivi',
        live: true,
        content: <InboxPage {...{ ...deps, address, counts, files, total, nameOf }} />,
      });
    }),

    guard.page('/suivi/export/:file', 'leads', async (request, response, session) => {
      const format = exportFormats.find(({ file }) => file === pathParameter(request, 'file'));
      if (!format) {
        guard.refuse(response, session);
        return;
      }
      const address = readInboxAddress(request.getQuery());
      const query = { ...inboxQueryOf({ ...address, page: 1 }), pageSize: Number.MAX_SAFE_INTEGER };
      const { files } = await inbox.list(scopeOf(session, deps), query);
      await access.record(session, { kind: 'export', subject: `${address.tab} ${files.length}` });
      response.sendRaw(200, await format.write(files), {
        'Content-Type': format.contentType,
        'Content-Disposition': `attachment; filename="${format.file}"`,
        'Cache-Control': 'no-store',
      });
    }),

    ...leadRoutes(deps, guard, respond),
  ];
}

const exportFormats = [
  {
    file: 'demandes.csv',
    contentType: 'text/csv; charset=utf-8',
    write: async (files: readonly LeadFile[]): Promise<string | Buffer> => leadsAsCsv(files),
  },
  {
    file: 'demandes.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: leadsAsXlsx,
  },
] as const;
