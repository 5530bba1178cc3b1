/**
 * Places of their own into which the shares of a rebuild are folded beside each other, before the read models
 * take them in.
 */
export interface SharePlaces {
  /** By what the engine opens it, as the place of a generation. */
  placeOf(index: number): string
  /** Takes what stands in a share's place, whose store was closed, into the read models. */
  absorb(index: number): Promise<void>
  /** Removes what stands in a share's place; nothing when there is nothing. */
  remove(index: number): Promise<void>
}
