/** A member who sends requests one after another or many at once, and says how long each answer took. */

export interface CallerOf {
  url: string
  token: string
}

export interface Answered {
  status: number
  bytes: number
  tookMs: number
  /** What was answered, as far as its beginning tells. */
  text: string
}

const patienceMs = 60_000
const shownCharacters = 300

/** 0 for the status of one that was hung up, or never answered. */
export async function call(
  { url, token }: CallerOf,
  path: string,
  {
    body,
    type = 'application/json',
    hangUpMs = patienceMs,
  }: { body?: string | Buffer; type?: string; hangUpMs?: number } = {},
): Promise<Answered> {
  const begun = performance.now()
  const tookMs = () => performance.now() - begun
  const sent = body !== undefined && { method: 'POST', body, headers: { 'content-type': type } }
  const headers = {
    authorization: `Bearer ${token}`,
    ...(sent && { ...sent.headers, 'idempotency-key': crypto.randomUUID() }),
  }
  try {
    const signal = AbortSignal.timeout(hangUpMs)
    const answer = await fetch(`${url}/api/v1${path}`, { ...sent, headers, signal })
    const text = await answer.text()
    const bytes = Buffer.byteLength(text)
    return { status: answer.status, bytes, tookMs: tookMs(), text: text.slice(0, shownCharacters) }
  } catch (error) {
    if ((error as Error).name !== 'TimeoutError' && !(error instanceof TypeError)) throw error
    return { status: 0, bytes: 0, tookMs: tookMs(), text: String(error) }
  }
}
