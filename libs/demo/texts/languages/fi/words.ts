/** Finnish nouns in the cases the sentence parts need, with phrases and dates. */
import { type Grammar, nouns } from '../../grammar.js'
import { role } from './roles.js'

const product = (rows: string[]) => nouns(['nom', 'gen', 'part', 'plnom', 'plgen', 'plpart'], rows)
const place = (rows: string[]) => nouns(['nom', 'gen', 'part', 'ine', 'ill', 'ela'], rows)
const records = (rows: string[]) => nouns(['nom', 'part', 'ine', 'ela'], rows)

const kitchenCoolers = product([
  'kylmähuone|kylmähuoneen|kylmähuonetta|kylmähuoneet|kylmähuoneiden|kylmähuoneita',
  'pakastehuone|pakastehuoneen|pakastehuonetta|pakastehuoneet|pakastehuoneiden|pakastehuoneita',
  'kylmävetolaatikosto|kylmävetolaatikoston|kylmävetolaatikostoa|kylmävetolaatikostot|kylmävetolaatikostojen|kylmävetolaatikostoja',
  'pikajäähdytyskaappi|pikajäähdytyskaapin|pikajäähdytyskaappia|pikajäähdytyskaapit|pikajäähdytyskaappien|pikajäähdytyskaappeja',
  'pakastin|pakastimen|pakastinta|pakastimet|pakastimien|pakastimia',
])
const kitchenServing = product([
  'tarjoilulinjasto|tarjoilulinjaston|tarjoilulinjastoa|tarjoilulinjastot|tarjoilulinjastojen|tarjoilulinjastoja',
  'lämpökaappi|lämpökaapin|lämpökaappia|lämpökaapit|lämpökaappien|lämpökaappeja',
  'salaattibuffet|salaattibuffetin|salaattibuffetia|salaattibuffetit|salaattibuffetien|salaattibuffeteja',
])
const laboratoryCoolers = product([
  'laboratoriokaappi|laboratoriokaapin|laboratoriokaappia|laboratoriokaapit|laboratoriokaappien|laboratoriokaappeja',
  'laboratoriopakastin|laboratoriopakastimen|laboratoriopakastinta|laboratoriopakastimet|laboratoriopakastimien|laboratoriopakastimia',
  'lääkekaappi|lääkekaapin|lääkekaappia|lääkekaapit|lääkekaappien|lääkekaappeja',
  'näytekaappi|näytekaapin|näytekaappia|näytekaapit|näytekaappien|näytekaappeja',
  'olosuhdehuone|olosuhdehuoneen|olosuhdehuonetta|olosuhdehuoneet|olosuhdehuoneiden|olosuhdehuoneita',
])
const shipCoolers = product([
  'muonakylmiö|muonakylmiön|muonakylmiötä|muonakylmiöt|muonakylmiöiden|muonakylmiöitä',
  'muonapakastamo|muonapakastamon|muonapakastamoa|muonapakastamot|muonapakastamoiden|muonapakastamoita',
  'laivakylmäkaappi|laivakylmäkaapin|laivakylmäkaappia|laivakylmäkaapit|laivakylmäkaappien|laivakylmäkaappeja',
])
const shipServing = product([
  'messin linjasto|messin linjaston|messin linjastoa|messin linjastot|messin linjastojen|messin linjastoja',
  'lämpökaappi|lämpökaapin|lämpökaappia|lämpökaapit|lämpökaappien|lämpökaappeja',
])

