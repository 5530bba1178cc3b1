/** Finnish places and posts at customers of each sector. */
import { type Grammar, nouns } from '../../grammar.js'
import { role } from './roles.js'

const place = (rows: string[]) => nouns(['nom', 'gen', 'part', 'ine', 'ill', 'ela'], rows)

export const sectors: Grammar = {
  'place@hospitality': place([
    'ravintolakeittiö|ravintolakeittiön|ravintolakeittiötä|ravintolakeittiössä|ravintolakeittiöön|ravintolakeittiöstä',
    'esivalmistuskeittiö|esivalmistuskeittiön|esivalmistuskeittiötä|esivalmistuskeittiössä|esivalmistuskeittiöön|esivalmistuskeittiöstä',
    'kylmävarasto|kylmävaraston|kylmävarastoa|kylmävarastossa|kylmävarastoon|kylmävarastosta',
    'tavaran vastaanotto|tavaran vastaanoton|tavaran vastaanottoa|tavaran vastaanotossa|tavaran vastaanottoon|tavaran vastaanotosta',
  ]),
  'place@healthcare': place([
    'sairaalakeittiö|sairaalakeittiön|sairaalakeittiötä|sairaalakeittiössä|sairaalakeittiöön|sairaalakeittiöstä',
    'osastokeittiö|osastokeittiön|osastokeittiötä|osastokeittiössä|osastokeittiöön|osastokeittiöstä',
    'henkilöstöravintola|henkilöstöravintolan|henkilöstöravintolaa|henkilöstöravintolassa|henkilöstöravintolaan|henkilöstöravintolasta',
    'kylmävarasto|kylmävaraston|kylmävarastoa|kylmävarastossa|kylmävarastoon|kylmävarastosta',
  ]),
  'place@retail': place([
    'palvelutiski|palvelutiskin|palvelutiskiä|palvelutiskillä|palvelutiskille|palvelutiskiltä',
    'pakkaamo|pakkaamon|pakkaamoa|pakkaamossa|pakkaamoon|pakkaamosta',
    'kylmävarasto|kylmävaraston|kylmävarastoa|kylmävarastossa|kylmävarastoon|kylmävarastosta',
    'tavaran vastaanotto|tavaran vastaanoton|tavaran vastaanottoa|tavaran vastaanotossa|tavaran vastaanottoon|tavaran vastaanotosta',
  ]),
  'place@education': place([
    'koulukeittiö|koulukeittiön|koulukeittiötä|koulukeittiössä|koulukeittiöön|koulukeittiöstä',
    'jakelukeittiö|jakelukeittiön|jakelukeittiötä|jakelukeittiössä|jakelukeittiöön|jakelukeittiöstä',
    'ruokasali|ruokasalin|ruokasalia|ruokasalissa|ruokasaliin|ruokasalista',
    'opetuskeittiö|opetuskeittiön|opetuskeittiötä|opetuskeittiössä|opetuskeittiöön|opetuskeittiöstä',
  ]),
  'place@industry': place([
    'henkilöstöravintola|henkilöstöravintolan|henkilöstöravintolaa|henkilöstöravintolassa|henkilöstöravintolaan|henkilöstöravintolasta',
    'tehdaskeittiö|tehdaskeittiön|tehdaskeittiötä|tehdaskeittiössä|tehdaskeittiöön|tehdaskeittiöstä',
    'kylmävarasto|kylmävaraston|kylmävarastoa|kylmävarastossa|kylmävarastoon|kylmävarastosta',
    'jakelukeittiö|jakelukeittiön|jakelukeittiötä|jakelukeittiössä|jakelukeittiöön|jakelukeittiöstä',
  ]),
  'role@hospitality': role([
    'keittiömestari|keittiömestarin|keittiömestaria|keittiömestarille|keittiömestarilta',
    'ravintolapäällikkö|ravintolapäällikön|ravintolapäällikköä|ravintolapäällikölle|ravintolapäälliköltä',
    'kiinteistöpäällikkö|kiinteistöpäällikön|kiinteistöpäällikköä|kiinteistöpäällikölle|kiinteistöpäälliköltä',
  ]),
  'role@healthcare': role([
    'ruokapalvelupäällikkö|ruokapalvelupäällikön|ruokapalvelupäällikköä|ruokapalvelupäällikölle|ruokapalvelupäälliköltä',
    'keittiöpäällikkö|keittiöpäällikön|keittiöpäällikköä|keittiöpäällikölle|keittiöpäälliköltä',
    'hankintapäällikkö|hankintapäällikön|hankintapäällikköä|hankintapäällikölle|hankintapäälliköltä',
    'kiinteistöpäällikkö|kiinteistöpäällikön|kiinteistöpäällikköä|kiinteistöpäällikölle|kiinteistöpäälliköltä',
  ]),
  'role@retail': role([
    'myymäläpäällikkö|myymäläpäällikön|myymäläpäällikköä|myymäläpäällikölle|myymäläpäälliköltä',
    'kiinteistöpäällikkö|kiinteistöpäällikön|kiinteistöpäällikköä|kiinteistöpäällikölle|kiinteistöpäälliköltä',
    'hankintapäällikkö|hankintapäällikön|hankintapäällikköä|hankintapäällikölle|hankintapäälliköltä',
    'tuotantopäällikkö|tuotantopäällikön|tuotantopäällikköä|tuotantopäällikölle|tuotantopäälliköltä',
  ]),
  'role@education': role([
    'ruokapalvelupäällikkö|ruokapalvelupäällikön|ruokapalvelupäällikköä|ruokapalvelupäällikölle|ruokapalvelupäälliköltä',
    'keittiöpäällikkö|keittiöpäällikön|keittiöpäällikköä|keittiöpäällikölle|keittiöpäälliköltä',
    'kiinteistöpäällikkö|kiinteistöpäällikön|kiinteistöpäällikköä|kiinteistöpäällikölle|kiinteistöpäälliköltä',
    'rehtori|rehtorin|rehtoria|rehtorille|rehtorilta',
  ]),
  'role@industry': role([
    'ravintolapäällikkö|ravintolapäällikön|ravintolapäällikköä|ravintolapäällikölle|ravintolapäälliköltä',
    'kiinteistöpäällikkö|kiinteistöpäällikön|kiinteistöpäällikköä|kiinteistöpäällikölle|kiinteistöpäälliköltä',
    'hankintapäällikkö|hankintapäällikön|hankintapäällikköä|hankintapäällikölle|hankintapäälliköltä',
    'henkilöstöpäällikkö|henkilöstöpäällikön|henkilöstöpäällikköä|henkilöstöpäällikölle|henkilöstöpäälliköltä',
  ]),
}
