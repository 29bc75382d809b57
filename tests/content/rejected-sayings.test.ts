import { describe, expect, test } from 'vitest'
import { findRejectedSayings, rejectedIn } from '#app/content/rejected-sayings'
import type { Module } from '#app/content/schema'
import { door } from '../support/fixture-catalog'

type Words = Module['words']['zh-CN']
const words = door.words['zh-CN']

/** The safety positions against which the module offends when its words are changed so. */
function offences(changed: Partial<Words>): string[] {
  const faults = findRejectedSayings('zh-CN.yaml', door, { ...words, ...changed })
  return faults.map(({ expected }) => /position (P\d+)/.exec(expected)?.[1] ?? '')
}

const inLesson = (block: Words['sections'][string]['blocks'][number]) =>
  offences({ sections: { ...words.sections, touch: { title: '先试门', blocks: [block] } } })
const inQuestion = (id: string, changed: Partial<Words['questions'][string]>) =>
  offences({ questions: { ...words.questions, [id]: { ...words.questions[id]!, ...changed } } })

/** A sentence that the position rejects, and the same matter as the position has it. */
const SAYINGS: [position: string, rejected: string, corrected: string][] = [
  ['P1', '用湿毛巾捂住口鼻就能穿过浓烟。', '湿毛巾不能过滤一氧化碳，不能靠它穿过浓烟。'],
  ['P1', '湿毛巾可以过滤一氧化碳。', '湿毛巾不可以过滤一氧化碳。'],
  ['P2', '楼里起火一律往下跑。', '不要一律往下跑：先看楼道有没有烟，有烟就关门固守。'],
  ['P2', '高楼着火一律等待救援。', '不能一律等救援：楼道和楼梯间没有烟就快跑向下。'],
  ['P3', '高层起火可以乘消防电梯逃生。', '不可以乘电梯逃生，消防电梯是给消防员用的。'],
  ['P3', '来不及下楼就上楼顶等直升机。', '不要上楼顶等直升机，屋面门多半锁着。'],
  ['P3', '消防电梯有电，可以坐。', '消防电梯给消防员用，居民不可以坐。'],
  ['P4', '三层以下可以跳楼。', '再低的楼层也不可以跳楼。'],
  ['P4', '把床单打结成绳滑下去。', '床单打结滑下去很危险，不要学。'],
  ['P4', '二楼不高，跳下去没事。', '别以为跳下去没事，二楼也会摔断腿。'],
  ['P5', '油锅起火，倒蔬菜最快。', '油锅起火，先关火，再盖锅盖，不掀。'],
  ['P5', '倒一盆蔬菜，油锅火灭得最快。', '不要倒蔬菜，热油会溅出来。'],
  ['P6', '钢瓶着火先关阀会引起回火爆炸。', '“先关阀会引起回火爆炸”是谣言，够得到阀门就先关阀。'],
  ['P7', '闻到燃气味应该打开抽油烟机排气。', '闻到燃气味不应该打开抽油烟机排气，开关会打火。'],
  ['P7', '开抽油烟机，把气抽走最快。', '别开抽油烟机把气抽走，电机会打火。'],
  ['P8', '二氧化碳灭火器能灭10kV的带电设备。', '二氧化碳灭火器不能用来灭10kV的带电设备。'],
  ['P8', '插座起火可以泼水。', '插座起火先断电，断不了电不泼水、不靠近。'],
  ['P8', '电器着火，泼水最快。', '电器着火，先断电，不泼水。'],
  ['P9', '给电池盖上灭火毯就没事了。', '别以为盖上灭火毯就没事，锂电池会复燃。'],
  ['P9', '应该把冒烟的电池抱出去。', '不应该把冒烟的电池抱出去，人先走，关门，打119。'],
  ['P10', '发现火情应该先灭火再报警。', '不应该先灭火再报警，先喊人报警。'],
  ['P10', '先灭火，灭不了再叫人。', '不要先灭火，灭不了再叫人：一看到火就喊人。'],
  ['P11', '学生应该参加灭火。', '学生只学认、报、逃，不参加灭火。'],
  ['P11', '孩子会用灭火器就该去灭火。', '孩子会用灭火器也不去灭火。'],
  ['P12', '炉边放一盆水就能防煤气中毒。', '炉边放一盆水防不了一氧化碳，要开窗通风。'],
  ['P12', '炉边放盆水或醋，能防一氧化碳。', '炉边放盆水或醋，防不了一氧化碳。'],
  ['P13', '按一下按钮水就来。', '按下按钮不一定启泵，并不是按一下水就来。'],
  ['P13', '按了按钮就有水。', '不是按了按钮就有水，没水要叫控制室启泵。'],
  ['P14', '记住：小火快跑，大火关门。', '记住：小火快跑、浓烟关门。'],
  ['P15', '80%的人死于浓烟。', '火灾里烟往往比火先到。'],
  ['P15', '吸几口浓烟几秒钟必死。', '浓烟吸几口就可能昏倒。'],
]

