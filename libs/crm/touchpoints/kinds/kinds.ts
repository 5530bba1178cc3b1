/** The one list of touchpoint kinds. */

import type { Encounter } from '../encounter.events.js'
import type { TouchpointKind } from './define-kind.js'
import { email } from './email.kind.js'
import { meeting } from './meeting.kind.js'
import { note } from './note.kind.js'
import { phoneCall } from './phone-call.kind.js'
import { privateNote } from './private-note.kind.js'
import { visit } from './visit.kind.js'

export const kinds: readonly TouchpointKind<Encounter>[] = [meeting, visit, phoneCall, email, note, privateNote]
