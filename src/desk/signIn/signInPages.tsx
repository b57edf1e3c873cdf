import type { ComponentChildren } from 'preact';
import type { KeptSession } from './deskAccessRepository';
import { csrfField, type DeskSession } from './session';
import { linkMinutes } from './signInLinks';

/** By which ways one may sign in here. */
export interface SignInWays {
  /** Whether a link reaches its recipient. */
  readonly link: boolean;
  /** Name of the OpenID Connect provider as people know it; undefined: none. */
  readonly provider: string | undefined;
}

/** What went wrong, told at once by screen readers. */
const Fault = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="notice fault" role="alert">
    {children}
  </p>
);

/** Asks who wants in. @param props.fault what was wrong with what was typed */
export const SignInForm = ({
  ways: { link, provider },
  fault,
}: {
  readonly ways: SignInWays;
  readonly fault?: string | undefined;
}) => (
  <>
    {fault !== undefined && <Fault>{fault}</Fault>}
    {link ? (
      <form method="post" action="/suivi/connexion">
        <p>Pas de mot de passe : nous vous envoyons un lien à usage unique.</p>
        <p class="field">
          <label for="courriel">Votre adresse électronique</label>
          <input
            type="email"
            id="courriel"
            name="courriel"
            autocomplete="email"
            required
            maxLength={254}
            aria-invalid={fault === undefined ? undefined : 'true'}
          />
        </p>
        <button type="submit">Recevoir un lien</button>
      </form>
    ) : (
      <div class="notice">
        <p>
          L’envoi de courriels n’est pas configuré : personne ne peut recevoir de lien. Pour l’exploitant :
          renseignez <code>SMTP_URL</code> et <code>MAIL_FROM</code> (voir <code>.env.example</code>), puis
          redémarrez le service.
        </p>
      </div>
    )}
    {provider !== undefined && (
      <p>
        <a class="button" href="/suivi/oidc">
          Se connecter avec {provider}
        </a>
      </p>
    )}
  </>
);

/** The answer to whoever asked for a link, known or not. */
export const LinkSent = () => (
  <>
    <p class="notice" role="status">
      Si cette adresse est connue, un lien vient d’être envoyé. Il sert une fois, pendant {linkMinutes}{' '}
      minutes.
    </p>
    <p>Rien après quelques minutes ? Regardez dans les courriers indésirables.</p>
    <AnotherLink />
  </>
);

/** The one button behind the link of a mail: opening the page changes nothing, since mail scanners open links. */
export const EnterForm = ({ linkKey }: { readonly linkKey: string }) => (
  <form method="post" action="/suivi/entrer">
    <input type="hidden" name="cle" value={linkKey} />
    <button type="submit">Entrer</button>
  </form>
);

/** What a used, expired or forged link leads to. */
export const BadLink = () => (
  <>
    <Fault>Ce lien a déjà servi ou n’est plus valable.</Fault>
    <p>
      C’est sans gravité : chaque lien sert une seule fois, pendant {linkMinutes} minutes, pour protéger les
      demandes des entreprises.
    </p>
    <AnotherLink />
  </>
);

/** Something was refused. @param props.children why, in a sentence */
export const Refused = ({ children }: { readonly children: ComponentChildren }) => (
  <>
    <Fault>{children}</Fault>
    <AnotherLink label="Revenir à la connexion" />
  </>
);

const AnotherLink = ({ label = 'Demander un autre lien' }: { readonly label?: string }) => (
  <p>
    <a href="/suivi/connexion">{label}</a>
  </p>
);

/** The hidden field by which a form shows that it is ours. */
export const CsrfField = ({ session }: { readonly session: DeskSession }) => (
  <input type="hidden" name={csrfField} value={session.csrfToken} />
);

/** Where an account is signed in. @param props.moment writes a moment for people */
export const SessionList = ({
  session,
  sessions,
  moment,
  done,
}: {
  readonly session: DeskSession;
  readonly sessions: readonly KeptSession[];
  readonly moment: (at: Date) => string;
  /** The others were just closed. */
  readonly done: boolean;
}) => (
  <>
    {done && (
      <p class="notice" role="status">
        Les autres sessions sont fermées.
      </p>
    )}
    <p>Vous êtes connecté avec l’adresse {session.account.email}.</p>
    <ul>
      {sessions.map(({ idHash, browser, signedInAt, lastSeenAt }) => (
        <li key={idHash}>
          <strong>{browser}</strong>
          {idHash === session.id && ' (cette session)'}, ouverte le{' '}
          <time dateTime={signedInAt.toISOString()}>{moment(signedInAt)}</time>, utilisée le{' '}
          <time dateTime={lastSeenAt.toISOString()}>{moment(lastSeenAt)}</time>
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <form method="post" action="/suivi/sessions">
        <CsrfField session={session} />
        <button type="submit">Fermer les autres sessions</button>
      </form>
    )}
    <form method="post" action="/suivi/sortir">
      <CsrfField session={session} />
      <button type="submit" class="quiet">
        Se déconnecter
      </button>
    </form>
  </>
);
