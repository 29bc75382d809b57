/**
 * Sayings that the safety positions P1–P15 of the curriculum reject. They may stand only where the page calls them
 * wrong: as a myth's claim, a wrong option, or the stem of a true-false question whose key is wrong.
 */
import type { Fault } from './fault'
import type { Block, ModuleStructure, ModuleWords } from './schema'

type Saying = { position: string; pattern: RegExp; say: string }

const NOT = '(?!.{0,12}(?:不|别|勿|错|危险|谣言))'

const SAYINGS: Saying[] = [
  {
    position: 'P1',
    pattern: new RegExp(`湿毛巾[^不]{0,8}(?:就能|即可|可以)(?:穿过|冲出|冲下|过滤)${NOT}`, 'u'),
    say: 'a wet towel does not filter carbon monoxide',
  },
  {
    position: 'P2',
    pattern: /一律往(?:下|外)跑|一律等(?:待)?救援/u,
    say: 'look for smoke first: no smoke, go down; smoke, close the door',
  },
  {
    position: 'P3',
    pattern: /(?:可以|应该|应当)(?:乘坐?|坐)(?:消防)?电梯逃生|上楼顶等直升机/u,
    say: 'no lift of any kind, do not run to the roof',
  },
  {
    position: 'P4',
    pattern: /(?:可以|应该|应当)(?:往下)?跳楼|床单.{0,6}(?:打结|结绳).{0,6}(?:滑下|逃生)(?!.{0,12}(?:不|别|危险))/u,
    say: 'do not jump, do not teach knotted sheets',
  },
  { position: 'P5', pattern: /倒(?:入)?(?:蔬菜|青菜)(?:最快|就行|即可|灭火最)/u, say: 'turn off, cover, do not lift' },
  {
    position: 'P6',
    pattern: /先关阀(?:门)?会(?:引起|导致)?回火爆炸(?!.{0,8}谣言)/u,
    say: 'closing a sound valve first is right',
  },
  {
    position: 'P7',
    pattern: /(?:应该|应当|可以)(?:打?开)(?:抽油烟机|排风扇|油烟机)(?:排|抽)/u,
    say: 'touch no electric device in a gas leak',
  },
  {
    position: 'P8',
    pattern:
      /(?:二氧化碳|CO₂|CO2)[^不]{0,12}(?:10 ?kV|(?:10|十)千伏|(?:1|一)万伏)|(?:电器|插座|电线)(?:着火|起火)[^不]{0,6}(?:可以|应该|应当|直接)用?(?:水浇|水泼|泼水|浇水)/u,
    say: 'cut the power first, no water on live equipment',
  },
  {
    position: 'P9',
    pattern: /盖(?:上)?灭火毯就(?:没事|安全)|(?:应该|应当|可以)把(?:着火|冒烟)的?电池(?:搬|抱|提)(?:出去|下楼)/u,
    say: 'leave, close the door, call 119',
  },
  {
    position: 'P10',
    pattern: /(?:应该|应当|可以)先灭火再报警/u,
    say: 'alarm first; five conditions before any fighting',
  },
  {
    position: 'P11',
    pattern: /(?:学生|孩子|未成年人)(?:应该|应当|要)(?:参加|上阵)?灭火/u,
    say: 'under 18: recognise, report, escape',
  },
  {
    position: 'P12',
    pattern: /(?:放|摆)一?盆(?:水|白菜|醋)(?:就能|可以|能)(?:防|吸收)/u,
    say: 'only ventilation and proper use prevent CO',
  },
  {
    position: 'P13',
    pattern: /按(?:下|一下)(?:按钮)?水就来/u,
    say: 'the button signals; the pump may have to be started by the control room',
  },
  { position: 'P14', pattern: /小火快跑，大火关门(?!.{0,20}央视)/u, say: '“小火快跑、浓烟关门”' },
  {
    position: 'P15',
    pattern: /80[%％].{0,8}死于(?:浓)?烟|几秒(?:钟)?必死/u,
    say: 'no frightening figure without a source',
  },
]

/** Faults for every rejected saying that the module states as true. */
export function findRejectedSayings(file: string, structure: ModuleStructure, words: ModuleWords): Fault[] {
  return assertedTexts(structure, words).flatMap(({ path, text }) =>
    SAYINGS.filter(({ pattern }) => isAsserted(pattern, text)).map(({ position, say }) => ({
      file,
      path,
      expected: `nothing against safety position ${position} (${say})`,
      remedy: 'Rewrite the sentence, or show it as a myth with its correction.',
    })),
  )
}

/** "不可以跳楼", "不要一律往下跑" and "别以为按一下水就来" take the saying back; a comma ends the reach of the word. */
const TAKEN_BACK = /(?:不|(?:不要|不能|不得|不可|不是|绝不|勿|谣言|误区|(?<![特分区])别(?!人))[^。！？；，]{0,4})$/u

function isAsserted(pattern: RegExp, text: string): boolean {
  const said = [...text.matchAll(new RegExp(pattern, 'gu'))]
  return said.some(({ index }) => !TAKEN_BACK.test(text.slice(0, index)))
}

/** The texts that the page presents as true. */
function assertedTexts(structure: ModuleStructure, words: ModuleWords): { path: string; text: string }[] {
  const ofBlock = (block: Block): string[] => {
    if ('text' in block) return [block.text]
    if ('list' in block) return block.list
    if ('steps' in block) return block.steps.flatMap((step) => [step.title ?? '', step.text, step.alt ?? ''])
    if ('do' in block) return [block.do]
    if ('picture' in block) return [block.picture.alt]
    if ('myth' in block) return [block.myth.truth]
    return []
  }
  const lesson = Object.entries(words.sections).flatMap(([id, section]) =>
    section.blocks.flatMap(ofBlock).map((text) => ({ path: `sections.${id}`, text })),
  )
  const questions = Object.entries(structure.questions).flatMap(([id, question]) => {
    const text = words.questions[id]
    if (!text) return []
    const correct = question.type === 'true-false' ? [] : question.correct.map((option) => text.options[option] ?? '')
    const stem = question.type === 'true-false' && question.correct[0] === 'right' ? [text.stem] : []
    return [...correct, ...stem].map((said) => ({ path: `questions.${id}`, text: said }))
  })
  const facts = Object.entries(words.facts).map(([id, { text }]) => ({ path: `facts.${id}`, text }))
  const goals = words.goals.map((text) => ({ path: 'goals', text }))
  return [...facts, ...lesson, ...questions, ...goals, { path: 'summary', text: words.summary }]
}
