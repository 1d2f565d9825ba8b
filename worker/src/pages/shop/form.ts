import { formTokenField } from '../forms.ts';
import { html, type Html } from '../view/html.ts';
import type { ShopErrors, ShopField } from './input.ts';
import { SCOPES } from './scopes.ts';

interface Field {
  name: ShopField;
  label: string;
  hint: string;
  secret: boolean;
}

const FIELDS: Field[] = [
  {
    name: 'store',
    label: 'API path',
    hint: 'Shown when the API account is created, such as https://api.bigcommerce.com/stores/abc123/v3/. The store hash alone (abc123) will do.',
    secret: false,
  },
  {
    name: 'accessToken',
    label: 'Access token',
    hint: 'The key by which Cartbridge reads the shop. BigCommerce shows it once, right after the API account was created.',
    secret: true,
  },
  {
    name: 'clientSecret',
    label: 'Client secret',
    hint: 'Shown beside the access token. It proves that messages come from your shop.',
    secret: true,
  },
];

export interface FormState {
  formToken: string;
  /** As it was typed. */
  store: string;
  errors: ShopErrors;
}

export function shopForm({ formToken, store, errors }: FormState): Html {
  const wrong = FIELDS.filter(({ name }) => errors[name] !== undefined);
  return html`
    ${errors.form && html`<div class="note bad" role="alert"><p>${errors.form}</p></div>`}
    ${
      wrong.length > 0 &&
      html`<div class="note bad" role="alert">
        <p>Nothing was saved. Please check:</p>
        <ul>
          ${wrong.map(
            ({ name, label }) => html`<li><a href="#${name}">${label}: ${errors[name]}</a></li>`,
          )}
        </ul>
      </div>`
    }
    ${
      Object.keys(errors).length > 0 &&
      html`<p>
        For your safety the token and the secret are not shown again: paste them once more.
      </p>`
    }
    <section aria-labelledby="account">
      <h2 id="account">Create the API account in BigCommerce</h2>
      <ol>
        <li>In the shop open Settings, then Store-level API accounts, and create an account.</li>
        <li>
          Give it these scopes and no others:
          <ul>
            ${SCOPES.map(({ name, level }) => html`<li>${name}: ${level}</li>`)}
          </ul>
          Leave everything about transactions, payments and stored payment instruments at None.
        </li>
        <li>Save, and copy what BigCommerce shows into the form below.</li>
      </ol>
    </section>
    <form method="post" action="/connect/shop" novalidate>
      ${formTokenField(formToken)}
      ${FIELDS.map((field) =>
        fieldOf(field, {
          value: field.secret ? '' : store,
          error: errors[field.name],
          isFirstWrong: field === wrong[0],
        }),
      )}
      <button>Connect the shop</button>
    </form>
  `;
}

interface Filled {
  value: string;
  error: string | undefined;
  isFirstWrong: boolean;
}

function fieldOf({ name, label, hint, secret }: Field, filled: Filled): Html {
  const { value, error, isFirstWrong } = filled;
  const describedBy = error === undefined ? `${name}-hint` : `${name}-error ${name}-hint`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <p class="hint" id="${name}-hint">${hint}</p>
    <input
      id="${name}"
      name="${name}"
      type="${secret ? 'password' : 'text'}"
      value="${value}"
      aria-describedby="${describedBy}"
      ${error !== undefined && html`aria-invalid="true"`}
      ${isFirstWrong && html`autofocus`}
      required
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
    />
    ${error !== undefined && html`<p class="error" id="${name}-error">Error: ${error}</p>`}
  </div>`;
}
