import type { Guide, Step } from '../../platforms/shop-form.ts';
import { html, type Html } from '../view/html.ts';

/** What a person has to do elsewhere, step by step. */
export function guideOf({ heading, steps }: Guide, id: string): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <ol>
      ${steps.map((step) => html`<li>${stepOf(step)}</li>`)}
    </ol>
  </section>`;
}

function stepOf(step: Step): Html {
  if (typeof step === 'string') return html`${step}`;
  const { text, list, then } = step;
  return html`${text}
    <ul>
      ${list.map((item) => html`<li>${item}</li>`)}
    </ul>
    ${then}`;
}
