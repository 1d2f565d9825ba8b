import type { Response } from 'express';
import { html, type Html } from './html.ts';

export interface Page {
  /** Of the window; the heading when absent. */
  title?: string;
  heading: string;
  content: Html;
  /** 200 when absent. */
  status?: number;
}

export function sendPage(response: Response, page: Page): void {
  const { heading, content, title = heading, status = 200 } = page;
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Cartbridge</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/connect/style.css" />
      </head>
      <body>
        <header><a href="/connect">Cartbridge</a></header>
        <main>
          <h1>${heading}</h1>
          ${content}
        </main>
      </body>
    </html> `;
  response.status(status).type('html').send(document.toString().trim());
}

export interface Problem {
  status: number;
  heading: string;
  /** Whole sentences: what happened. */
  what: string;
  /** Whole sentences: what to do. */
  next: string | Html;
  /** Where that begins. */
  action?: { href: string; label: string };
}

/** A page that says what went wrong and what to do. */
export function sendProblem(response: Response, problem: Problem): void {
  const { status, heading, what, next, action } = problem;
  const content = html`<div class="note bad" role="alert"><p>${what}</p></div>
    <p>${next}</p>
    ${action && html`<p><a class="button" href="${action.href}">${action.label}</a></p>`}`;
  sendPage(response, { status, heading, title: `Problem: ${heading}`, content });
}
