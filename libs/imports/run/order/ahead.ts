/** Looks for the next while the one before is worked on. */
export async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    for (let next = items.next(); ; ) {
      const { done, value } = await next
      if (done) return
      next = items.next()
      // Whether it failed is asked once its turn comes.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    await items.return(undefined)
  }
}
