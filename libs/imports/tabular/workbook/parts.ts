/** The parts of a workbook beside its sheets: which sheets there are and where, shared texts, and which styles are dates. */

import { attribute, type XmlListener, XmlScanner } from './xml.js'
import { entriesOf, unpackedPieces, type ZipEntry } from './zip.js'

export interface SheetPart {
  name: string
  isHidden: boolean
  entry: ZipEntry
}

export interface WorkbookParts {
  /** In their order, charts left out. */
  sheets: readonly SheetPart[]
  /** By which cells that share texts name them. */
  sharedTexts: readonly string[]
  /** By the number that a cell has for its style. */
  dateStyles: ReadonlySet<number>
  /** Whether days are counted from 1904 on. */
  from1904: boolean
}

const unless = (): undefined => undefined
const silent: XmlListener = { opened: unless, closed: unless, text: unless }

/** Has a part heard piece by piece, and pauses after each. @throws Error where it cannot be read */
export async function* heard(file: Buffer, entry: ZipEntry, listener: XmlListener): AsyncGenerator<void> {
  const [decoder, scanner] = [new TextDecoder('utf-8', { fatal: true }), new XmlScanner(listener)]
  for await (const piece of unpackedPieces(file, entry)) {
    scanner.push(decoder.decode(piece, { stream: true }))
    yield
  }
  scanner.push(decoder.decode())
  scanner.end()
  yield
}

/** @throws Error where it is no workbook */
export async function workbookIn(file: Buffer): Promise<WorkbookParts> {
  const entries = new Map(entriesOf(file).map((entry) => [entry.name, entry]))
  const read = async (path: string | undefined, listener: Partial<XmlListener>): Promise<void> => {
    const entry = path === undefined ? undefined : entries.get(path)
    if (entry) for await (const _ of heard(file, entry, { ...silent, ...listener }));
  }
  const [book] = await relationsIn('', read)
  if (!book || !entries.has(book.path)) throw new Error('it is no workbook')
  const relations = await relationsIn(book.path, read)
  const { named, from1904 } = await bookAt(book.path, read)
  const sheets = named.flatMap(({ relation, ...sheet }) => {
    const { type, path = '' } = relations.find(({ id }) => id === relation) ?? {}
    const entry = entries.get(path)
    return type === 'worksheet' && entry ? [{ ...sheet, entry }] : []
  })
  const pathOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.path
  const sharedTexts = await textsAt(pathOf('sharedStrings'), read)
  return { sheets, from1904, sharedTexts, dateStyles: await dateStylesAt(pathOf('styles'), read) }
}

type Read = (path: string | undefined, listener: Partial<XmlListener>) => Promise<void>

interface Relation {
  id: string
  /** The last word of its address. */
  type: string
  path: string
}

/** What a part, or the file itself where `of` is empty, leads to; of the file the workbook alone. */
async function relationsIn(of: string, read: Read): Promise<Relation[]> {
  const [folder, name] = [of.slice(0, of.lastIndexOf('/') + 1), of.slice(of.lastIndexOf('/') + 1)]
  const relations: Relation[] = []
  await read(`${folder}_rels/${name}.rels`, {
    opened: (element, attributes) => {
      const target = attribute(attributes, 'Target')
      if (element !== 'Relationship' || target === undefined) return
      const type = attribute(attributes, 'Type')?.split('/').at(-1) ?? ''
      const path = new URL(target, `file:///${folder}`).pathname.slice(1)
      relations.push({ id: attribute(attributes, 'Id') ?? '', type, path: decodeURIComponent(path) })
    },
  })
  return of === '' ? relations.filter(({ type }) => type === 'officeDocument') : relations
}

async function bookAt(path: string, read: Read) {
  const named: { name: string; isHidden: boolean; relation: string }[] = []
  let from1904 = false
  await read(path, {
    opened: (element, attributes) => {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')
      if (element !== 'sheet') return
      const [name = '', state = 'visible'] = [attribute(attributes, 'name'), attribute(attributes, 'state')]
      const relation = attribute(attributes, '\\w+:id') ?? ''
      named.push({ name, isHidden: state !== 'visible', relation })
    },
  })
  return { named, from1904 }
}

async function textsAt(path: string | undefined, read: Read): Promise<string[]> {
  const texts: string[] = []
  const found = new RichText()
  await read(path, {
    opened: (element) => {
      if (element === 'si') found.begin()
      else found.opened(element)
    },
    closed: (element) => {
      if (element === 'si') texts.push(found.whole())
      else found.closed(element)
    },
    text: (text) => found.text(text),
  })
  return texts
}

/** A text that may consist of pieces with looks of their own; how it is spoken is none of it. */
export class RichText {
  private found = ''
  private isText = false
  private isSpoken = false

  begin(): void {
    this.found = ''
  }

  opened(element: string): void {
    if (element === 't') this.isText = true
    if (element === 'rPh') this.isSpoken = true
  }

  closed(element: string): void {
    if (element === 't') this.isText = false
    if (element === 'rPh') this.isSpoken = false
  }

  text(text: string): void {
    if (this.isText && !this.isSpoken) this.found += text
  }

  whole(): string {
    return unescaped(this.found)
  }
}

/** Characters that XML does not take stand there by their numbers. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

async function dateStylesAt(path: string | undefined, read: Read): Promise<ReadonlySet<number>> {
  const formats = new Map<number, string>()
  const used: number[] = []
  let isOfCells = false
  await read(path, {
    opened: (element, attributes) => {
      if (element === 'cellXfs') isOfCells = true
      const format = Number(attribute(attributes, 'numFmtId'))
      if (element === 'numFmt') formats.set(format, attribute(attributes, 'formatCode') ?? '')
      if (element === 'xf' && isOfCells) used.push(format)
    },
    closed: (element) => {
      if (element === 'cellXfs') isOfCells = false
    },
  })
  const isDate = (format: number) => {
    const code = formats.get(format)
    return code === undefined ? builtInDates.some(([from, to]) => format >= from && format <= to) : isDateCode(code)
  }
  return new Set(used.flatMap((format, style) => (isDate(format) ? [style] : [])))
}

/** Formats that every workbook knows by their numbers, for days and times. */
const builtInDates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const

/** A format by its letters, without what it shows as it stands, and without colours, conditions and languages. */
function isDateCode(code: string): boolean {
  if (/\[(h+|m+|s+)\]/i.test(code)) return true
  const letters = code.replace(/\\.|"[^"]*"|\[[^\]]*\]|[*_]./g, '')
  return /[ydhs]|m{3}|a\/p|am\/pm/i.test(letters) && !/^(general|@)$/i.test(letters.trim())
}
