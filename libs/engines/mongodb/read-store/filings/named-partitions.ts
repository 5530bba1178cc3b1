/** Partitions that are known to have been named in the database: only who writes there needs to know, and it may forget. */
const most = 50_000

export class NamedPartitions {
  private readonly named = new Set<string>()

  missing(partitions: Iterable<string>): Set<string> {
    return new Set(partitions).difference(this.named)
  }

  /** Once it is written. */
  add(partitions: Iterable<string>): void {
    if (this.named.size >= most) this.forget()
    for (const partition of partitions) this.named.add(partition)
  }

  /** What was written may have been taken back. */
  forget(): void {
    this.named.clear()
  }
}
