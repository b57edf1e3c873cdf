import markdownIt from 'markdown-it';
import type { DraftFault, Rival } from '../../knowledge/checkDraft';
import type { ReplayRow } from '../../knowledge/replay';
import { Html } from '../deskPage';
import type { Preview } from './knowledgeDesk';
import { pageTexts } from './pages.fr';

const texts = pageTexts.editor;
/** As Web Chat renders it; HTML in a text stays text. */
const markdown = markdownIt({ html: false, linkify: false });

/** What can be said of a draft before it is published. */
export interface Findings {
  readonly faults: readonly DraftFault[];
  readonly rivals: readonly Rival[];
  readonly preview: Preview | undefined;
  readonly english: Preview | undefined;
  readonly replay?: readonly ReplayRow[] | undefined;
}

/** Faults, pages that answer already, what it would change, and the message as visitors will read it. */
export function DraftFindings({ faults, rivals, preview, english, replay }: Findings) {
  return (
    <>
      {faults.length > 0 ? (
        <div class="notice fault">
          <p>{texts.faults}</p>
          <ul>
            {faults.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {texts.fieldNames[field.replace(/^en\./, '')] ?? field}
                {field.startsWith('en.') ? ` (${texts.previewEnglish.toLowerCase()})` : ''} : {message}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p class="notice">{texts.noFaults}</p>
      )}
      {rivals.length === 0 ? undefined : (
        <div class="notice fault">
          <p>{texts.rivals}</p>
          <ul>
            {rivals.slice(0, 5).map(({ page, questions }) => (
              <li key={page.id}>
                <a href={`/suivi/pages/edition?id=${encodeURIComponent(page.id)}`}>{page.fr.title}</a>{' '}
                {texts.rival(questions.length)} : « {questions[0]} »
              </li>
            ))}
          </ul>
          <p>{texts.rivalRemedy}</p>
        </div>
      )}
      {replay ? <Replay rows={replay} /> : undefined}
      {preview ? (
        <section>
          <h2>{texts.preview}</h2>
          <div class="beside">
            <Message title={texts.previewWeb} preview={preview} />
            <Message title={texts.previewTeams} preview={preview} />
          </div>
          {english ? <Message title={texts.previewEnglish} preview={english} lang="en" /> : undefined}
        </section>
      ) : undefined}
    </>
  );
}

function Message(props: { readonly title: string; readonly preview: Preview; readonly lang?: string }) {
  const { title, preview, lang } = props;
  return (
    <div>
      <h3>{title}</h3>
      <div class="preview" lang={lang}>
        <Html html={markdown.render(preview.text)} />
        <p class="buttons">
          {preview.buttons.map((button) => (
            <span key={button} class="button quiet">
              {button}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

function Replay({ rows }: { readonly rows: readonly ReplayRow[] }) {
  const own = pageTexts.replay;
  const count = (change: ReplayRow['change']) => rows.filter((row) => row.change === change).length;
  const moved = rows.filter(({ change }) => change !== 'same');
  return (
    <section>
      <h2>{own.title}</h2>
      <p>{own.summary(rows.length, count('gained'), count('lost'), count('changed'))}</p>
      {moved.length === 0 ? (
        <p>{own.nothing}</p>
      ) : (
        <div class="table" tabIndex={0} role="region" aria-label={own.title}>
          <table>
            <thead>
              <tr>
                <th scope="col" />
                <th scope="col">{own.columns.question}</th>
                <th scope="col">{own.columns.before}</th>
                <th scope="col">{own.columns.after}</th>
              </tr>
            </thead>
            <tbody>
              {moved.slice(0, 100).map(({ question, change, before, after }) => (
                <tr key={question}>
                  <td>
                    <strong class={change === 'lost' ? 'late' : undefined}>{own.changes[change]}</strong>
                  </td>
                  <td>{question}</td>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
