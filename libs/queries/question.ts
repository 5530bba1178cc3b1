/** What is asked of the read side, and what it answers. */
import type { OpenedValues, Position, Viewer } from '#kernel'
import type { FileRows } from './shown/file-rows.js'

/** A moment as a reader states it. */
export interface AskedMoment {
  /** ISO instant, or a day that includes all of itself. */
  asOf?: string
  /** ISO instant, day, or a position as a decimal string. */
  knownAt?: string
}

/** A list as a file. */
export interface AskedFile {
  /** Which columns, in this order; all that say something to a reader unless told. */
  columns?: readonly string[]
}

export interface Question {
  page: string
  viewer: Viewer
  /** ISO 639-1, in which whoever asks wishes to read; their own unless told. */
  language?: string
  params: Record<string, string>
  /** As asked; checked against the class of what may be asked before it is answered. */
  query: object
  moment?: AskedMoment
  /** Position of an event that the answer must show, if it is of what is asked about. */
  after?: Position
  /** Why an auditor opens personal data. */
  reason?: string
  /** As a person reads it: words instead of codes, amounts in their currency. */
  inWords?: boolean
  /** Handed out as a whole, in words: on record as an export, whatever is in it. */
  file?: AskedFile
  /** Position of the last change of references that whoever asks has seen: the answer goes by it as well. */
  references?: Position
}

export interface Answer {
  readonly body: object
  /** All rows of a list that is asked for as a file; the body is then empty. */
  file?: FileRows
  /** The body as JSON in UTF-8, where it was written already. */
  json?: Uint8Array
  /** Position the answer stands for. */
  position: Position
  /** The instants the moment was resolved to; absent for the present. */
  moment?: { asOf?: string; knownAt?: Position }
  /** Position at which what the answer is about cannot be read further. */
  stoppedAt?: Position
}

/** An answer that is not given yet. */
export interface AnswerDraft<T> {
  answer: T
  /** Goes on record before the answer is given; absent where no personal values are opened in it. */
  opened?: OpenedValues
}

/** An answer on its way to another thread: written there once, it need not be taken apart and put together. */
export type WrittenAnswer = Omit<Answer, 'body'> & { json: Uint8Array }

const utf8 = { in: new TextDecoder(), out: new TextEncoder() }

export const writtenOf = ({ body, ...answer }: Answer): WrittenAnswer => ({
  ...answer,
  json: utf8.out.encode(JSON.stringify(body)),
})

/** The answer; its body is read only where somebody asks for it. */
export const readBack = (answer: WrittenAnswer): Answer => ({
  ...answer,
  get body() {
    return JSON.parse(utf8.in.decode(answer.json)) as object
  },
})

/** The body as JSON in UTF-8. What another thread wrote is not read for it. */
export function jsonOf(answer: Answer): Buffer {
  if (answer.json === undefined) return Buffer.from(JSON.stringify(answer.body))
  const { buffer, byteOffset, byteLength } = answer.json
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** Something changed that the viewer may see. */
export interface Change {
  position: Position
  /** `customer:<id>` or `contact:<id>`. */
  partitions: string[]
}
