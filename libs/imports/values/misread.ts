/** Text that was saved as UTF-8 and read as windows-1252, once or on its way here: `KeittiÃ¶` for `Keittiö`. */
const bytes = (from: number, to: number): string => {
  const all = Uint8Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return new TextDecoder('windows-1252').decode(all)
}

const following = bytes(0x80, 0xbf)
/** As the bytes of one character of UTF-8 look then: two bytes for letters, three for signs. */
const looksSo = new RegExp(
  `[${bytes(0xc2, 0xc8)}${bytes(0xce, 0xd4)}][${escaped(following)}]|â€[${escaped(following)}]`,
  'u',
)

function escaped(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&')
}

export const isMisread = (cells: readonly string[]): boolean => cells.some((cell) => looksSo.test(cell))
