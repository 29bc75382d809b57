/**
 * Sixty persons in three strata and sixteen clusters, made by formula so that R can make them, too:
 *
 * i <- 1:60; d <- data.frame(s = i %% 3, c = (i %/% 3) %% 4 + ifelse(i %% 3 == 0, (i %/% 12) %% 2 * 4, 0),
 *   w = 1 + ((i*7) %% 13)/4, y = as.numeric((i*i*3 + i*5) %% 7 < 4), K = 3 + i %% 3,
 *   sex = (i*i) %% 2 + (i %% 5 == 0), age = (i*i*i + i) %% 4 %/% 2, town = (i*11) %% 3)
 * d$t <- pmin(d$K, (i*i + 2*i) %% 6); d$dom <- (i*5) %% 7 < 4
 * n2 <- ave(i, paste(d$s, d$c), FUN = length); d$M <- n2*3 + d$c; d$N1 <- c(20, 9, 12)[d$s + 1]
 */
const numbers = Array.from({ length: 60 }, (_, index) => index + 1)

const strata = numbers.map((i) => i % 3)
const clusters = numbers.map((i) => (Math.floor(i / 3) % 4) + (i % 3 === 0 ? (Math.floor(i / 12) % 2) * 4 : 0))
const sizes = numbers.map((i) => 3 + (i % 3))
const persons = clusters.map(
  (cluster, index) => clusters.filter((other, person) => other === cluster && strata[person] === strata[index]).length,
)

export const sixty = {
  strata,
  clusters,
  weights: numbers.map((i) => 1 + ((i * 7) % 13) / 4),
  y: numbers.map((i) => Number((i * i * 3 + i * 5) % 7 < 4)),
  items: sizes,
  points: numbers.map((i, index) => Math.min(sizes[index]!, (i * i + 2 * i) % 6)),
  domain: numbers.map((i) => (i * 5) % 7 < 4),
  town: numbers.map((i) => (i * 11) % 3),
  sex: numbers.map((i) => ((i * i) % 2) + Number(i % 5 === 0)),
  age: numbers.map((i) => Math.floor(((i * i * i + i) % 4) / 2)),
  /** First-stage units in the population, by stratum, and persons in the cluster of each person. */
  units: { 0: 20, 1: 9, 2: 12 },
  persons: persons.map((count, index) => count * 3 + clusters[index]!),
}
