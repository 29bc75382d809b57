import { describe, expect, test } from 'vitest'
import { findRejectedSayings, rejectedIn } from '#app/content/rejected-sayings'
import { door } from '../support/fixture-catalog'

/** The safety positions against which one plain text offends. */
function offences(text: string): string[] {
  const faults = rejectedIn('en.yaml', [{ path: 'text', text }], 'en')
  return faults.map(({ expected }) => /position (P\d+)/.exec(expected)?.[1] ?? '')
}

/** A sentence that the position rejects, and the same matter as the position has it. */
const SAYINGS: [position: string, rejected: string, corrected: string][] = [
  ['P1', 'A wet towel lets you go through thick smoke.', 'A wet towel does not let you go through thick smoke.'],
  ['P1', 'A wet towel filters carbon monoxide.', 'A wet towel only stops some of the soot, not carbon monoxide.'],
  ['P1', 'Bend down with a wet towel and run through.', 'Do not rely on a wet towel to get through thick smoke.'],
  ['P1', 'Walk through smoke with a wet towel.', 'Never walk through smoke with a wet towel.'],
  ['P1', 'With a wet towel you can run down through smoke.', 'With a wet towel you cannot run down through smoke.'],
  ['P2', 'In a fire, always run down.', 'Do not always run down: look for smoke first.'],
  ['P2', 'Always stay put and wait for help.', 'If the stairs are full of smoke, stay in and wait for rescue.'],
  ['P3', 'You can ride the firemen’s lift down.', 'The firefighters’ lift is for firefighters.'],
  ['P3', 'Take the lift if it still runs.', 'Do not take the lift, even if it still runs.'],
  ['P3', 'Use the elevator to get out quickly.', 'Firefighters can use the lift; residents never can.'],
  ['P3', 'Go up to the roof and wait.', 'Do not go up to the roof and wait: the door may be locked.'],
  ['P4', 'From the second floor you can jump down.', 'You cannot jump down from the second floor unhurt.'],
  ['P4', 'Jumping from the second floor is harmless.', 'Jumping from the second floor breaks bones.'],
  ['P4', 'Tie bed sheets together and slide down.', 'Do not tie bed sheets together and slide down.'],
  ['P5', 'Throw vegetables into the burning oil.', 'Vegetables make the oil splash: use the lid.'],
  ['P5', 'Vegetables put out burning oil.', 'Never throw vegetables into burning oil.'],
  [
    'P6',
    'Closing the valve first makes the cylinder explode.',
    'It is a rumour that closing the valve first makes the cylinder explode.',
  ],
  ['P7', 'If you smell gas, turn on the extractor fan.', 'If you smell gas, do not turn on the extractor fan.'],
  ['P7', 'Turn on the cooker hood to clear the gas.', 'Do not turn on the cooker hood to clear the gas.'],
  ['P7', 'Turning on the hood is the fastest way to clear the gas.', 'Turning on a light can make the gas explode.'],
  ['P8', 'A carbon dioxide extinguisher works up to 10 kV.', 'Carbon dioxide is not for 10 kV.'],
  ['P8', 'A socket is on fire: throw water on the socket.', 'Do not throw water on a socket that is on fire.'],
  ['P9', 'Cover the battery with a fire blanket and it is safe.', 'A battery under a fire blanket burns on.'],
  ['P9', 'Carry the smoking battery out.', 'Do not carry a smoking battery out.'],
  ['P10', 'You should put out the fire before calling 119.', 'Do not fight the fire before calling 119.'],
  ['P10', 'Fight the fire first.', 'Never fight the fire first: call out and phone 119.'],
  ['P11', 'Pupils should help to fight fires.', 'Pupils should not fight fires; they tell an adult and leave.'],
  [
    'P12',
    'A basin of water by the stove prevents poisoning.',
    'A basin of water by the stove is no help: open a window.',
  ],
  ['P13', 'Press the button and the water comes.', 'Pressing the button may not start the pump.'],
  ['P14', 'Small fire: run; big fire: close the door.', 'Small fire: run; thick smoke: close the door.'],
  ['P15', '80% of those who die are killed by smoke.', 'Smoke often gets to people before the fire does.'],
  ['P15', 'Smoke kills within seconds.', 'A few breaths of thick smoke can make you collapse.'],
]

test('every safety position P1 to P15 has an English pattern that is tried here', () => {
  const positions = Array.from({ length: 15 }, (_, n) => `P${n + 1}`)
  expect([...new Set(SAYINGS.map(([position]) => position))]).toEqual(positions)
})

describe.each(SAYINGS)('%s', (position, rejected, corrected) => {
  test(`rejects “${rejected}”`, () => {
    expect(offences(rejected)).toEqual([position])
  })

  test(`lets “${corrected}” pass`, () => {
    expect(offences(corrected)).toEqual([])
  })
})

describe('a rejected saying in English', () => {
  test.each([
    '“You can take the lift” is wrong: use the stairs.',
    '“Wait for a helicopter”, “jumping from the second floor is harmless” and “use the lift” are all mistakes.',
    'Some people say you should throw vegetables into the oil.',
    'Residents aren’t safe if they use the lift.',
    'Walk down the stairs instead of using the lift, and never take the lift at night.',
    'You may also hear (CCTV, 2025) “small fire, run; big fire, close the door”.',
  ])('may be denied or quoted: %s', (text) => {
    expect(offences(text)).toEqual([])
  })

  test.each([
    ['Do not panic. Take the lift.', ['P3']],
    ['Never mind the smoke, you can take the lift.', ['P3']],
    ['Stay calm and take the lift.', ['P3']],
    ['You can take the lift. That is not wrong with children.', ['P3']],
    ['Take the lift and, from the second floor, you can jump out.', ['P3', 'P4']],
  ])('is not excused by a denial of something else: %s', (text, positions) => {
    expect(offences(text)).toEqual(positions)
  })

  test('is found in the English words of a module, explanations included', () => {
    const words = door.words.en!
    const id = 'door-4'
    const explained = { ...words.questions[id]!, explanation: 'In a fire, you can take the lift.' }
    const faults = findRejectedSayings('en.yaml', door, { ...words, questions: { [id]: explained } }, 'en')
    expect(faults.map(({ path }) => path)).toEqual([`questions.${id}.explanation`])
    expect(findRejectedSayings('en.yaml', door, words, 'en')).toEqual([])
  })
})
