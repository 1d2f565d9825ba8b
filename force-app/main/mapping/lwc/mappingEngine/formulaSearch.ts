/** Where the text next has the part, from that place on; -1 when nowhere. */
export type Search = (text: string, from: number) => number;

/** Up to this length the language's own search is fast enough whatever the texts are. */
const SHORT = 64;

/**
 * A search whose time grows with the lengths of text and part only, where the language's own can
 * take their product: a part of many equal characters in a text of them would hold up a worker for
 * seconds (D. Knuth, J. Morris, V. Pratt, 1977).
 */
export function searchFor(part: string): Search {
  if (part.length <= SHORT) return (text, from) => text.indexOf(part, from);
  const shorter = borders(part);
  return (text, from) => {
    let fitting = 0;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      while (fitting > 0 && part.charCodeAt(fitting) !== code) fitting = shorter[fitting - 1] ?? 0;
      if (part.charCodeAt(fitting) === code) fitting += 1;
      if (fitting === part.length) return at - part.length + 1;
    }
    return -1;
  };
}

/** How much of the part's beginning each of its beginnings ends with. */
function borders(part: string): Int32Array {
  const table = new Int32Array(part.length);
  let length = 0;
  for (let at = 1; at < part.length; at++) {
    const code = part.charCodeAt(at);
    while (length > 0 && part.charCodeAt(length) !== code) length = table[length - 1] ?? 0;
    if (part.charCodeAt(length) === code) length += 1;
    table[at] = length;
  }
  return table;
}

/** The text between the places where it has the part, which is not empty. */
export function splitAt(text: string, part: string): string[] {
  if (part.length <= SHORT) return text.split(part);
  const search = searchFor(part);
  const pieces: string[] = [];
  let from = 0;
  for (let at = search(text, 0); at >= 0; at = search(text, from)) {
    pieces.push(text.slice(from, at));
    from = at + part.length;
  }
  pieces.push(text.slice(from));
  return pieces;
}
