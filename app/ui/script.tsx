import { useContext } from 'react'
import { NonceContext } from '#app/http/nonce'

/** A small script that makes a page nicer; the page works without it. */
export function Script({ src }: { src: string }) {
  return <script type="module" src={src} nonce={useContext(NonceContext)} />
}