export const words: Grammar = {
  cooler: kitchenCoolers,
  'cooler@laboratory': laboratoryCoolers,
  'cooler@ship': shipCoolers,
  product: [...kitchenCoolers, ...kitchenServing],
  'product@laboratory': laboratoryCoolers,
  'product@ship': [...shipCoolers, ...shipServing],
  place: place([
    'keskuskeittiö|keskuskeittiön|keskuskeittiötä|keskuskeittiössä|keskuskeittiöön|keskuskeittiöstä',
    'aamiaiskeittiö|aamiaiskeittiön|aamiaiskeittiötä|aamiaiskeittiössä|aamiaiskeittiöön|aamiaiskeittiöstä',
    'henkilöstöravintola|henkilöstöravintolan|henkilöstöravintolaa|henkilöstöravintolassa|henkilöstöravintolaan|henkilöstöravintolasta',
    'jakelukeittiö|jakelukeittiön|jakelukeittiötä|jakelukeittiössä|jakelukeittiöön|jakelukeittiöstä',
    'kylmävarasto|kylmävaraston|kylmävarastoa|kylmävarastossa|kylmävarastoon|kylmävarastosta',
    'leipomo|leipomon|leipomoa|leipomossa|leipomoon|leipomosta',
  ]),
  'place@laboratory': place([
    'näytevarasto|näytevaraston|näytevarastoa|näytevarastossa|näytevarastoon|näytevarastosta',
    'reagenssivarasto|reagenssivaraston|reagenssivarastoa|reagenssivarastossa|reagenssivarastoon|reagenssivarastosta',
    'lääkekeskus|lääkekeskuksen|lääkekeskusta|lääkekeskuksessa|lääkekeskukseen|lääkekeskuksesta',
    'laatulaboratorio|laatulaboratorion|laatulaboratoriota|laatulaboratoriossa|laatulaboratorioon|laatulaboratoriosta',
  ]),
  'place@ship': place([
    'laivakeittiö|laivakeittiön|laivakeittiötä|laivakeittiössä|laivakeittiöön|laivakeittiöstä',
    'miehistömessi|miehistömessin|miehistömessiä|miehistömessissä|miehistömessiin|miehistömessistä',
    'muonavarasto|muonavaraston|muonavarastoa|muonavarastossa|muonavarastoon|muonavarastosta',
    'buffetkeittiö|buffetkeittiön|buffetkeittiötä|buffetkeittiössä|buffetkeittiöön|buffetkeittiöstä',
  ]),
  role: role([
    'keittiöpäällikkö|keittiöpäällikön|keittiöpäällikköä|keittiöpäällikölle|keittiöpäälliköltä',
    'keittiömestari|keittiömestarin|keittiömestaria|keittiömestarille|keittiömestarilta',
    'kiinteistöpäällikkö|kiinteistöpäällikön|kiinteistöpäällikköä|kiinteistöpäällikölle|kiinteistöpäälliköltä',
    'hankintapäällikkö|hankintapäällikön|hankintapäällikköä|hankintapäällikölle|hankintapäälliköltä',
    'ravintolapäällikkö|ravintolapäällikön|ravintolapäällikköä|ravintolapäällikölle|ravintolapäälliköltä',
    'vuoroesihenkilö|vuoroesihenkilön|vuoroesihenkilöä|vuoroesihenkilölle|vuoroesihenkilöltä',
  ]),
  'role@laboratory': role([
    'laboratoriopäällikkö|laboratoriopäällikön|laboratoriopäällikköä|laboratoriopäällikölle|laboratoriopäälliköltä',
    'laatupäällikkö|laatupäällikön|laatupäällikköä|laatupäällikölle|laatupäälliköltä',
    'apteekkari|apteekkarin|apteekkaria|apteekkarille|apteekkarilta',
    'hankintapäällikkö|hankintapäällikön|hankintapäällikköä|hankintapäällikölle|hankintapäälliköltä',
    'laboratorioinsinööri|laboratorioinsinöörin|laboratorioinsinööriä|laboratorioinsinöörille|laboratorioinsinööriltä',
  ]),
  'role@ship': role([
    'tekninen tarkastaja|teknisen tarkastajan|teknistä tarkastajaa|tekniselle tarkastajalle|tekniseltä tarkastajalta',
    'konepäällikkö|konepäällikön|konepäällikköä|konepäällikölle|konepäälliköltä',
    'hotellipäällikkö|hotellipäällikön|hotellipäällikköä|hotellipäällikölle|hotellipäälliköltä',
    'hankintapäällikkö|hankintapäällikön|hankintapäällikköä|hankintapäällikölle|hankintapäälliköltä',
    'talousmestari|talousmestarin|talousmestaria|talousmestarille|talousmestarilta',
  ]),
  records: records([
    'omavalvontakirjaukset|omavalvontakirjauksia|omavalvontakirjauksissa|omavalvontakirjauksista',
    'lämpötilakirjaukset|lämpötilakirjauksia|lämpötilakirjauksissa|lämpötilakirjauksista',
    'HACCP-kirjaukset|HACCP-kirjauksia|HACCP-kirjauksissa|HACCP-kirjauksista',
  ]),
  'records@laboratory': records([
    'lämpötilakirjaukset|lämpötilakirjauksia|lämpötilakirjauksissa|lämpötilakirjauksista',
    'kalibrointitiedot|kalibrointitietoja|kalibrointitiedoissa|kalibrointitiedoista',
    'seurantatiedot|seurantatietoja|seurantatiedoissa|seurantatiedoista',
  ]),
  concern: nouns(
    ['nom', 'part', 'ela'],
    [
      'sähkölasku|sähkölaskua|sähkölaskusta',
      'toimitusaika|toimitusaikaa|toimitusajasta',
      'melutaso|melutasoa|melutasosta',
      'varaosien saatavuus|varaosien saatavuutta|varaosien saatavuudesta',
      'lämpötilan vaihtelu|lämpötilan vaihtelua|lämpötilan vaihtelusta',
      'asennuksen aikataulu|asennuksen aikataulua|asennuksen aikataulusta',
      'huoltosopimuksen hinta|huoltosopimuksen hintaa|huoltosopimuksen hinnasta',
    ],
  ),
  fault: [
    'on viikonlopusta asti käynyt liian lämpimänä',
    'huurtuu yhä uudelleen',
    'ei enää sulkeudu tiiviisti, koska oven tiiviste on kulunut',
    'hälyttää öisin ilman syytä',
    'on alkanut pitää niin kovaa ääntä, että henkilökunta valittaa',
    'palautuu liian hitaasti lämpötilaansa oven avaamisen jälkeen',
  ],
  weekday: ['(!mon) maanantaina', '(!tue) tiistaina', '(!wed) keskiviikkona', '(!thu) torstaina', '(!fri) perjantaina'],
  by: [
    '(!fri) perjantaihin mennessä',
    '(!wed) keskiviikkoon mennessä',
    'ensi viikolla',
    'kahden viikon kuluessa',
    'kuun loppuun mennessä',
  ],
  season: ['ensi kaudella'],
  'season@winter': ['ennen pääsiäistä', 'hiihtolomien aikaan', 'alkukeväästä'],
  'season@spring': ['ennen kesäkautta', 'kesäkuussa', 'kesäseisokin aikana'],
  'season@summer': ['syyskuussa', 'lomien jälkeen', 'alkusyksystä'],
  'season@autumn': ['ennen joulusesonkia', 'tammikuussa', 'heti vuodenvaihteen jälkeen'],
}
