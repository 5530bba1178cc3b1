/** The command line as a process: what people read, what programs get, and the line and code of what cannot be done. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { command, RunningProgram } from './running-program.js'

const startMs = 30_000

let program: RunningProgram
let scratch: string
let customer: string

beforeAll(async () => {
  program = await RunningProgram.start()
  scratch = mkdtempSync(join(tmpdir(), 'kumppani-cli-'))
  await program.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'en' })
  await program.member('aino', 'fi', 'member')
  await program.member('eero', 'fi', 'manager')
  customer = String((await program.write('/customers', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id)
  const opened = await program.write(
    '/opportunities',
    {
      customer,
      unit: 'fi',
      name: 'Cold room',
      profile: 'product-sale',
      stage: 'engaging',
      value: { amountMinor: 8150684, currency: 'EUR' },
    },
    { as: 'aino' },
  )
  await program.write(`/opportunities/${opened.id}/win`, {}, { as: 'aino' })
}, startMs)

afterAll(async () => {
  await program.discard()
  rmSync(scratch, { recursive: true, force: true })
})

const kumppani = (...args: string[]) => command(program.folder, args)
const inScratch = (name: string) => join(scratch, name)

function file(name: string, content: string): string {
  writeFileSync(inScratch(name), content)
  return inScratch(name)
}

describe('amounts', () => {
  it('are in their currency for people, and in minor units for programs', async () => {
    const { out } = await kumppani('metric', 'won-revenue', '--by', 'unit', '--as', 'aino')
    expect(out).toMatch(/^ +FI +€81,506\.84$/m)
    const { out: json } = await kumppani('metric', 'won-revenue', '--by', 'unit', '--as', 'aino', '--json')
    expect(JSON.parse(json).figures).toEqual([{ unit: 'fi', value: 8150684 }])
  })

  it('of fields in minor units are in the currency of the group', async () => {
    const { out } = await kumppani('view', 'customer', customer, '--as', 'aino')
    expect(out).toContain('boughtGroup: €81,506.84')
    expect(out).not.toMatch(/Minor:/)
  })
})

describe('a moment', () => {
  it('may be said as any other parameter is', async () => {
    const past = await kumppani('view', 'customer', customer, '--as', 'aino', '--as-of', '2001-02-03')
    expect(await kumppani('view', 'customer', customer, '--as', 'aino', '--where', 'asOf=2001-02-03')).toEqual(past)
    const soon = await kumppani('view', 'customer', customer, '--as', 'aino', '--where', 'asOf=soon')
    expect([soon.code, soon.err]).toEqual([8, expect.stringContaining('asOf')])
  })
})

describe('without a group', () => {
  it.each([['verify'], ['token', 'aino'], ['find', 'Hotelli']])('%s founds none', async (...args) => {
    const nowhere = inScratch('typo')
    const { code, err } = await command(nowhere, args)
    expect([code, err]).toEqual([3, expect.stringContaining(`there is no group in ${nowhere}`)])
    expect(err).toContain('KUMPPANI_DATA')
    expect(existsSync(nowhere)).toBe(false)
  })
})

describe('what cannot be done', () => {
  it.each([
    [['find', 'x', '--as', 'nobody'], 8, 'there is no member nobody'],
    [['token', 'nobody'], 8, 'there is no member nobody'],
    [['metric', 'touchpoint', '--as', 'aino'], 2, 'there is no metric touchpoint; there are: active-customers, '],
    [['timeline', 'nosuch'], 8, '(acting as admin; say --as <member> for another)'],
    [['imports', '../customers', '--as', 'eero'], 8, 'There is no such record'],
    [['imports', '..', '--as', 'eero'], 2, '".." is no id'],
    [['metric', 'touchpoints', '--from', 'May', '--as', 'aino'], 8, '\n  from is not a day like 2026-03-01'],
    [['find'], 2, 'kumppani: <text> is missing; see kumppani find --help\n'],
    [['find', 'x', 'y'], 2, 'kumppani: there are too many arguments; '],
    [['find', 'x', '--jason'], 2, 'kumppani: there is no option --jason; kumppani find --help lists those there are ('],
    [
      ['fnid', 'x'],
      2,
      'kumppani: there is no command fnid; kumppani --help lists those there are (did you mean find?)\n',
    ],
    [['undo', 'x'], 2, 'kumppani: --because <text> is needed; '],
    [['metric', 'touchpoints', '--from'], 2, 'kumppani: --from <day> is without its value; '],
    [['keys', 'rewrap', '--all'], 2, 'kumppani: there is no option --all; '],
  ])('%j is said in a line', async (args, exitCode, line) => {
    const { code, err, out } = await kumppani(...args)
    expect([code, err]).toEqual([exitCode, expect.stringContaining(line)])
    expect(err).not.toMatch(/^ +at /m)
    expect(out).toBe('')
  })

  it('is a problem for programs', async () => {
    const { err } = await kumppani('find', 'x', '--as', 'nobody', '--json')
    expect(JSON.parse(err)).toMatchObject({ code: 'subject-unknown', detail: 'there is no member nobody' })
    const unread = await kumppani('find', '--json')
    expect([unread.code, JSON.parse(unread.err).code]).toEqual([2, 'usage'])
  })
})

it('hands out a token for the first administrator unless told for whom', async () => {
  const { out } = await kumppani('token', '--json')
  expect(JSON.parse(out)).toMatchObject({ member: 'admin' })
})

describe('an import', () => {
  const mapping = `kumppani-mapping: 1
source: trial
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    writes: all-or-nothing
    records: [{ target: customer, key: "no", at: before, fields: { name: name, country: country } }]
`
  const sent = () => [
    file('trial.yaml', mapping),
    `customers=${file('customers.csv', 'no,name,country\n1,Isdom,Narnia\n')}`,
  ]

  it('begins with a draft, which is a mapping already', async () => {
    const customers = file('customers.csv', 'no,name,country\n1,Isdom,NO\n')
    const { code, out } = await kumppani('import', '--draft', customers)
    expect([code, out]).toEqual([0, expect.stringContaining('customers: { name: "customers.csv"')])
    const looked = await kumppani(
      'import',
      file('draft.yaml', out),
      `customers=${customers}`,
      '--preview',
      '--as',
      'eero',
    )
    expect(looked.out).toContain('rows: 1')
    const torn = await kumppani('import', '--draft', file('torn.csv', 'no,name\n1,"Isdom\n'))
    expect([torn.code, torn.err]).toEqual([2, expect.stringContaining('torn.csv:2: a quote is opened')])
  })

  it.each([
    [['extra=customers.csv'], 'has no file extra; it has: customers'],
    [['customers=customers.csv'], 'the file customers is given twice'],
    [['--only', 'nosuch'], 'has no file nosuch; it has: customers'],
  ])('with %j is refused before anything is sent', async (more, line) => {
    sent()
    const args = more.map((each) => each.replace('=', `=${scratch}/`))
    const { code, err } = await kumppani('import', ...sent(), ...args, '--as', 'eero')
    expect([code, err]).toEqual([2, expect.stringContaining(line)])
  })

  it('of a folder is refused', async () => {
    const { code, err } = await kumppani('import', sent()[0] ?? '', `customers=${scratch}`, '--as', 'eero')
    expect([code, err]).toEqual([2, `kumppani: ${scratch} is no file\n`])
  })

  it('looked ahead to shows totals and where the files are to be mended', async () => {
    const { out } = await kumppani('import', ...sent(), '--preview', '--as', 'eero')
    expect(out).toMatch(/refusedRows: 1/)
    expect(out).toMatch(/file +line +column +code +sentence/)
    expect(out).toMatch(/customers\.csv +2 +country/)
    expect(out).not.toContain('samples')
  })

  it('that stops ends with another code than 0', async () => {
    const [used = ''] = sent()
    const torn = file('torn.csv', 'no,name,country\n1,"Isdom,FI\n')
    const { code, out } = await kumppani('import', used, `customers=${torn}`, '--preview', '--as', 'eero')
    expect([code, out]).toEqual([8, expect.stringContaining('stopped:')])
  })

  it('of which nothing is recorded says so by its code, and hands back the rows beside those of before', async () => {
    const refused = inScratch('a/folder')
    for (const number of [1, 2]) {
      const { code, err, out } = await kumppani('import', ...sent(), '--errors', refused, '--as', 'eero')
      expect([code, out]).toEqual([8, expect.stringContaining('refused: 1')])
      expect(err).toMatch(/^import \w+ \(acting as eero\)$/m)
      expect(readdirSync(refused)).toHaveLength(number)
    }
    expect(readdirSync(refused)).toEqual(['customers-2.csv', 'customers.csv'])
    expect(readFileSync(join(refused, 'customers-2.csv'), 'utf8')).toContain('Narnia')
  })

  it('whose rows cannot be handed back is not begun', async () => {
    const { code, err } = await kumppani('import', ...sent(), '--errors', sent()[0] ?? '', '--as', 'eero')
    expect([code, err]).toEqual([2, expect.stringContaining('refused rows cannot be put into')])
    expect(err).not.toContain('import ')
  })
})

describe('to a member who reads Finnish', () => {
  const mapping = `kumppani-mapping: 1
source: suomeksi
files: { customers: { name: asiakkaat.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, country: country } }]
`
  const sent = () => [
    file('suomeksi.yaml', mapping),
    `customers=${file('asiakkaat.csv', 'no,name,country\n1,Isdom,Narnia\n2,Hotelli Kuura,FI\n')}`,
  ]
  const finnish = (...args: string[]) => kumppani(...args, '--as', 'vilja')
  let imported: string

  beforeAll(async () => {
    await program.write('/members/vilja', { name: 'Vilja', function: 'sales', unit: 'fi', language: 'fi' })
    for (const role of [{ role: 'manager', unit: 'fi' }, { role: 'steward' }, { role: 'admin' }])
      await program.write('/members/vilja/roles', role)
  })

  it('an import tells how it went in Finnish', async () => {
    const { out, err } = await finnish('import', ...sent(), '--errors', inScratch('hylatyt'))
    expect(out).toContain('state: valmis')
    expect(err).toMatch(/^tuonti \w+ \(käyttäjänä vilja\)\nhylätyt rivit: /)
    imported = /^import: (\w+)$/m.exec(out)?.[1] ?? ''
    const { out: left } = await finnish('imports', imported)
    expect(left).toContain('state: valmis')
    expect(left).toMatch(/^ +kyllä +2 +asiakkaat\.csv +country +väärä muoto$/m)
  })

  it('a look ahead says in Finnish what would become of the rows', async () => {
    const { out } = await finnish('import', ...sent(), '--preview')
    expect(out).toMatch(/asiakkaat\.csv +2 +asiakas /)
    expect(out).toMatch(/^ +asiakas: 2$/m)
    expect(out).toContain('väärä muoto')
    expect(out).not.toContain('wrong-form')
  })

  it('a record of another system is found with what it is in Finnish', async () => {
    expect((await finnish('find', '1', '--json')).out).toContain('"target": "customer"')
    expect((await finnish('find', '1')).out).toMatch(/suomeksi +asiakas /)
  })

  it('an undo says in Finnish what it took back', async () => {
    const { out } = await finnish('undo', imported, '--because', 'Koe.')
    expect(out).toMatch(/Asiakas rekisteröity +Hotelli Kuura/)
  })

  it.each([
    [['import', 'nosuch.yaml', 'x=y.csv'], 'tiedostoa nosuch.yaml ei ole'],
    [['undo', '--because', 'Koe.'], 'nimeä tuonti, tai lähde'],
    [['undo', 'nosuch', '--because', 'Koe.'], 'Tällaista tietuetta ei ole'],
    [['undo', '--source', 'nosuch', '--because', 'Koe.'], 'lähteestä nosuch ei ole tuotu mitään'],
    [['erase', 'nosuch', '--grounds', 'asked'], 'Tällaista yhteyshenkilöä ei ole'],
    [['erase', 'nosuch', '--grounds', 'asked'], '(toimitaan käyttäjänä vilja; '],
    [['retry', 'customer:nosuch'], 'ei ole pysäytetty'],
    [['metric', 'nosuch'], 'mittaria nosuch ei ole; mittarit ovat: active-customers, '],
    [['view', 'nosuch'], 'sivua nosuch ei ole; sivut ovat: '],
    [['find'], '<text> puuttuu; katso kumppani find --help'],
    [['find', 'x', '--jason'], 'valitsinta --jason ei ole; '],
  ])('%j is refused in Finnish', async (args, said) => {
    expect((await finnish(...args)).err).toContain(said)
  })

  it('a backup that cannot be written, or put back, is told in Finnish', async () => {
    const within = await finnish('backup', join(program.folder, 'kopio'))
    expect(within.err).toContain('kopio on käytössä oleva datakansio tai sen sisällä; nimeä toinen')
    const restore = (from: string) => command(inScratch('uusi'), ['restore', from, '--language', 'fi'])
    expect((await restore(inScratch('nosuch'))).err).toContain('data.db puuttuu: varmuuskopio on kaksi tiedostoa')
    const backup = inScratch('varmuuskopio')
    expect((await finnish('backup', backup)).code).toBe(0)
    expect((await finnish('backup', backup)).err).toContain('data.db on jo olemassa; nimeä uusi')
    writeFileSync(join(backup, 'data.db'), 'no database at all, though as long as the head of one would be'.repeat(20))
    const torn = await restore(backup)
    expect(torn.err).toMatch(/^kumppani: Tapahtumaloki \S+varmuuskopio\/data\.db ei ole tietokanta\. /)
    expect(torn.err).toContain('tai tiedosto on vioittunut. Mitään ei korvattu\n')
  })

  it('a file that is not as it must be is told in Finnish where it is drafted from', async () => {
    const torn = await finnish('import', '--draft', file('torn.csv', 'no,name\n1,"Isdom\n'))
    expect(torn.err).toMatch(/^kumppani: torn\.csv:2: (?!a quote)/)
  })

  it('another language may be asked for, of those that there are', async () => {
    const swedish = await finnish('undo', '--because', 'Koe.', '--language', 'sv')
    expect(swedish.err).toContain('ange en import')
    for (const args of [['imports'], ['undo', '--because', 'Koe.'], ['restore', scratch]]) {
      const { code, err } = await kumppani(...args, '--language', 'xx')
      expect([code, err]).toEqual([2, 'kumppani: there is no language "xx"; there are: en, fi, sv, de, nb\n'])
    }
    const { err } = await finnish('view', 'customer', customer, '--where', 'language=xx')
    expect(err).toBe('kumppani: kieltä ”xx” ei ole; kielet ovat: en, fi, sv, de, nb\n')
  })
})

describe('an undo', () => {
  const mapping = (extra = '') => `kumppani-mapping: 1
source: erp
formats: { currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name${extra} } }]
  - file: deals
    records:
      - target: opportunity
        key: id
        at: before
        fields: { customer: customer, unit: { constant: fi }, name: id, profile: { constant: product-sale }, stage: { constant: engaging } }
`
  const importing = async (extra = '', city = '') => {
    const { code } = await kumppani(
      'import',
      file('erp.yaml', mapping(extra)),
      `customers=${file('customers.csv', `no,name,city\n1,Salin Keittiöt,${city}\n`)}`,
      `deals=${file('deals.csv', 'id,customer\nOrder 10249,1\n')}`,
      '--as',
      'eero',
    )
    expect(code).toBe(0)
  }

  it('of a source goes through its imports, the newest first, and says by name what stays and why', async () => {
    await importing()
    await importing(', city: city', 'Turku')
    const { body } = await program.ask('/search?text=10249', { as: 'aino' })
    const { rows } = body.opportunities as unknown as { rows: { id: string }[] }
    const id = rows[0]?.id
    await program.write(`/opportunities/${id}`, { probability: { is: 40 } }, { as: 'aino', method: 'PATCH' })
    const { out, code } = await kumppani('undo', '--source', 'erp', '--because', 'A trial.', '--as', 'eero')
    expect(code).toBe(0)
    expect(out).toMatch(/Order 10249 +Salin Keittiöt +because .+ has built on it since: Opportunity changed/)
    expect(out).toMatch(/Customer details changed +Salin Keittiöt +city/)
    expect(out).not.toMatch(/opportunity-[a-z0-9]{16}/)
    const again = await kumppani('undo', '--source', 'erp', '--because', 'A trial.', '--as', 'eero')
    expect(again.out.match(/Order 10249 +Salin/g)).toHaveLength(1)
  })

  it('of a source that there is not is refused', async () => {
    const { code, err } = await kumppani('undo', '--source', 'nosuch', '--because', 'A trial.', '--as', 'eero')
    expect([code, err]).toEqual([2, expect.stringContaining('nothing was imported from a source called nosuch')])
  })
})

describe('the contracts of what is published', () => {
  it('are listed, and written as files, where there is no group', async () => {
    const listed = await command(inScratch('nobody'), ['stream', 'schemas'])
    expect(listed).toMatchObject({ code: 0, err: '' })
    expect(listed.out).toMatch(/^ *opportunity\.lost\.v1 +urn:kumppani:event:opportunity\.lost:v1$/m)
    const written = await command(inScratch('nobody'), ['stream', 'schemas', '--to', inScratch('contracts'), '--json'])
    const files = readdirSync(inScratch('contracts'))
    expect(JSON.parse(written.out)).toEqual({ written: files.length, to: inScratch('contracts') })
    for (const file of files) {
      const content = JSON.parse(readFileSync(join(inScratch('contracts'), file), 'utf8')) as object
      if (file === 'asyncapi.json') expect(content).toMatchObject({ asyncapi: '3.0.0' })
      else expect(content).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    }
  })

  it('are written into a folder, and nowhere else', async () => {
    const refused = await command(inScratch('nobody'), ['stream', 'schemas', '--to', file('a-file', 'x')])
    expect([refused.code !== 0, refused.err]).toEqual([true, expect.stringContaining('a-file')])
  })
})
