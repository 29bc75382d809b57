/** The few ways to answer other than with a page: three failures, three shapes (docs/decisions/004). */

export const notFound = (): never => {
  throw new Response(null, { status: 404 })
}

export const forbidden = (): never => {
  throw new Response(null, { status: 403 })
}

export const badRequest = (): never => {
  throw new Response(null, { status: 400 })
}
