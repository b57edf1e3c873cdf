import type { ComponentChildren } from 'preact';
import type { Response } from '../../http/route';
import type { DeskSession } from './session';

/**
 * Answers with a page of the desk. It must be kept nowhere (`Cache-Control: no-store`), bear `title` as its only `h1`, and must not ask for
 * `Referrer-Policy: no-referrer`, which would hide from us that our forms are our own; `same-origin` is right.
 * @param page.session whoever is signed in
 */
export type RenderDeskPage = (
  response: Response,
  status: number,
  page: {
    readonly title: string;
    readonly content: ComponentChildren;
    readonly session?: DeskSession | undefined;
  },
) => void;
