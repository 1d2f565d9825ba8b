const HAN = /^[\p{Script=Han}々〆ヶ]+$/u;
const HANGUL = /^[\uac00-\ud7a3]+$/;
const HAN_AND_KANA = /^([\p{Script=Han}々〆ヶ]{1,4})([\u3041-\u309f\u30a1-\u30ff]{1,6})$/u;
const EAST_ASIAN = /^[\p{Script=Han}々〆ヶ\u3041-\u309f\u30a1-\u30ff\uac00-\ud7a3]+$/u;

// Last names of two characters; nearly all others in China and Korea have one.
const LONG_CHINESE = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 东方 東方'.split(
    ' ',
  ),
);
const LONG_KOREAN = new Set('남궁 황보 제갈 선우 사공 서문 독고 동방'.split(' '));

const LONGEST = 12;

/**
 * Names of East Asia, where the last name comes first. Written in one they are divided as is usual
 * there: which characters belong to whom is not said by the name, so rare ones may be cut wrongly.
 * Undefined for all other names.
 */
export function spacelessName(
  name: string,
  country: string,
): { first: string; last: string } | undefined {
  if (name.length > LONGEST) return undefined;
  const spaced = name.split(' ');
  if (spaced.length === 2 && spaced.every((part) => EAST_ASIAN.test(part)))
    return { last: spaced[0] ?? '', first: spaced[1] ?? '' };
  const characters = Array.from(name);
  const length = lastNameLength(name, characters, country);
  if (length === undefined) return undefined;
  return { last: characters.slice(0, length).join(''), first: characters.slice(length).join('') };
}

function lastNameLength(
  name: string,
  characters: readonly string[],
  country: string,
): number | undefined {
  const two = characters.slice(0, 2).join('');
  const count = characters.length;
  if (HANGUL.test(name) && count >= 2 && count <= 4)
    return count > 2 && LONG_KOREAN.has(two) ? 2 : 1;
  if (HAN.test(name) && count >= 2 && count <= 5) {
    if (count > 2 && LONG_CHINESE.has(two)) return 2;
    // Four and more characters are a Japanese name, mostly two and two.
    return count > 3 || (country === 'JP' && count === 3) ? 2 : 1;
  }
  const mixed = HAN_AND_KANA.exec(name);
  return mixed ? Array.from(mixed[1] ?? '').length : undefined;
}
