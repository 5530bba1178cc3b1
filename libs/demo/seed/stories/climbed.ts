/** A hotel that nobody knew becomes, over ten years, a customer that plans its kitchens together with us. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { nominate } from '../work/relationships/leading.js'
import { moveStage } from '../work/relationships/stages.js'
import { learnOfProject } from '../work/sales/projects.js'
import { makePromise } from '../work/sales/promising.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, decide, keepInTouch, planAhead } from './telling.js'

export function tellOfClimb(world: World): void {
  const hotel = relation(world, storied.climbed, 'fi-foodservice')
  const day = (years: number) => dayAt(world, years)
  keepInTouch(world, hotel, { from: day(0.05), to: day(1.6), every: 55 })
  const heard = 'Keittiömestari kertoi tarpeista ja pyysi tarjousta.'
  moveStage(world, hotel, { to: 'exploratory', day: day(1.62), why: heard })
  sell(world, hotel, {
    ...{ day: day(1.7), outcome: 'lost', days: 90, parcel: [['HA-CR20', 1]] },
    ...{ reason: 'relationship', to: 'Hyytävä Oy', why: 'Tunsivat vanhan toimittajansa paremmin kuin meidät.' },
  })
  keepInTouch(world, hotel, { from: day(1.65), to: day(2.9), every: 30 })
  const open = 'Lyhyt toimitusaika, ja keittiö sai olla auki koko ajan.'
  sell(world, hotel, { day: day(2.55), outcome: 'won', days: 70, parcel: [['HA-CT03', 2]], why: open })
  const first = 'Ensimmäinen tilaus, kaksi kylmävetolaatikostoa, on toimitettu ja maksettu.'
  moveStage(world, hotel, { to: 'basic', day: day(2.95), why: first })
  becomeClose(world)
}

function becomeClose(world: World): void {
  const hotel = relation(world, storied.climbed, 'fi-foodservice')
  const day = (years: number) => dayAt(world, years)
  decide(world, hotel, { on: day(3), command: 'setTarget', body: { stage: 'cooperative', by: day(5.5) } })
  makePromise(world, { relation: hotel, member: hotel.owner, day: day(3.2) }, 'kept')
  keepInTouch(world, hotel, { from: day(3), to: day(5.1), every: 20 })
  sell(world, hotel, { day: day(3.6), outcome: 'won', days: 50, parcel: [['HA-UC07', 2]] })
  const buffet = [['HA-SB15', 1] as const, ['HA-HC12', 1] as const]
  sell(world, hotel, { day: day(4.3), outcome: 'won', days: 60, parcel: buffet })
  sell(world, hotel, { day: day(4.8), outcome: 'won', days: 40, parcel: [['HA-SA01', 12]] })
  const regular = 'Tilauksia tulee säännöllisesti, ja hotellia hoitaa jo moni meistä.'
  moveStage(world, hotel, { to: 'cooperative', day: day(5.2), why: regular })
  keepInTouch(world, hotel, { from: day(5.25), to: day(7.9), every: 14, mood: 'good' })
  sell(world, hotel, { day: day(5.8), outcome: 'won', days: 60, parcel: [['HA-BC10', 1]] })
  const breakfast = [['HA-CR20', 1] as const, ['HA-CT03', 2] as const, ['HA-HC12', 1] as const]
  learnOfProject(world, hotel, { day: day(6.4), decision: 'ours', parcel: breakfast })
  nominate(world, hotel, { day: day(7.6), why: 'Ostaa säännöllisesti ja on hyvä referenssi muille hotelleille.' })
  const main = 'Olemme kylmälaitteiden päätoimittaja, ja johto tapaa johtoa.'
  moveStage(world, hotel, { to: 'interdependent', day: day(8), why: main })
  decide(world, hotel, { on: day(8.1), command: 'setTarget', body: { stage: 'integrated', by: day(11) } })
  const monitoring = [['KR-TS01', 20] as const, ['KR-GW01', 2] as const, ['KR-MS10', 24] as const]
  sell(world, hotel, { day: day(8.4), outcome: 'won', days: 60, parcel: monitoring })
  keepInTouch(world, hotel, { from: day(8.05), to: day(9.97), every: 10, mood: 'good' })
  sell(world, hotel, { day: day(9.2), outcome: 'won', days: 50, parcel: [['HA-UF07', 3]] })
  const rooms = [['HA-CR20', 1] as const, ['HA-FR12', 1] as const]
  sell(world, hotel, { day: day(9.75), outcome: 'open', days: 150, parcel: rooms })
  planAhead(world, hotel)
}
