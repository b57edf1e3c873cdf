import type { ComponentChildren } from 'preact';
import type { DraftFault } from '../../knowledge/checkDraft';
import type { Source } from '../../knowledge/corpus';
import { pageTypes, themes } from '../../knowledge/page';
import { DeskForm } from '../deskPage';
import type { DeskSession } from '../signIn/session';
import { Choice, Field } from './field';
import type { PageForm } from './pageForm';
import { pageTexts } from './pages.fr';

const texts = pageTexts.editor;

/** The form of a page; beside it, or below where there is no room, whatever was found out about what was sent. */
export function PageEditor(props: {
  readonly form: PageForm;
  readonly session: DeskSession;
  readonly faults: readonly DraftFault[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly children?: ComponentChildren;
}) {
  const { form, faults, session } = props;
  const { draft } = form;
  const { fr, en } = draft;
  const hidden = {
    base: String(form.base),
    ...(form.id === undefined ? {} : { id: form.id, theme: draft.theme }),
    ...(form.groupId === undefined ? {} : { groupe: form.groupId }),
  };
  const english = faults
    .filter(({ field }) => field.startsWith('en.'))
    .map((fault) => ({ ...fault, field: `en_${fault.field.slice(3)}` }));
  return (
    <DeskForm to="/suivi/pages/edition#constat" session={session} hidden={hidden} class="editor">
      <div class="fields">
        {form.id === undefined ? (
          <>
            <Choice
              name="theme"
              label={texts.theme}
              value={draft.theme}
              choices={themes.map((theme) => [theme, theme] as const)}
            />
            <Field
              name="nom"
              label={texts.name}
              hint={texts.nameHint}
              value={draft.id.slice(draft.id.indexOf('/') + 1)}
              faultOf="id"
              faults={faults}
            />
          </>
        ) : undefined}
        <Choice
          name="type"
          label={texts.type}
          value={draft.type}
          choices={pageTypes
            .filter((type) => type !== 'aide' || draft.type === 'aide')
            .map((type) => [type, texts.types[type]] as const)}
        />
        <Field name="titre" label={texts.pageTitle} hint={texts.titleHint} value={fr.title} faults={faults} />
        <Field name="bouton" label={texts.button} hint={texts.buttonHint} value={fr.button} faults={faults} />
        <Field
          name="texte"
          label={texts.body}
          hint={texts.bodyHint}
          value={fr.body}
          faults={faults}
          rows={8}
        />
        <Field
          name="questions"
          label={texts.questions}
          hint={texts.questionsHint}
          value={fr.questions.join('\n')}
          faults={faults}
          rows={8}
        />
        <Field
          name="sources"
          label={texts.sources}
          hint={texts.sourcesHint}
          value={draft.sources.join(', ')}
          faults={faults}
        />
        <Sources {...props} />
        <Field
          name="liens"
          label={texts.links}
          hint={texts.linksHint}
          value={draft.links.join(', ')}
          faults={faults}
        />
        <div class="filters">
          <Field
            name="verifie_le"
            type="date"
            label={texts.verifiedOn}
            value={draft.verifiedOn}
            faults={faults}
          />
          <Field
            name="a_verifier_le"
            type="date"
            label={texts.nextCheckOn}
            value={draft.nextCheckOn}
            faults={faults}
          />
        </div>
        <details open={english.length > 0}>
          <summary>{texts.english}</summary>
          <p class="hint">{texts.englishHint}</p>
          <Field
            name="en_titre"
            label={texts.inEnglish(texts.pageTitle)}
            value={en?.title ?? ''}
            faults={english}
            lang="en"
          />
          <Field
            name="en_bouton"
            label={texts.inEnglish(texts.button)}
            value={en?.button ?? ''}
            faults={english}
            lang="en"
          />
          <Field
            name="en_texte"
            label={texts.inEnglish(texts.body)}
            value={en?.body ?? ''}
            faults={english}
            rows={6}
            lang="en"
          />
          <Field
            name="en_questions"
            label={texts.inEnglish(texts.questions)}
            value={(en?.questions ?? []).join('\n')}
            faults={english}
            rows={5}
            lang="en"
          />
        </details>
        <Field
          name="motif"
          label={texts.reason}
          hint={texts.reasonHint}
          value={form.reason}
          faults={faults}
        />
        <p class="buttons">
          <button class="quiet" name="geste" value="verifier">
            {texts.check}
          </button>
          <button class="quiet" name="geste" value="rejouer">
            {texts.replay}
          </button>
          <button name="geste" value="publier">
            {texts.publish}
          </button>
        </p>
      </div>
      <div class="findings" id="constat" data-check-result aria-live="polite">
        {props.children}
      </div>
    </DeskForm>
  );
}

function Sources({
  form: { draft },
  sources,
}: {
  readonly form: PageForm;
  readonly sources: ReadonlyMap<string, Source>;
}) {
  const { newSource } = draft;
  return (
    <>
      <details>
        <summary>{texts.sourcesKnown}</summary>
        <ul>
          {[...sources].map(([id, { title }]) => (
            <li key={id}>
              <code>{id}</code> : {title}
            </li>
          ))}
        </ul>
      </details>
      <details open={newSource !== undefined}>
        <summary>{texts.newSource}</summary>
        <Field name="source_id" label={texts.sourceId} value={newSource?.id ?? ''} />
        <Field name="source_titre" label={texts.sourceTitle} value={newSource?.title ?? ''} />
        <Field name="source_url" type="url" label={texts.sourceUrl} value={newSource?.url ?? ''} />
        <Field name="source_lue_le" type="date" label={texts.sourceReadOn} value={newSource?.readOn ?? ''} />
      </details>
    </>
  );
}
