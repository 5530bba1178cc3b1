/**
 * Reads a CSV file as a stream of records. A quote out of place ends the reading, because nobody can
 * say where the rows after it begin.
 */
import { CsvError, type InfoRecord, type Options, type Parser, parse } from 'csv-parse'
import { FileFault, type ProblemCode } from '../problem.js'
import { decodedText } from './decode.js'
import { fileTableOf, type RawRecord } from './rows.js'
import type { Dialect, FileTable, ImportFile } from './table.js'

/** Longest row, in characters: an unclosed quote is noticed here at the latest. */
const maxRowLength = 1_000_000

export const openCsv = (file: ImportFile, dialect: Dialect): Promise<FileTable> =>
  fileTableOf({ file: file.name, dialect, records: records(file, dialect) })

async function* records(file: ImportFile, dialect: Dialect): AsyncGenerator<RawRecord[]> {
  const batch = new Batch(file.name, dialect)
  for await (const text of decodedText(file, dialect.encoding)) {
    const fault = await batch.push(text)
    yield batch.take()
    if (fault) throw fault
  }
  const fault = await batch.finish()
  yield batch.take()
  if (fault) throw fault
}

/** One parser, emptied after each piece of text, so that rows before a fault are still delivered. */
class Batch {
  private readonly parser: Parser
  private found: RawRecord[] = []
  private nextLine = 1
  /** That the parser has passed over. */
  private emptyLines = 0

  constructor(
    private readonly file: string,
    { delimiter, quote }: Dialect,
  ) {
    this.parser = parse({
      delimiter,
      quote: quote || null,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maxRowLength,
      on_record: (cells, info) => this.keep(cells as unknown as string[], info),
    } satisfies Options)
    this.parser.resume()
  }

  push(text: string): Promise<FileFault | undefined> {
    return this.settled((done) => this.parser.write(text, done))
  }

  finish(): Promise<FileFault | undefined> {
    return this.settled((done) => this.parser.end(done))
  }

  take(): RawRecord[] {
    const taken = this.found
    this.found = []
    return taken
  }

  private keep(cells: string[], at: Passed): null {
    this.found.push({ line: this.begin(at), cells })
    this.nextLine = at.lines + 1
    this.emptyLines = at.empty_lines
    return null
  }

  /** The line on which what stands here begins. */
  private begin({ empty_lines: emptyLines }: Pick<Passed, 'empty_lines'>): number {
    return this.nextLine + emptyLines - this.emptyLines
  }

  private settled(step: (done: (error?: Error | null) => void) => void): Promise<FileFault | undefined> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => (error instanceof CsvError ? resolve(this.fault(error)) : reject(error))
      this.parser.once('error', fail)
      step((error) => {
        if (error) return fail(error)
        this.parser.off('error', fail)
        resolve(undefined)
      })
    })
  }

  private fault({ code, empty_lines: empty }: CsvError): FileFault {
    const [problem, what] = faults[code] ?? (['malformed-quotes', 'a quote stands where none can'] as const)
    const sentence = `${what}; the file cannot be read beyond the row that begins here`
    const line = this.begin({ empty_lines: Number(empty ?? this.emptyLines) })
    return new FileFault({ file: this.file, line, code: problem, sentence })
  }
}

/** Lines up to the end of a record, and how many of them were empty. */
type Passed = Pick<InfoRecord, 'lines' | 'empty_lines'>

const faults: Partial<Record<string, readonly [ProblemCode, string]>> = {
  CSV_QUOTE_NOT_CLOSED: ['malformed-quotes', 'a quote is opened and never closed: the file may be cut short'],
  CSV_MAX_RECORD_SIZE: ['row-too-long', 'the row is longer than a million characters: a quote may be missing'],
}
