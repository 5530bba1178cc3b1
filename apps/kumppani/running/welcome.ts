/** What a newcomer reads once the program runs. */
import { firstAdministrator, isUntouched } from '#operations'
import { demoMembers } from './demo-members.js'
import type { Program } from './program.js'

export async function printWelcome(program: Program): Promise<void> {
  const { url, issuer, installation } = program
  const lines = ['', `Kumppani runs at ${url}`, `  API documents  ${url}/api/docs`]
  const members = await demoMembers(installation, 'en')
  if (members.length > 0) {
    lines.push('  The demo group is simulated. Open the page in a browser and sign in as one of its members:')
    for (const { id, name, about } of members) lines.push(`    ${id.padEnd(10)} ${name.padEnd(24)} ${about}`)
    lines.push(`  A token for one of them:  npx kumppani token ${members[0]?.id}`)
  } else if (issuer && (await isUntouched(installation.log))) {
    const link = await issuer.linkFor(firstAdministrator)
    lines.push('  The group is empty. Sign in as its administrator, once and within 10 minutes:')
    lines.push(`    ${url}/#link=${link}`)
    lines.push(`  At any time:  npx kumppani token ${firstAdministrator}`)
  }
  lines.push('  Stop with Ctrl-C', '')
  process.stdout.write(`${lines.join('\n')}\n`)
}
