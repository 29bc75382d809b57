/**
 * `npm run simulate:coverage`: how often the 95 % interval covers the truth, for each design of a survey. Draws 2,000
 * samples of every design from a district that does not exist, of which the truth is known. Fixed seed: the table in
 * docs/statistics.md is what this prints. `npm run simulate:coverage -- 200`: with 200 communities in a street instead
 * of 40, so that few of them are drawn.
 */
import { countCoverage, estimateLargeSample, type Figure, type Row, type Tally } from './simulation/coverage'
import { syntheticDistrict } from './simulation/synthetic-district'

const SAMPLES = 2000

const start = performance.now()
const communities = Number(process.argv[2] ?? 40)
const district = syntheticDistrict('a district of eight streets', { communities })
const { overall, mastery } = district.truth
console.log(
  `${district.age.length} adults, ${district.communities.length} communities. ` +
    `Truth: overallRate ${percent(overall)} %, masteryRate ${percent(mastery)} %.\n`,
)
console.log(table(countCoverage(district, SAMPLES, 'coverage')))
console.log(
  `\n${SAMPLES} samples of each design; Monte-Carlo error of a coverage of 95 %: ± ` +
    `${(196 * Math.sqrt((0.95 * 0.05) / SAMPLES)).toFixed(1)} points. ` +
    `${Math.round((performance.now() - start) / 1000)} seconds.`,
)
const estimate = estimateLargeSample(district, 5000)
const before = performance.now()
estimate()
console.log(`5,000 persons × 20 items raked, with every rate: ${Math.round(performance.now() - before)} ms.`)

function table(rows: readonly Row[]): string {
  const head = ['design', 'n', 'overallRate', 'masteryRate', 'plain Wilson', 'bias', 'SE / SD', 'trimmed']
  const lines = [head, head.map(() => '---'), ...rows.map(cellsOf)]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cellsOf(row: Row): string[] {
  const covered = (figure: Figure) => `${percent(row[figure].covered / SAMPLES)} %`
  return [
    row.name,
    `${Math.round(row.persons / SAMPLES)}`,
    covered('overall'),
    covered('mastery'),
    covered('wilson'),
    `${percent(row.overall.sum / SAMPLES)} / ${percent(row.mastery.sum / SAMPLES)}`,
    `${errorRatio(row.overall)} / ${errorRatio(row.mastery)}`,
    (row.trimmed / SAMPLES).toFixed(1),
  ]
}

/** The standard error that was reported, over how far the estimates really scatter. */
function errorRatio({ sum, squares, errors }: Tally): string {
  return Math.sqrt(errors / (squares - sum ** 2 / SAMPLES)).toFixed(2)
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
