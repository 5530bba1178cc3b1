/** What one append can hold, as a command meets it: a refusal that says what to do, before the log is asked. */
import { describe, expect, it } from '@jest/globals'
import { sampleEvent, sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { refuseTooMuch } from './recording.js'

const frame = '{"text":""}'.length
const saying = (text: string) => ({ ...sampleEvent(), data: { text } })

describe('what is recorded in one piece', () => {
  it('has up to 30 facts', () => {
    expect(() => refuseTooMuch(sampleEvents(30))).not.toThrow()
    expect(() => refuseTooMuch(sampleEvents(31))).toThrow(expect.objectContaining({ code: 'too-much-at-once' }))
  })

  it('has up to 1 MB of data, counted in bytes', () => {
    const rest = 'a'.repeat(1_048_576 - 2 * frame - 200_000)
    const fitting = [saying('ä'.repeat(100_000)), saying(rest)]
    expect(() => refuseTooMuch(fitting)).not.toThrow()
    const tooLong = [saying('ä'.repeat(100_000)), saying(`${rest}a`)]
    expect(() => refuseTooMuch(tooLong)).toThrow(expect.objectContaining({ code: 'too-much-at-once' }))
  })
})
