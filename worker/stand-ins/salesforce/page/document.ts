import { controlCard, inputOf } from './control-forms.ts';
import { CONTROL_GROUPS } from './controls/all.ts';
import type { Control } from './controls/control.ts';
import { html, type Html } from './html.ts';
import type { Outbox } from './outbox.ts';
import {
  componentSection,
  limitSection,
  objectSection,
  outboxSection,
  requestSection,
  userSection,
} from './sections.ts';
import type { Snapshot } from './snapshot.ts';

const FILTERS: [digit: string, label: string][] = [
  ['', 'All'],
  ['2', '2xx'],
  ['3', '3xx'],
  ['4', '4xx'],
  ['5', '5xx'],
];

const MINUTE_MS = 60_000;

/** The whole page, ready to send. */
export function pageOf(snapshot: Snapshot, outbox: Outbox, status: string): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Local org</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/__local__/page/style.css" />
        <script type="module" src="/__local__/page/script.js"></script>
      </head>
      <body>
        <a class="skip" href="#difficult">Skip to the switches</a>
        <header>
          <h1>Local org</h1>
          ${clock(snapshot)}
          <label class="checkbox"
            ><input id="live" type="checkbox" checked /> Keep up to date</label
          >
        </header>
        <p id="news" role="status"></p>
        <noscript><p class="bad">The switches below need JavaScript.</p></noscript>
        <main>
          <div class="column">
            ${section('records', 'Records', objectSection(snapshot))}
            ${section('people', 'Users', userSection(snapshot))}
            ${section('metadata', 'Components', componentSection(snapshot))}
          </div>
          <div class="column wide">
            ${section('used', 'Limits', limitSection(snapshot))}
            ${section('asked', 'Requests', html`${filters(status)} ${requestSection(snapshot)}`)}
            ${section('mails', 'Outbox of Account Engagement', outboxSection(outbox))}
          </div>
          ${section(
            'difficult',
            'Being difficult',
            html`${CONTROL_GROUPS.map(([title, controls]) => controlGroup(title, controls, snapshot))}`,
          )}
        </main>
      </body>
    </html> `;
  return page.text.trim();
}

function section(id: string, title: string, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section>`;
}

function controlGroup(title: string, controls: Control[], { states }: Snapshot): Html {
  return html`<details open>
    <summary>${title}</summary>
    <div class="cards">
      ${controls.map((control) => controlCard(control, states.get(control.path)))}
    </div>
  </details>`;
}

function clock({ now }: Snapshot): Html {
  return html`<div class="clock">
    <time id="now" datetime="${now}" data-live>${now.slice(0, 19).replace('T', ' ')} UTC</time>
    <form data-method="POST" data-path="/__local__/clock">
      ${inputOf(
        { name: 'advanceMs', label: 'Hours', type: 'number', scale: 60 * MINUTE_MS },
        'advance-hours',
      )}
      ${inputOf(
        { name: 'advanceMs', label: 'Minutes', type: 'number', scale: MINUTE_MS, value: '10' },
        'advance-minutes',
      )}
      <button>Advance the clock</button>
    </form>
    <form
      data-method="POST"
      data-path="/__local__/reset"
      data-confirm="Records, rules, sessions and the clock go back to the first start. Go on?"
    >
      <button class="quiet" title="The clock goes back only together with everything else">
        Begin anew
      </button>
    </form>
  </div>`;
}

function filters(chosen: string): Html {
  return html`<nav class="filters" aria-label="Requests by status">
    ${FILTERS.map(
      ([digit, label]) =>
        html`<a
          href="${digit ? `/?status=${digit}` : '/'}#asked"
          ${digit === chosen && html`aria-current="true"`}
          >${label}</a
        >`,
    )}
  </nav>`;
}
