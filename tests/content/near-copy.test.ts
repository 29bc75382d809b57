import { describe, expect, test } from 'vitest'
import { likeness, NEAR_COPY } from '#app/content/near-copy'
import { type Copy, faultsAfter } from '../support/broken-content'

describe('likeness', () => {
  test.each([
    ['打119时，最先应该说清什么？', '打119时，最先应该说清什么？'],
    ['打119时，最先应该说清什么？', '拨打119时，最先应说清什么'],
    ['消防队出警灭火，向居民收费吗？', '消防队灭火向居民收不收费？'],
    ['闻到燃气味，应该怎么做？', '在家闻到燃气味，您应该怎么做？'],
    ['电动自行车可以停在楼道，或推进家里充电吗？', '电动自行车可以推进家里充电吗？'],
    ['怀疑一氧化碳中毒，先做什么？', '怀疑家人一氧化碳中毒，应该先做什么？'],
    ['全家逃生演练，至少多久一次？', '家庭逃生演练至少多久做一次？'],
    ['身上的衣服着火了，应该怎么做？', '衣服着火了怎么做？'],
  ])('finds “%s” in “%s”', (item, reworded) => {
    expect(likeness(item, reworded)).toBeGreaterThanOrEqual(NEAR_COPY)
  })

  test.each([
    ['怀疑一氧化碳中毒，先做什么？', '下面哪些情况有一氧化碳中毒的危险？'],
    ['闻到燃气味，应该怎么做？', '电池突然冒烟、嘶嘶响，应该怎么做？'],
    ['打119时，最先应该说清什么？', '打119时，说完地址就应该赶快挂断，别占着线路。'],
    ['湿毛巾能挡住一氧化碳吗？', '家里最该装烟感报警器的位置是哪里？'],
  ])('does not find “%s” in “%s”', (one, other) => {
    expect(likeness(one, other)).toBeLessThan(NEAR_COPY)
  })

  test('does not see marks, spaces, width or case', () => {
    expect(likeness('打１１９时，先说Ａ！', '打119时 先说a')).toBe(1)
  })
})

describe('a quiz question', () => {
  const asking = (stem: string) => (c: Copy) => c.set('modules/door/zh-CN.yaml', 'questions.door-2.stem', stem)

  test.each(['出来以后门怎么办', '人出来以后，门怎么办？'])(
    'that asks “%s”, as the survey does, is a fault',
    (stem) => {
      expect(faultsAfter(asking(stem))).toEqual([
        'content/modules/door/zh-CN.yaml › questions.door-2.stem: expected a question that the survey does not ask. It is nearly m-2 of content/surveys/mini (出来以后门怎么办): ask something else.',
      ])
    },
  )

  test('that asks something else on the same matter is none', () => {
    expect(faultsAfter(asking('人都走到楼道里了，户门该不该锁'))).toEqual([])
  })
})
