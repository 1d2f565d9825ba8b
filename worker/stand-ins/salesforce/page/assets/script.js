/* global document, fetch, DOMParser, location, confirm, setTimeout, HTMLFormElement */

const EVERY_MS = 2000;
const news = document.querySelector('#news');

/** Takes over what is new from the page as it would be sent now; forms and focus stay. */
async function refresh() {
  const response = await fetch(location.href, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The org answered ${response.status}.`);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const renewed = fresh.getElementById(part.id);
    if (renewed && renewed.innerHTML !== part.innerHTML) part.innerHTML = renewed.innerHTML;
  }
}

const READ = {
  json: (text) => JSON.parse(text),
  list: (text) => text.split(',').map((item) => item.trim()),
};

/** The form as JSON: empty inputs are left out, and an input without a name is the whole body. */
function bodyOf(form) {
  if (form.dataset.body) return JSON.parse(form.dataset.body);
  const body = {};
  for (const { name, type, value, checked, dataset, tagName } of form.elements) {
    if (tagName === 'BUTTON' || value === '') continue;
    if (type === 'checkbox') {
      if (checked) body[name] = true;
    } else if (type === 'number') {
      body[name] = (body[name] ?? 0) + Number(value) * Number(dataset.scale);
    } else {
      const read = READ[dataset.type]?.(value) ?? value;
      if (name === '') return read;
      body[name] = read;
    }
  }
  return body;
}

function tell(text, isBad) {
  news.textContent = text;
  news.className = isBad ? 'bad' : 'good';
}

async function perform(form) {
  const { method, path, confirm: question } = form.dataset;
  if (question && !confirm(question)) return;
  try {
    const body = method === 'DELETE' ? undefined : JSON.stringify(bodyOf(form));
    const response = await fetch(path, { method, ...(body && { body }) });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    tell(`Done: ${form.querySelector('button').textContent}`, false);
    await refresh();
  } catch (error) {
    tell(`${method} ${path}: ${error.message}`, true);
  }
}

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  void perform(event.target);
});

async function keepUpToDate() {
  if (document.querySelector('#live').checked && !document.hidden) {
    try {
      await refresh();
    } catch {
      tell('The local org does not answer. Is it still running?', true);
    }
  }
  setTimeout(keepUpToDate, EVERY_MS);
}
setTimeout(keepUpToDate, EVERY_MS);