/** What the positions reject in the curriculum's own words (0.3, “不采用”), and the same as somebody would say it. */
const NOT_ADOPTED: [position: string, ...sayings: string[]][] = [
  ['P1', '湿毛巾捂口鼻即可穿过浓烟', '用湿毛巾捂住口鼻，弯腰冲出浓烟'],
  ['P2', '一律往下跑', '一律等救援'],
  ['P3', '可坐消防电梯逃生', '上楼顶等直升机', '坐消防电梯逃生', '着火时可以坐电梯下楼', '跑到楼顶等直升机'],
  ['P4', '三层以下可往下跳', '三层以下可抛被褥再跳'],
  ['P5', '倒蔬菜最快', '水基灭火器直喷', '用水基灭火器直喷油锅'],
  ['P6', '钢瓶先关阀会回火爆炸'],
  ['P7', '开抽油烟机抽走', '闻到煤气味打开排风扇'],
  ['P8', 'CO₂可灭10kV带电'],
  ['P9', '盖灭火毯就没事', '锂电池冒烟，搬出去', '把冒烟的电池抱下楼'],
  ['P10', '先灭火再报警', '先把火扑灭，再打119'],
  ['P11', '小小消防员上阵灭火'],
  ['P12', '炉边放盆水/白菜可防CO', '炉边放盆水可防CO', '湿毛巾护鼻进屋救人'],
  ['P13', '按一下水就来'],
  ['P14', '小火快跑，大火关门'],
  ['P15', '80%死于烟气', '几秒必死'],
]

test.each(NOT_ADOPTED)('%s: what the curriculum does not adopt is found in its own words', (position, ...sayings) => {
  for (const saying of sayings) expect(inLesson({ text: `${saying}。` }), saying).toEqual([position])
})

test.each([
  '2024年上海一家饭店的员工用水基灭火器直喷油锅，没有扑灭，火势扩大。',
  '对着火苗喷没有用；不能先灭火再报警，灭不了就耽误了。',
  '消防员可以坐消防电梯下楼，居民走楼梯。',
  '先灭火再报警，会耽误时间。',
  '禁止坐电梯逃生。',
  '不坐电梯下楼，不跑到楼顶等直升机。',
  '坐电梯逃生很危险。',
  '不组织未成年人上阵灭火。',
  '闻到煤气味，不打开排风扇。',
  '不要用湿毛巾护鼻进屋救人。',
  '不把冒烟的电池抱下楼。',
  '三层也不能往下跳。',
  '用湿毛巾塞住门缝，不冲出浓烟。',
])('the true sentence “%s” passes', (text) => {
  expect(inLesson({ text })).toEqual([])
})

test('every safety position P1 to P15 has a pattern that is tried here', () => {
  const positions = Array.from({ length: 15 }, (_, n) => `P${n + 1}`)
  expect([...new Set(SAYINGS.map(([position]) => position))]).toEqual(positions)
})

describe.each(SAYINGS)('%s', (position, rejected, corrected) => {
  test(`rejects “${rejected}”`, () => {
    expect(inLesson({ text: rejected })).toEqual([position])
  })

  test(`lets “${corrected}” pass`, () => {
    expect(inLesson({ text: corrected })).toEqual([])
  })
})

