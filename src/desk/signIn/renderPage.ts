import type { ComponentChildren } from 'preact';
import type { Response } from 'restify';
import type { DeskSession } from './session';

/** Answers with a page of the desk. */
export type RenderDeskPage = (
  response: Response,
  status: number,
  page: {
    readonly title: string;
    readonly content: ComponentChildren;
    readonly session?: DeskSession | undefined;
  },
) => void;
