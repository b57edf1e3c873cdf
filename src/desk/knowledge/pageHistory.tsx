import { momentHtml } from '../../http/momentHtml';
import type { PageVersion } from '../../knowledge/publication';
import { difference } from '../../knowledge/publicationPatch';
import { DeskForm, Html } from '../deskPage';
import type { DeskSession } from '../signIn/session';
import { pageTexts } from './pages.fr';

const texts = pageTexts.history;

/** What the history of a page shows. */
export interface HistoryView {
  readonly pageId: string;
  /** Newest first. */
  readonly versions: readonly PageVersion[];
  /** The French text of the page that came with the assistant; undefined: there is none. */
  readonly origin: string | undefined;
  readonly session: DeskSession;
}

/** Every published state of a page: who, when, why, what changed, and the way back. */
export function PageHistory({ pageId, versions, origin, session }: HistoryView) {
  const base = String(versions[0]?.number ?? 0);
  const back = (to: number, label: string) => (
    <DeskForm to="/suivi/pages/retour" session={session} hidden={{ id: pageId, vers: String(to), base }}>
      <button class="quiet small">{label}</button>
    </DeskForm>
  );
  const servesOverlay = versions[0] !== undefined && versions[0].action !== 'removed';
  return (
    <>
      {versions.length === 0 ? <p>{texts.none}</p> : undefined}
      <ol class="rows">
        {versions.map((version, i) => {
          const earlier = versions[i + 1];
          const before = earlier && earlier.action !== 'removed' ? earlier.page.fr : (origin ?? '');
          const after = version.action === 'removed' ? (origin ?? '') : version.page.fr;
          return (
            <li key={version.number}>
              <p class="first">
                {texts.actions[version.action]} {texts.by(version.author.name)},{' '}
                <Html inline html={momentHtml(version.at, 'fr')} />
              </p>
              <p>{version.reason}</p>
              <details>
                <summary>{texts.difference}</summary>
                <pre>{difference(before, after)}</pre>
              </details>
              {i > 0 && version.action !== 'removed' ? back(version.number, texts.revert) : undefined}
            </li>
          );
        })}
        {origin === undefined ? undefined : (
          <li>
            <p class="first">{texts.origin}</p>
            {servesOverlay ? back(0, texts.toFolder) : undefined}
          </li>
        )}
      </ol>
      {origin === undefined && servesOverlay ? back(0, texts.remove) : undefined}
    </>
  );
}
