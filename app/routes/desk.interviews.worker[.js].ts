import worker from '#app/measure/surveys/interview-worker.browser.js?raw'

/** The service worker of the field page. It stands here because it may only look after addresses below its own. */
export const loader = () => {
  // A worker is a plain script: the line that makes it a module for the tools goes.
  const script = worker.replace(/\nexport \{\}\s*$/, '\n')
  return new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
}
