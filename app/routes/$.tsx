import { notFound } from '#app/http/answers'

/** Every address that is nobody's. */
export const loader = () => notFound()

export const action = () => notFound()

export default function Nothing() {
  return null
}
