import { PLATFORM_URL } from '../build/places.ts';

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page of every address below /lightning: the shell reads the address itself. */
export function pageHtml({ lang = 'en', dir = 'ltr' }: { lang?: string; dir?: string }): string {
  return `<!doctype html>
<html lang="${escape(lang)}" dir="${escape(dir)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Lightning Experience</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/_slds/styles/salesforce-lightning-design-system.min.css" />
    <link rel="stylesheet" href="/lightning-shell.css" />
  </head>
  <body>
    <script type="module" src="${PLATFORM_URL}/synthetic-shadow.js"></script>
    <script type="module" src="${PLATFORM_URL}/shell/page.js"></script>
  </body>
</html>
`;
}
