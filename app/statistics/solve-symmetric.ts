/**
 * One solution x of A·x = b for a symmetric A without negative eigenvalues, such as normal equations, b in its range.
 *
 * Unknowns that depend on earlier ones (the dummies of a second margin, say) are set to 0, so that A may be singular.
 * Formula: A = L·D·Lᵀ without pivoting, leaving out each row whose pivot is a 1e-10th of its diagonal or less.
 * Source: Golub and Van Loan (2013), Matrix Computations, 4.1.2.
 */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length
  const rows = matrix.map((row) => [...row])
  const solution = [...right]
  const isUsed = rows.map(() => true)

  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = rows[pivot]!
    if (!(top[pivot]! > 1e-10 * matrix[pivot]![pivot]!)) {
      isUsed[pivot] = false
      continue
    }
    for (let below = pivot + 1; below < size; below += 1) {
      const factor = rows[below]![pivot]! / top[pivot]!
      if (factor === 0) continue
      for (let column = pivot; column < size; column += 1) rows[below]![column]! -= factor * top[column]!
      solution[below]! -= factor * solution[pivot]!
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    if (!isUsed[row]) solution[row] = 0
    else solution[row] = (solution[row]! - known(rows[row]!, solution, row)) / rows[row]![row]!
  }
  return solution
}

/** What the unknowns after `row`, already solved, add to its equation. */
function known(coefficients: readonly number[], solution: readonly number[], row: number): number {
  let sum = 0
  for (let column = row + 1; column < solution.length; column += 1) sum += coefficients[column]! * solution[column]!
  return sum
}
