/**
 * The port to sessions of browsers: each is kept under a name that is made of its cookie, and sealed by what its cookie
 * says, so that whoever keeps sessions can neither use nor read one. When one ends is told by the clock of whoever keeps
 * them, since those of processes differ.
 */

export interface NewSession {
  /** Opaque to whoever keeps it; base64url. */
  sealed: string
  /** How long it lives that nobody uses, and how long however much it is used, in milliseconds. */
  idleMs: number
  longestMs: number
  /** How long what is sealed is good for, in milliseconds; for as long as the session lives where it is left out. */
  goodForMs?: number
}

export interface KeptSession {
  sealed: string
  /** Milliseconds until it ends however much it is used; more than 0. */
  endsInMs: number
  /** Milliseconds for which what is sealed is good; 0 or less: it is to be renewed. Absent as in `NewSession`. */
  goodForMs?: number
}

/** Of several that find the same session to be renewed, one renews it. */
export interface Renewal {
  name: string
  /** By which it is told apart from the next one. */
  by: string
  /** What is to be renewed. */
  sealed: string
}

export interface KeptSessions {
  /** Kept when this resolves. */
  begin(name: string, session: NewSession): Promise<void>
  /**
   * Undefined where there is none, or none any more.
   * @param usage.isUse whether somebody uses it by that: its idle time begins anew, give or take a hundredth of it
   */
  find(name: string, usage: { isUse: boolean }): Promise<KeptSession | undefined>
  /**
   * For whoever renews it, for `termMs` at most; undefined where what is sealed is good, somebody else renews it, or
   * there is none.
   */
  takeRenewal(name: string, termMs: number): Promise<Renewal | undefined>
  /** Puts what it comes to in its place; false where the session has ended, or the term had passed and another renews it. */
  renewed(renewal: Renewal, fresh: Pick<NewSession, 'sealed' | 'goodForMs'>): Promise<boolean>
  /** It comes to nothing now: whoever is next may try. */
  giveUpRenewal(renewal: Renewal): Promise<void>
  /** Ends it for everybody. @returns what was sealed; undefined where there is none */
  end(name: string): Promise<string | undefined>
  close(): Promise<void>
}
