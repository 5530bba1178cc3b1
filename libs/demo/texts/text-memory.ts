/** What has been told to a customer: sentence parts come in turn, and nobody reads the same again within years. */

/** Days after which something may be said again. */
const soonest = 3 * 365
const dayMs = 86_400_000
const sentenceEnd = /(?<=[.!?]) /

export class TextMemory {
  /** Whether parts come in turn; else any of them may come. */
  inTurn = true
  private readonly parts = new Map<string, number>()
  private unsettled: string[] = []
  private readonly texts = new Set<string>()
  private readonly days = new Map<string, number[]>()

  /** Of these parts those that have come least often. */
  next<T>(parts: readonly T[]): readonly T[] {
    if (!this.inTurn) return parts
    const counts = parts.map((part) => this.countOf(part))
    const least = Math.min(...counts)
    return parts.filter((_, index) => counts[index] === least)
  }

  /** A part has been written. */
  count(part: string): void {
    this.parts.set(part, this.countOf(part) + 1)
    this.unsettled.push(part)
  }

  /** What has been counted stays. */
  settle(): void {
    this.unsettled = []
  }

  /** Takes back what has been counted since it was last settled, and answers it. */
  undo(): string[] {
    const undone = this.unsettled
    for (const part of undone) this.parts.set(part, this.countOf(part) - 1)
    this.unsettled = []
    return undone
  }

  /** Whether the very text has ever been told. */
  has(text: string): boolean {
    return this.texts.has(text)
  }

  /** How many sentences of a text have been told within years of that day. */
  staleIn(text: string, day: string): number {
    const moment = Date.parse(day) / dayMs
    return text
      .split(sentenceEnd)
      .filter((sentence) => this.days.get(sentence)?.some((told) => Math.abs(told - moment) < soonest)).length
  }

  /** From that day on it has been told. */
  tell(text: string, day: string): void {
    this.texts.add(text)
    for (const sentence of text.split(sentenceEnd)) {
      const days = this.days.get(sentence) ?? []
      days.push(Date.parse(day) / dayMs)
      this.days.set(sentence, days)
    }
  }

  private countOf(part: unknown): number {
    return typeof part === 'string' ? (this.parts.get(part) ?? 0) : 0
  }
}
