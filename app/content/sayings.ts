/**
 * The sayings that the safety positions P1–P15 of the curriculum reject, as they would be stated in Chinese and in
 * English. Denials are not looked for here (rejected-sayings.ts does), save where they stand within the saying.
 */
import type { Locale } from '#app/i18n/locales'

export type Saying = { position: string; say: string; patterns: Record<Locale, RegExp> }

const NOT = '(?!.{0,12}(?:不|别|勿|错|危险|谣言))'

/** Some English letters of one sentence, none of them a denial. */
const PLAIN = "(?:(?!\\bnot\\b|n[’']t\\b|\\bnever\\b|\\bcannot\\b|\\bonly\\b|\\bmay\\b|\\bhardly\\b|\\bif\\b)[^.!?;])"

/** Where an English sentence tells somebody to do something: at its start, or after a word that allows or commands. */
const DO =
  '(?:^|(?<=[.!?:;“"(]\\s*)|,\\s+(?:you )?|\\b(?:and|then|always|just|please) |(?<!fighters |crew |officers )\\b(?:can|may|should|must|could) (?:also |even |always )?|\\b(?:safe|best|better|quickest|fastest) to )'

/** A Chinese word that allows or commands, if there is one: it belongs to the saying, so that 不 before it denies the whole. */
const MAY = '(?:可以?|应该|应当|(?<!可)能)?'

const english = (...sources: string[]) => new RegExp(sources.join('|'), 'iu')
const chinese = (...sources: string[]) => new RegExp(sources.join('|'), 'u')

