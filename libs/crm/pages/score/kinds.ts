/** What rows are examples of, each once: columns name it by its place. */
export class Kinds<K extends object> {
  readonly all: K[] = []
  private readonly places = new Map<string, number>()

  placeOf(kind: K): number {
    const name = JSON.stringify(kind)
    const place = this.places.get(name) ?? this.all.push(kind) - 1
    this.places.set(name, place)
    return place
  }
}
