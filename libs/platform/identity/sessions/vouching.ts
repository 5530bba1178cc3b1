/** Who vouches for whoever has a session, and what of that is kept. */

/** An issuer's word for somebody. What it says is for this process and its issuer alone. */
export interface IssuersWord {
  /** As the issuer names it. */
  subject: string
  /** Asks the issuer again; absent where the session ends with what it said once. */
  renewal?: string
  /** By which the issuer knows the session that it has itself. */
  idToken?: string
}

export interface Vouched {
  word: IssuersWord
  /** Milliseconds for which the word is good; for as long as the session lives where it is left out. */
  goodForMs?: number
}

export interface SessionIssuer {
  /** Of two issuers none takes the other's word. */
  readonly name: string
  /**
   * Asks whether it still vouches.
   * @throws VouchesNoLonger; any other error is one of the moment
   */
  renew?(word: IssuersWord): Promise<Vouched>
  /** Tells it that the session has ended. @returns where the browser can end its session with the issuer as well */
  signOut?(word: IssuersWord): Promise<string | undefined>
}

/** The issuer vouches no longer. */
export class VouchesNoLonger extends Error {}
