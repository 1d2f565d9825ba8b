import { html, type Html } from './html.ts';
import type { Outbox } from './outbox.ts';
import type { Snapshot } from './snapshot.ts';

const count = (value: number): string => value.toLocaleString('en-US');
const clockTime = (instant: string): string => instant.slice(11, 19);

function table(caption: string, head: string[], rows: Html[]): Html {
  return html`<table>
    <caption class="unseen">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function objectTable(objects: Snapshot['objects']): Html {
  const rows = objects.map(
    ({ name, label, records }) =>
      html`<tr>
        <td><code>${name}</code> <small>${label}</small></td>
        <td class="number">${count(records)}</td>
      </tr>`,
  );
  return table('Objects and their records', ['Object', 'Records'], rows);
}

export function objectSection({ objects }: Snapshot): Html {
  const empty = objects.filter(({ records }) => records === 0);
  return html`<div id="objects" data-live>
      ${objectTable(objects.filter(({ records }) => records > 0))}
    </div>
    <details>
      <summary>${empty.length} objects without records</summary>
      <div id="empty-objects" data-live>${objectTable(empty)}</div>
    </details>`;
}

export function componentSection({ components }: Snapshot): Html {
  if (components.length === 0) return html`<p>Nothing is deployed.</p>`;
  return html`${components.map(
    ({ type, names }) =>
      html`<details>
        <summary>${type} <span class="number">${names.length}</span></summary>
        <ul class="names">
          ${names.map((name) => html`<li><code>${name}</code></li>`)}
        </ul>
      </details>`,
  )}`;
}

export function userSection({ users }: Snapshot): Html {
  const rows = users.map(
    ({ username, isActive, permissionSets }) =>
      html`<tr>
        <td>${username}${!isActive && html` <small>inactive</small>`}</td>
        <td>${permissionSets.join(', ') || html`<small>none</small>`}</td>
      </tr>`,
  );
  return html`<div id="users" data-live>
    ${table('Users and their permission sets', ['User', 'Permission sets'], rows)}
  </div>`;
}

export function limitSection({ limits }: Snapshot): Html {
  const used = limits.filter((limit) => limit.used > 0 || limit.name === 'DailyApiRequests');
  return html`<div id="limits" data-live>
    ${used.map(
      ({ name, max, used: spent }) =>
        html`<p class="limit">
          <span>${name}</span> <span class="number">${count(spent)} of ${count(max)}</span>
          <meter aria-label="${name}" min="0" max="${max}" value="${spent}"></meter>
        </p>`,
    )}
    <p><small>${limits.length - used.length} other limits of /limits are untouched.</small></p>
  </div>`;
}

export function requestSection({ requests }: Snapshot): Html {
  const rows = requests.map(
    ({ at, method, path, status, milliseconds }) =>
      html`<tr>
        <td>${clockTime(at)}</td>
        <td><b>${method}</b> <code>${decoded(path)}</code></td>
        <td class="number status-${String(status)[0]}">${status}</td>
        <td class="number">${milliseconds}</td>
      </tr>`,
  );
  return html`<div id="requests" data-live>
    ${
      rows.length === 0
        ? html`<p>No such request in the last 15 minutes.</p>`
        : table('Requests, newest first', ['Time', 'Request', 'Status', 'ms'], rows)
    }
  </div>`;
}

/** A query reads better than its percent signs. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    return path;
  }
}

export function outboxSection(outbox: Outbox): Html {
  if ('absent' in outbox) return html`<div id="outbox" data-live><p>${outbox.absent}</p></div>`;
  const mails = outbox.mails.toReversed();
  return html`<div id="outbox" data-live>
    ${mails.length === 0 && html`<p>The programs have sent nothing yet.</p>`}
    ${mails.map(
      (mail) =>
        html`<article class="mail">
          <h3>${mail.subject}</h3>
          <p>
            <small>${mail.sentAt.slice(0, 16).replace('T', ' ')} · ${mail.program}</small><br />to
            ${mail.to}
          </p>
          <pre>${mail.text}</pre>
        </article>`,
    )}
  </div>`;
}
