/** Markup that is safe to send. Made by `html` alone, so that no text of a record becomes markup. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Html | string | number | undefined | false | Piece[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function show(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(show).join('');
  return String(piece).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** A template whose texts are escaped; `undefined` and `false` are nothing, lists are joined. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(strings.map((text, place) => text + show(pieces[place])).join(''));
}