describe('an explanation', () => {
  const explained = (explanation: string) => inQuestion('door-4', { explanation })

  test('may not state a rejected saying', () => {
    expect(explained('应该先灭火再报警。')).toEqual(['P10'])
    expect(explained('门口有烟，可以乘消防电梯逃生。')).toEqual(['P3'])
    expect(explained('这道题的其他说法不对。应该先灭火再报警。')).toEqual(['P10'])
  })

  test.each([
    '“应该先灭火再报警”的说法不对，先喊人报警。',
    '“可以跳楼”“上楼顶等直升机”都是误区，关门固守。',
    '先关阀会引起回火爆炸的说法没有根据。',
    '“一律往下跑”是错的：先看烟。',
    '有人说：“按一下水就来。”按钮只是信号。',
    '传言说应该先灭火再报警，其实要先报警。',
    '湿毛巾可以过滤一氧化碳，这是误区。',
  ])('may quote it as wrong: %s', (explanation) => {
    expect(explained(explanation)).toEqual([])
  })
})

describe('a rejected saying', () => {
  const saying = '应该先灭火再报警。'

  test('is rejected wherever the page states it as true', () => {
    expect(inLesson({ text: saying })).toEqual(['P10'])
    expect(inLesson({ do: saying })).toEqual(['P10'])
    expect(inLesson({ list: ['打119', saying] })).toEqual(['P10'])
    expect(inLesson({ steps: [{ text: '打119' }, { text: saying }] })).toEqual(['P10'])
    expect(inLesson({ picture: { name: 'touch-door', alt: saying } })).toEqual(['P10'])
    expect(inLesson({ myth: { claim: '先跑', truth: saying } })).toEqual(['P10'])
    expect(offences({ summary: saying })).toEqual(['P10'])
    expect(offences({ goals: [saying] })).toEqual(['P10'])
    expect(offences({ facts: { ...words.facts, f1: { label: '先灭火', text: saying } } })).toEqual(['P10'])
    expect(inQuestion('door-4', { options: { ...words.questions['door-4']!.options, call: saying } })).toEqual(['P10'])
    expect(inQuestion('door-3', { stem: saying })).toEqual(['P10'])
    expect(inQuestion('door-3', { explanation: saying })).toEqual(['P10'])
  })

  test('may stand where the page calls it wrong', () => {
    expect(inLesson({ myth: { claim: saying, truth: '先喊人报警。' } })).toEqual([])
    expect(inLesson({ warning: saying })).toEqual([])
    expect(inQuestion('door-4', { options: { ...words.questions['door-4']!.options, film: saying } })).toEqual([])
    expect(inQuestion('door-5', { stem: saying })).toEqual([])
    const options = { ...words.questions['door-4']!.options, call: saying }
    expect(inQuestion('door-4', { stem: '以下哪种做法最危险？', options })).toEqual([])
  })

  test('is not excused by a denial of something else before it', () => {
    expect(inLesson({ text: `不要慌，${saying}` })).toEqual(['P10'])
    expect(inLesson({ text: `不应该先灭火再报警。不过小火${saying}` })).toEqual(['P10'])
  })

  test('may be quoted with the campaign that used it', () => {
    expect(inLesson({ text: '也有“小火快跑，大火关门”的说法（央视2025年）。' })).toEqual([])
  })
})

test('plain texts are read by themselves, each fault with its place', () => {
  const texts = [
    { path: 'steps.a', text: '应该先灭火再报警。' },
    { path: 'steps.b', text: '先报警。' },
  ]
  expect(rejectedIn('content/x.yaml', texts, 'zh-CN')).toEqual([
    {
      file: 'content/x.yaml',
      path: 'steps.a',
      expected: 'nothing against safety position P10 (alarm first; five conditions before any fighting)',
      remedy: 'Rewrite the sentence, or show it as a myth with its correction.',
    },
  ])
  expect(rejectedIn('content/x.yaml', [], 'en')).toEqual([])
})
