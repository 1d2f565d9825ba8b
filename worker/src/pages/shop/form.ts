import type { Platform } from '../../platforms/platform.ts';
import type { FieldGroup, FormErrors, FormField, Typed } from '../../platforms/shop-form.ts';
import { formTokenField } from '../forms.ts';
import { html, type Html } from '../view/html.ts';
import { fieldOf } from './field.ts';
import { guideOf } from './guide.ts';

export interface FormState {
  formToken: string;
  /** As it was typed, less the secrets. */
  typed: Typed;
  errors: FormErrors;
  /** The shop that is connected anew; empty for none in particular. */
  again: string;
}

export function fieldsOf({ form }: Platform): FormField[] {
  return form.groups.flatMap(({ fields }) => fields);
}

export function shopForm(platform: Platform, { formToken, typed, errors, again }: FormState): Html {
  const { form, id } = platform;
  const wrong = fieldsOf(platform).filter(({ name }) => errors[name] !== undefined);
  const draw = (field: FormField): Html =>
    fieldOf(field, {
      value: field.kind === 'secret' ? '' : (typed[field.name] ?? field.value ?? ''),
      error: errors[field.name],
      isFirstWrong: field === wrong[0],
    });
  return html`
    ${errors.form !== undefined && html`<div class="note bad" role="alert"><p>${errors.form}</p></div>`}
    ${wrong.length > 0 && complaints(wrong, errors)}
    ${
      Object.keys(errors).length > 0 &&
      html`<p>For your safety no token, key or secret is shown again: paste them once more.</p>`
    }
    ${form.guide && guideOf(form.guide, 'guide')}
    <form method="post" action="/connect/shop/${id}${again && `?shop=${again}`}" novalidate>
      ${formTokenField(formToken)} ${form.groups.map((group, place) => groupOf(group, place, draw))}
      <button>Connect the shop</button>
    </form>
  `;
}

function complaints(wrong: FormField[], errors: FormErrors): Html {
  return html`<div class="note bad" role="alert">
    <p>Nothing was saved. Please check:</p>
    <ul>
      ${wrong.map(({ name, label }) => html`<li><a href="#${name}">${label}: ${errors[name]}</a></li>`)}
    </ul>
  </div>`;
}

function groupOf(
  { heading, hint, fields }: FieldGroup,
  place: number,
  draw: (field: FormField) => Html,
): Html {
  if (heading === undefined) return html`${fields.map(draw)}`;
  const id = `group-${place}`;
  return html`<div class="group" role="group" aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${hint !== undefined && html`<p class="hint">${hint}</p>`} ${fields.map(draw)}
  </div>`;
}
