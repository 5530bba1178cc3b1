/** What Finnish notes call whoever holds a post. */
import type { Grammar } from '../../grammar.js'
import { role } from './roles.js'

export const posts: Grammar = {
  'role@managing-director': role([
    'toimitusjohtaja|toimitusjohtajan|toimitusjohtajaa|toimitusjohtajalle|toimitusjohtajalta',
  ]),
  'role@finance-director': role(['talousjohtaja|talousjohtajan|talousjohtajaa|talousjohtajalle|talousjohtajalta']),
  'role@purchasing-manager': role([
    'hankintapäällikkö|hankintapäällikön|hankintapäällikköä|hankintapäällikölle|hankintapäälliköltä',
  ]),
  'role@buyer': role(['ostaja|ostajan|ostajaa|ostajalle|ostajalta']),
  'role@facility-manager': role([
    'kiinteistöpäällikkö|kiinteistöpäällikön|kiinteistöpäällikköä|kiinteistöpäällikölle|kiinteistöpäälliköltä',
  ]),
  'role@head-chef': role(['keittiömestari|keittiömestarin|keittiömestaria|keittiömestarille|keittiömestarilta']),
  'role@kitchen-supervisor': role([
    'vuoroesihenkilö|vuoroesihenkilön|vuoroesihenkilöä|vuoroesihenkilölle|vuoroesihenkilöltä',
  ]),
  'role@head-of-food': role([
    'ruokapalvelujohtaja|ruokapalvelujohtajan|ruokapalvelujohtajaa|ruokapalvelujohtajalle|ruokapalvelujohtajalta',
  ]),
  'role@quality-manager': role(['laatupäällikkö|laatupäällikön|laatupäällikköä|laatupäällikölle|laatupäälliköltä']),
  'role@laboratory-manager': role([
    'laboratoriopäällikkö|laboratoriopäällikön|laboratoriopäällikköä|laboratoriopäällikölle|laboratoriopäälliköltä',
  ]),
  'role@laboratory-engineer': role([
    'laboratorioinsinööri|laboratorioinsinöörin|laboratorioinsinööriä|laboratorioinsinöörille|laboratorioinsinööriltä',
  ]),
  'role@superintendent': role([
    'tekninen tarkastaja|teknisen tarkastajan|teknistä tarkastajaa|tekniselle tarkastajalle|tekniseltä tarkastajalta',
  ]),
  'role@chief-engineer': role(['konepäällikkö|konepäällikön|konepäällikköä|konepäällikölle|konepäälliköltä']),
  'role@provision-master': role(['talousmestari|talousmestarin|talousmestaria|talousmestarille|talousmestarilta']),
}
