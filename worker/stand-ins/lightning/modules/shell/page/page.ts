import { createElement } from 'lwc';
import App from 'shell/app';
import { loadShellState } from '../../data/shell-model.ts';
import { showToasts } from './toasts.ts';

/** Begins the page: the state first, as every part of the shell reads it. */
async function begin(): Promise<void> {
  await loadShellState();
  showToasts();
  document.body.append(createElement('shell-app', { is: App }));
  // After an edit the page shows what was built.
  new EventSource('/lightning-changes').addEventListener('message', () => location.reload());
}

void begin();
