import type { Control, Input } from './controls/control.ts';
import { html, type Html } from './html.ts';

/** One switch: what it does, what is set, and its forms, which the script posts as JSON. */
export function controlCard(control: Control, state: string[] | undefined): Html {
  const id = `control${control.path.replaceAll('/', '-')}`;
  return html`<article class="card" aria-labelledby="${id}">
    <div class="head">
      <h3 id="${id}">${control.title}</h3>
      ${control.off && offForm(control, control.off)}
    </div>
    <p>${control.effect}</p>
    ${state && stateOf(id, state)} ${control.on && onForm(control, control.on, id)}
  </article>`;
}

function stateOf(id: string, state: string[]): Html {
  return html`<div id="${id}-state" data-live>
    ${
      state.length === 0
        ? html`<p class="state off">Off</p>`
        : html`<ul class="state on">
            ${state.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
  </div>`;
}

function onForm(control: Control, on: NonNullable<Control['on']>, id: string): Html {
  const inputs = (on.inputs ?? []).map((input) => inputOf(input, `${id}-${input.name}`));
  return form(control, on, html`${inputs} <button>${labelOf(control, on.label)}</button>`);
}

function offForm(control: Control, off: NonNullable<Control['off']>): Html {
  return form(control, off, html`<button class="quiet">${labelOf(control, off.label)}</button>`);
}

function form({ path }: Control, call: { method: string; body?: object }, content: Html): Html {
  return html`<form
    data-method="${call.method}"
    data-path="/__local__${path}"
    data-body="${call.body ? JSON.stringify(call.body) : ''}"
  >
    ${content}
  </form>`;
}

/** Who hears the page hears the same "Set" many times, and is told of what. */
const labelOf = ({ title }: Control, label: string): Html =>
  html`${label}<span class="unseen"> ${title}</span>`;

export function inputOf(input: Input, id: string): Html {
  const { label, name, options, type = 'text' } = input;
  if (options) {
    return html`<label for="${id}"
      >${label}
      <select id="${id}" name="${name}">
        ${options.map((option) => html`<option value="${option}">${option || 'any'}</option>`)}
      </select></label
    >`;
  }
  const isText = type === 'list' || type === 'json';
  return html`<label for="${id}" class="${type === 'checkbox' && type}"
    >${label}
    <input
      id="${id}"
      name="${name}"
      type="${isText ? 'text' : type}"
      autocomplete="off"
      ${type === 'number' && html`min="0" step="any"`}
      ${input.required === true && html`required`}
      value="${input.value ?? ''}"
      data-type="${type}"
      data-scale="${input.scale ?? 1}"
  /></label>`;
}