export const SAYINGS: Saying[] = [
  {
    position: 'P1',
    say: 'a wet towel does not filter carbon monoxide',
    patterns: {
      'zh-CN': chinese(`湿毛巾(?:[^不]{0,8}(?:就能|即可|可以)过滤|[^。！？不别]{0,14}(?:穿过|冲[出下过]))${NOT}`),
      en: english(
        `\\bwet (?:towel|cloth)s?\\b${PLAIN}{0,50}\\b(?:filters?|stops?|blocks?|keeps? out|absorbs?) (?:the |any |all )?(?:carbon monoxide|CO|poison|toxic|smoke)`,
        `\\bwet (?:towel|cloth)s?\\b${PLAIN}{0,50}\\b(?:lets?|allows?|enables?|helps?) (?:you|us|them|people|anyone)\\b${PLAIN}{0,20}\\bthrough\\b`,
        `\\bwet (?:towel|cloth)s?\\b${PLAIN}{0,50}\\b(?:you can|and) (?:go|run|rush|walk|dash|get) (?:down |out )?through\\b`,
        `${DO}(?:go|run|rush|walk|dash) through (?:the )?(?:thick |heavy |dense )?smoke with a wet\\b`,
      ),
    },
  },
  {
    position: 'P2',
    say: 'look for smoke first: no smoke, go down; smoke, close the door',
    patterns: {
      'zh-CN': /一律往(?:下|外)跑|一律等(?:待)?救援/u,
      en: english(
        '\\b(?:always|in every case|no matter what|whatever happens),? (?:run|rush) (?:straight )?(?:down|out)',
        '\\b(?:always|in every case|no matter what|whatever happens),? (?:stay (?:put|in|inside|at home)\\b|wait (?:inside |at home )?(?:for rescue|to be rescued))',
      ),
    },
  },
  {
    position: 'P3',
    say: 'no lift of any kind, do not run to the roof',
    patterns: {
      'zh-CN': chinese(
        `(?<!消防队?员[^。，；]{0,6})${MAY}(?:乘坐?|坐)(?:消防)?电梯(?:逃生|下楼)(?!.{0,12}(?:不|别|错|危险|谣言|困|停电))`,
        '消防电梯[^不]{0,6}(?:可以|能)(?:坐|乘)|(?:跑?[上到])?楼顶等(?:直升机|救援)',
      ),
      en: english(
        `${DO}(?:take|use|ride(?: in| down in)?|escape (?:by|in)|go down (?:by|in)|leave by) (?:the |a |any )?(?:fire(?:fighters?|men|man)?(?:[’']s|s[’']|[’'])? )?(?:lift|elevator)s?\\b`,
        `${DO}(?:go|run|climb)(?: up)? (?:on)?to the roof (?:and|to) wait`,
        `${DO}wait (?:on the roof )?for (?:a|the) helicopter`,
      ),
    },
  },
  {
    position: 'P4',
    say: 'do not jump, do not teach knotted sheets',
    patterns: {
      'zh-CN':
        /(?:可以|应该|应当)(?:往下)?跳楼|(?:可以?|(?<!可)能)往下跳|抛被褥再跳|跳(?:下去|楼)(?:也|就)?没事|床单.{0,6}(?:打结|结绳).{0,6}(?:滑下|逃生)(?!.{0,12}(?:不|别|危险))/u,
      en: english(
        `(?<!fires? |flames? |sparks? )${DO}jump (?:down|out|off|from|to the ground)\\b`,
        `\\bjumping (?:down )?${PLAIN}{0,40}\\bis (?:safe|harmless|all right|fine)\\b`,
        `${DO}(?:knot|tie) (?:the |your |some |several )?(?:bed ?)?sheets?\\b${PLAIN}{0,40}\\b(?:slide|climb|rope|lower|escape)`,
      ),
    },
  },
  {
    position: 'P5',
    say: 'turn off, cover, do not lift',
    patterns: {
      'zh-CN':
        /倒(?:入|一盆|上)?(?:蔬菜|青菜)(?:，?油锅火灭得)?(?:最快|就行|即可|灭火最)|用?水基[^。！？不别]{0,6}直喷(?!.{0,12}(?:没|不|未|别|错|危险|反而))/u,
      en: english(
        `${DO}(?:tip|throw|put|pour|drop|toss)(?: in)? (?:some |fresh |cold |a \\w+ of )?(?:vegetables|greens)\\b`,
        `\\b(?:vegetables|greens)\\b${PLAIN}{0,40}\\b(?:puts? out|put it out|works? (?:best|fastest))\\b`,
      ),
    },
  },
  {
    position: 'P6',
    say: 'closing a sound valve first is right',
    patterns: {
      'zh-CN': /先关阀(?:门)?会(?:引起|导致)?回火爆炸(?!.{0,8}谣言)/u,
      en: english(
        `\\bclos(?:e|ing) the valve first\\b${PLAIN}{0,50}\\b(?:explo|flash(?:es)? ?back)`,
        `\\bclosing the valve (?:will|can|makes?|causes?)\\b${PLAIN}{0,40}\\b(?:explo|flash ?back)`,
      ),
    },
  },
  {
    position: 'P7',
    say: 'touch no electric device in a gas leak',
    patterns: {
      'zh-CN':
        /(?:应该|应当|可以)打?开(?:抽油烟机|排风扇|油烟机)(?:排|抽)|开(?:抽油烟机|排风扇|油烟机)[^不]{0,4}(?:抽走|排走)|(?:燃气|煤气|天然气|液化气)[^。！？；不别勿禁]{0,8}开(?:抽油烟机|排风扇|油烟机)(?!.{0,12}(?:不|别|错|危险|打火|火花|爆))/u,
      en: english(
        `\\b(?:gas|leak)\\b${PLAIN}{0,60}\\b(?:turn|switch)(?:ing)? on (?:the |an |your )?(?:extractor|exhaust|cooker hood|range hood|hood|fan)\\b`,
        `\\b(?:turn|switch)(?:ing)? on (?:the |an |your )?(?:extractor|exhaust|cooker hood|range hood|hood|fan)\\b${PLAIN}{0,50}\\bgas\\b`,
      ),
    },
  },
  {
    position: 'P8',
    say: 'cut the power first, no water on live equipment',
    patterns: {
      'zh-CN':
        /(?:二氧化碳|CO₂|CO2)[^不]{0,12}(?:10 ?kV|(?:10|十)千伏|(?:1|一)万伏)|(?:电器|插座|电线)(?:着火|起火)[^不]{0,6}(?:可以|应该|应当|直接)用?(?:水浇|水泼|泼水|浇水)|(?:电器|插座|电线)(?:着火|起火)，?泼水(?:最快|就)/u,
      en: english(
        `(?:carbon dioxide|CO2|CO₂)\\b${PLAIN}{0,60}(?:\\b10 ?kV|\\b10[, ]?000 ?(?:V\\b|volts?)|ten thousand volts)`,
        `${DO}(?:throw|pour|spray|put|use) water on (?:the |an |a )?(?:burning |live )?(?:socket|plug|wire|wiring|appliance|electric)`,
      ),
    },
  },
  {
    position: 'P9',
    say: 'leave, close the door, call 119',
    patterns: {
      'zh-CN':
        /盖(?:上)?灭火毯就(?:没事|安全)|(?:应该|应当|可以)?把(?:着火|冒烟)的?电池(?:搬|抱|提)|电池[^。！？；不别]{0,3}(?:着火|起火|冒烟)[^。！？；不别]{0,6}(?:搬|抱|提)(?:出去|下楼)(?!.{0,12}(?:不|别|错|危险))/u,
      en: english(
        `\\bbatter(?:y|ies)\\b${PLAIN}{0,40}\\bfire blanket\\b${PLAIN}{0,30}\\b(?:is|are|be|it is) (?:safe|enough|fine|over|all right)`,
        `${DO}(?:carry|take|bring|move|throw) (?:the |a |any )?(?:smoking|burning) batter(?:y|ies) (?:out|down|away)`,
      ),
    },
  },
  {
    position: 'P10',
    say: 'alarm first; five conditions before any fighting',
    patterns: {
      'zh-CN':
        /(?:应该|应当|可以)?先(?:灭火|把火扑?灭掉?)，?(?:灭不[了掉])?再(?:报警|叫人|喊人|打119)(?![^。！？]{0,6}(?:耽误|来不及|太晚))/u,
      en: english(
        `${DO}(?:first )?(?:put out|fight|tackle|extinguish) (?:the |a )?(?:small )?fire(?: yourself)?,? (?:first\\b|(?:before|and only then|and then|then) (?:you )?(?:call|phone|report|rais|giv|sound))`,
      ),
    },
  },
  {
    position: 'P11',
    say: 'under 18: recognise, report, escape',
    patterns: {
      'zh-CN':
        /(?:学生|孩子|未成年人)(?:应该|应当|要)(?:参加|上阵)?灭火|(?:学生|孩子|未成年人)[^不。]{0,8}就该去?灭火|(?:让|组织)?(?:小小消防员|学生|孩子|未成年人)上阵灭火/u,
      en: english(
        '\\b(?:child(?:ren)?|pupils?|students?|minors?|teenagers?|kids?)\\b(?: \\w+){0,2} (?:should|must|can|may|have to|ought to)(?: also)?(?: help(?: to)?| learn to| take part in| join in)? (?:fight(?:ing)?|put(?:ting)? out|tackle|extinguish(?:ing)?)\\b',
      ),
    },
  },
  {
    position: 'P12',
    say: 'only ventilation and proper use prevent CO',
    patterns: {
      'zh-CN':
        /(?:放|摆)一?盆(?:水|白菜|醋)(?:[或/](?:水|白菜|醋))?，?(?:就能|可以?|能)(?:防|吸收)|湿毛巾[^。！？；不别]{0,8}(?:进屋|进去|冲进)救/u,
      en: english(
        `\\b(?:bowl|basin|pot|bucket|dish|saucer) of (?:water|vinegar|cabbage)\\b${PLAIN}{0,50}\\b(?:prevents?|absorbs?|stops?|protects?|removes?|takes up)\\b`,
      ),
    },
  },
  {
    position: 'P13',
    say: 'the button signals; the pump may have to be started by the control room',
    patterns: {
      'zh-CN': /按(?:下|一下)(?:按钮)?水就来|按(?:了|下)(?:按钮)?就有水/u,
      en: english(
        `\\b(?:press|push)(?:ing)? the (?:\\w+ ){0,2}button\\b${PLAIN}{0,30}\\b(?:water (?:comes|flows|will)|(?:starts?|brings?) the (?:water|pump))`,
      ),
    },
  },
  {
    position: 'P14',
    say: '“小火快跑、浓烟关门”',
    patterns: {
      'zh-CN': /小火快跑，大火关门(?!.{0,20}央视)/u,
      en: english(
        '(?<!CCTV[^.!?]{0,60})small fire[:,]? run[,;.]? (?:big|large) fire[:,]? (?:close|shut) the door(?![^.!?]{0,40}CCTV)',
      ),
    },
  },
  {
    position: 'P15',
    say: 'no frightening figure without a source',
    patterns: {
      'zh-CN': /80[%％].{0,8}死于(?:浓)?烟|几秒(?:钟)?必死/u,
      en: english(
        '\\b80 ?(?:%|per ?cent)[^.!?]{0,40}\\b(?:die|died|deaths?|dead|killed)\\b[^.!?]{0,30}\\bsmoke',
        '\\b(?:dies?|dead|kills?|death)\\b[^.!?]{0,20}\\b(?:with)?in (?:a few |a couple of )?seconds',
      ),
    },
  },
]
