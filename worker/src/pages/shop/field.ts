import type { FormField } from '../../platforms/shop-form.ts';
import { html, type Html, type Part } from '../view/html.ts';

export interface Filled {
  value: string;
  error: string | undefined;
  isFirstWrong: boolean;
}

/** One field with its label, its hint and what is wrong with it, tied together for screen readers. */
export function fieldOf(field: FormField, filled: Filled): Html {
  return field.kind === 'choice' ? choiceOf(field, filled) : inputOf(field, filled);
}

function inputOf(field: FormField, filled: Filled): Html {
  const { name, label, kind, optional } = field;
  const { value } = filled;
  const attributes = html`id="${name}" name="${name}" ${describedBy(field, filled)} ${marks(filled)}
  ${!optional && html`required`} autocomplete="off" autocapitalize="none" spellcheck="false"`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hintOf(field)}
    ${
      kind === 'long'
        ? html`<textarea rows="6" ${attributes}>${value}</textarea>`
        : html`<input
            type="${kind === 'secret' ? 'password' : 'text'}"
            value="${value}"
            ${attributes}
          />`
    }
    ${errorOf(field, filled)}
  </div>`;
}

function choiceOf(field: FormField, filled: Filled): Html {
  const { name, label, options = [] } = field;
  return html`<fieldset class="field" id="${name}" ${describedBy(field, filled)}>
    <legend>${label}</legend>
    ${hintOf(field)}
    ${options.map(
      (option, place) =>
        html`<label class="choice">
          <input
            type="radio"
            name="${name}"
            value="${option.value}"
            ${option.value === filled.value && html`checked`}
            ${place === 0 && marks(filled)}
          />
          ${option.label}
        </label>`,
    )}
    ${errorOf(field, filled)}
  </fieldset>`;
}

function hintOf({ name, hint }: FormField): Html {
  return html`<p class="hint" id="${name}-hint">${hint}</p>`;
}

function errorOf({ name }: FormField, { error }: Filled): Part {
  return error !== undefined && html`<p class="error" id="${name}-error">Error: ${error}</p>`;
}

function describedBy({ name }: FormField, { error }: Filled): Html {
  const ids = error === undefined ? `${name}-hint` : `${name}-error ${name}-hint`;
  return html`aria-describedby="${ids}"`;
}

function marks({ error, isFirstWrong }: Filled): Html {
  return html`${error !== undefined && html`aria-invalid="true"`} ${isFirstWrong && html`autofocus`}`;
}
