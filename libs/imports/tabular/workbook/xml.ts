/**
 * XML as a workbook has it, told piece by piece as it is read: elements by their names without prefix, and their texts.
 * Nothing is kept but what a tag or an entity needs to be whole.
 */

export interface XmlListener {
  opened(name: string, attributes: string): void
  closed(name: string): void
  /** In as many pieces as it comes in. */
  text(text: string): void
}

/** Of a tag or a comment, in characters: a longer one is none. */
const longestMarkup = 1_000_000
const longestEntity = 12

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** What stands for characters in texts and attributes. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name = '') =>
        hex || decimal ? characterOf(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10)) : (named[name] ?? all),
      )
    : text

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')

/** Of the attributes of a tag; prefix and all. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? withoutEntities(found[1] ?? found[2] ?? '') : undefined
}

export class XmlScanner {
  private rest = ''

  constructor(private readonly listener: XmlListener) {}

  /** @throws Error where it is no XML that a workbook has */
  push(piece: string): void {
    const all = this.rest + piece
    let at = 0
    for (let tag = all.indexOf('<'); tag >= 0; tag = all.indexOf('<', at)) {
      if (tag > at) this.listener.text(withoutEntities(all.slice(at, tag)))
      const end = endOfMarkup(all, tag)
      at = end < 0 ? tag : end
      if (end < 0) break
      this.markup(all.slice(tag, end))
    }
    this.rest = this.passOn(all.slice(at))
    if (this.rest.length > longestMarkup) throw new Error('a tag does not end')
  }

  /** @throws Error where it ends in the middle of a tag */
  end(): void {
    if (this.rest.startsWith('<')) throw new Error('a tag does not end')
  }

  /** Of a text what is sure to be whole. @returns what may not be */
  private passOn(text: string): string {
    if (text.startsWith('<')) return text
    const entity = text.lastIndexOf('&')
    const isCut = entity >= text.length - longestEntity && entity >= 0 && !text.includes(';', entity)
    const sure = isCut ? text.slice(0, entity) : text
    if (sure !== '') this.listener.text(withoutEntities(sure))
    return text.slice(sure.length)
  }

  private markup(tag: string): void {
    if (tag.startsWith(section.begin)) this.listener.text(tag.slice(section.begin.length, -section.end.length))
    if (tag.startsWith('<!') || tag.startsWith('<?')) return
    if (tag.startsWith('</')) {
      this.listener.closed(localName(tag.slice(2, -1).trim()))
      return
    }
    const isEmpty = tag.endsWith('/>')
    const inside = tag.slice(1, isEmpty ? -2 : -1)
    const blank = inside.search(/\s/)
    const name = localName(blank < 0 ? inside : inside.slice(0, blank))
    this.listener.opened(name, blank < 0 ? '' : inside.slice(blank))
    if (isEmpty) this.listener.closed(name)
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A bracket within an attribute ends nothing. */
const wholeTag = /<(?:[^>"']|"[^"]*"|'[^']*')*>/y
const comment = { begin: '<!--', end: '-->' }
const section = { begin: '<![CDATA[', end: ']]>' }

/** Where what begins with `<` ends; negative where it does not end yet. */
function endOfMarkup(all: string, from: number): number {
  for (const { begin, end } of [comment, section]) {
    if (!all.startsWith(begin.slice(0, all.length - from), from)) continue
    const at = all.indexOf(end, from + begin.length)
    if (all.length - from > 2) return at < 0 ? -1 : at + end.length
  }
  wholeTag.lastIndex = from
  return wholeTag.test(all) ? wholeTag.lastIndex : -1
}
