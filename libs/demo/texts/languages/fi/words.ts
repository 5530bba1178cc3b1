/** Finnish nouns in the cases the sentence parts need, with phrases and dates. */
import { type Grammar, nouns } from '../../grammar.js'
import { role } from './roles.js'

const product = (rows: string[]) => nouns(['code', 'nom', 'gen', 'part', 'plnom', 'plgen', 'plpart'], rows)
const place = (rows: string[]) => nouns(['nom', 'gen', 'part', 'ine', 'ill', 'ela'], rows)
const records = (rows: string[]) => nouns(['nom', 'part', 'ine', 'ela'], rows)

const kitchenCoolers = product([
  'HA-CR20|kylmähuone|kylmähuoneen|kylmähuonetta|kylmähuoneet|kylmähuoneiden|kylmähuoneita',
  'HA-FR12|pakastehuone|pakastehuoneen|pakastehuonetta|pakastehuoneet|pakastehuoneiden|pakastehuoneita',
  'HA-CT03|kylmävetolaatikosto|kylmävetolaatikoston|kylmävetolaatikostoa|kylmävetolaatikostot|kylmävetolaatikostojen|kylmävetolaatikostoja',
  'HA-BC10|pikajäähdytyskaappi|pikajäähdytyskaapin|pikajäähdytyskaappia|pikajäähdytyskaapit|pikajäähdytyskaappien|pikajäähdytyskaappeja',
  'HA-UC07|kylmäkaappi|kylmäkaapin|kylmäkaappia|kylmäkaapit|kylmäkaappien|kylmäkaappeja',
  'HA-UF07|pakastekaappi|pakastekaapin|pakastekaappia|pakastekaapit|pakastekaappien|pakastekaappeja',
])
const kitchenServing = product([
  'HA-SL60|tarjoilulinjasto|tarjoilulinjaston|tarjoilulinjastoa|tarjoilulinjastot|tarjoilulinjastojen|tarjoilulinjastoja',
  'HA-HC12|lämpökaappi|lämpökaapin|lämpökaappia|lämpökaapit|lämpökaappien|lämpökaappeja',
  'HA-SB15|salaattibuffet|salaattibuffetin|salaattibuffetia|salaattibuffetit|salaattibuffetien|salaattibuffeteja',
])
const laboratoryCoolers = product([
  'KR-LR40|laboratoriokaappi|laboratoriokaapin|laboratoriokaappia|laboratoriokaapit|laboratoriokaappien|laboratoriokaappeja',
  'KR-LF40|laboratoriopakastin|laboratoriopakastimen|laboratoriopakastinta|laboratoriopakastimet|laboratoriopakastimien|laboratoriopakastimia',
  'KR-MC20|lääkekaappi|lääkekaapin|lääkekaappia|lääkekaapit|lääkekaappien|lääkekaappeja',
  'KR-UL60|syväpakastin|syväpakastimen|syväpakastinta|syväpakastimet|syväpakastimien|syväpakastimia',
  'KR-CR15|olosuhdehuone|olosuhdehuoneen|olosuhdehuonetta|olosuhdehuoneet|olosuhdehuoneiden|olosuhdehuoneita',
])
const shipCoolers = product([
  'HA-CR20|muonakylmiö|muonakylmiön|muonakylmiötä|muonakylmiöt|muonakylmiöiden|muonakylmiöitä',
  'HA-FR12|muonapakastamo|muonapakastamon|muonapakastamoa|muonapakastamot|muonapakastamoiden|muonapakastamoita',
  'HA-MR08|laivakylmäkaappi|laivakylmäkaapin|laivakylmäkaappia|laivakylmäkaapit|laivakylmäkaappien|laivakylmäkaappeja',
])
const shipServing = product([
  'HA-SL60|messin linjasto|messin linjaston|messin linjastoa|messin linjastot|messin linjastojen|messin linjastoja',
  'HA-HC12|lämpökaappi|lämpökaapin|lämpökaappia|lämpökaapit|lämpökaappien|lämpökaappeja',
])

export const words: Grammar = {
  cooler: kitchenCoolers,
  'cooler@laboratory': laboratoryCoolers,
  'cooler@ship': shipCoolers,
  product: [...kitchenCoolers, ...kitchenServing],
  'product@retail': kitchenCoolers,
  'product@laboratory': laboratoryCoolers,
  'product@ship': [...shipCoolers, ...shipServing],
  place: place([
    'keskuskeittiö|keskuskeittiön|keskuskeittiötä|keskuskeittiössä|keskuskeittiöön|keskuskeittiöstä',
    'henkilöstöravintola|henkilöstöravintolan|henkilöstöravintolaa|henkilöstöravintolassa|henkilöstöravintolaan|henkilöstöravintolasta',
    'jakelukeittiö|jakelukeittiön|jakelukeittiötä|jakelukeittiössä|jakelukeittiöön|jakelukeittiöstä',
    'kylmävarasto|kylmävaraston|kylmävarastoa|kylmävarastossa|kylmävarastoon|kylmävarastosta',
    'leipomo|leipomon|leipomoa|leipomossa|leipomoon|leipomosta',
  ]),
  'place@laboratory': place([
    'näytevarasto|näytevaraston|näytevarastoa|näytevarastossa|näytevarastoon|näytevarastosta',
    'reagenssivarasto|reagenssivaraston|reagenssivarastoa|reagenssivarastossa|reagenssivarastoon|reagenssivarastosta',
    'analyysilaboratorio|analyysilaboratorion|analyysilaboratoriota|analyysilaboratoriossa|analyysilaboratorioon|analyysilaboratoriosta',
    'laatulaboratorio|laatulaboratorion|laatulaboratoriota|laatulaboratoriossa|laatulaboratorioon|laatulaboratoriosta',
  ]),
  'place@ship': place([
    'laivakeittiö|laivakeittiön|laivakeittiötä|laivakeittiössä|laivakeittiöön|laivakeittiöstä',
    'miehistömessi|miehistömessin|miehistömessiä|miehistömessissä|miehistömessiin|miehistömessistä',
    'muonavarasto|muonavaraston|muonavarastoa|muonavarastossa|muonavarastoon|muonavarastosta',
    'päällystömessi|päällystömessin|päällystömessiä|päällystömessissä|päällystömessiin|päällystömessistä',
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
    'hankintapäällikkö|hankintapäällikön|hankintapäällikköä|hankintapäällikölle|hankintapäälliköltä',
    'laboratorioinsinööri|laboratorioinsinöörin|laboratorioinsinööriä|laboratorioinsinöörille|laboratorioinsinööriltä',
  ]),
  'role@ship': role([
    'tekninen tarkastaja|teknisen tarkastajan|teknistä tarkastajaa|tekniselle tarkastajalle|tekniseltä tarkastajalta',
    'konepäällikkö|konepäällikön|konepäällikköä|konepäällikölle|konepäälliköltä',
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
