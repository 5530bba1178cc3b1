/**
 * The port to the files of imports, while they are needed: what was sent, and rows to correct. What is put here is
 * sealed already, so that it may be kept anywhere; one process may put it and another read it.
 */
export interface ImportFiles {
  /**
   * Keeps a file, whole or not at all: nobody sees it before it is whole and durable. It takes the place of one
   * of that name; of two that are written at once either stays, whole.
   * @param owner id of an import or an upload: letters, digits, `-` and `_`
   * @param name printable ASCII without `/`, at most 200 characters, none of them first a `.`
   * @throws what `content` throws; then nothing is kept, and what stood there still does
   */
  write(owner: string, name: string, content: AsyncIterable<Uint8Array>): Promise<void>
  /** The bytes from the start, in pieces of any size. @throws Error when there is no such file */
  read(owner: string, name: string): AsyncIterable<Uint8Array>
  /** Names of the files of an owner, sorted; none when there are none. */
  names(owner: string): Promise<string[]>
  /** Everybody who has files, in no promised order; perhaps also who had some. */
  owners(): Promise<string[]>
  /** When a file of an owner was last put here, or later, in milliseconds since 1970; 0 when there never was one. */
  touchedAt(owner: string): Promise<number>
  /** Removes all files of an owner. */
  remove(owner: string): Promise<void>
  /** Removes these, and leaves the others, also those that are being written. Names without a file are passed over. */
  removeOnly(owner: string, names: readonly string[]): Promise<void>
  close(): Promise<void>
}
