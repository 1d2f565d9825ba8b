/** At most `length` UTF-16 units, never half of a character that takes two. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const last = cut.charCodeAt(cut.length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return (isHalf ? cut.slice(0, -1) : cut).trimEnd();
}
