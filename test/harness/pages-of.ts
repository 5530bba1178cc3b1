/** A list from its first page to its last, as a client walks it. */

interface Page {
  next?: string
}

/**
 * Every page of a list, each asked for when the one before it has been looked at.
 * @param ask with nothing for the first page, then with the cursor to go on by
 */
export async function* pagesOf<P extends Page>(ask: (on: { cursor?: string }) => Promise<P>): AsyncGenerator<P> {
  let cursor: string | undefined
  do {
    const page: P = await ask(cursor === undefined ? {} : { cursor })
    yield page
    cursor = page.next
  } while (cursor !== undefined)
}
