/**
 * Readable ids of a source's records, each of one record alone: where two keys would be called the same, of one source or
 * of two, the one that comes later gets a suffix. A record that is there keeps its id.
 */
import type { Whereabouts } from '../run/steps/whereabouts.js'

export interface ReadableIdAsked {
  target: string
  /** Of the record that is to be called so. */
  mark: string
  plain: string
  /** Tells it apart. */
  suffix: string
}

export class ReadableIds {
  /** Stream → the mark of the record that is called so. */
  private readonly taken = new Map<string, string>()
  private readonly chosen = new Map<string, string>()
  private isSettled = false

  constructor(private readonly whereabouts: Pick<Whereabouts, 'streamsOf' | 'marksOn' | 'isOfOthers'>) {}

  /** From here on nothing is called anew: a key of no record names what is there under its plain id. */
  settle(): void {
    this.isSettled = true
  }

  idOf({ target, mark, plain, suffix }: ReadableIdAsked): string {
    const known = this.chosen.get(mark) ?? this.idThere(target, mark)
    if (known !== undefined) return known
    const stream = `${target}-${plain}`
    const others = [...this.whereabouts.marksOn(stream), this.taken.get(stream)].filter((other) => other !== undefined)
    const isOurs = others.every((other) => other === mark)
    if (this.isSettled) return isOurs ? plain : `${plain}-${suffix}`
    const id = isOurs && !this.whereabouts.isOfOthers(stream) ? plain : `${plain}-${suffix}`
    this.taken.set(`${target}-${id}`, mark)
    this.chosen.set(mark, id)
    return id
  }

  private idThere(target: string, mark: string): string | undefined {
    const stream = this.whereabouts.streamsOf(mark).find((one) => one.startsWith(`${target}-`))
    return stream?.slice(target.length + 1)
  }
}
